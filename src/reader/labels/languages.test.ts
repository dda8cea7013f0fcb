import { describe, expect, it } from 'vitest';
import { longestPhrase } from './dictionary.ts';
import type { LabelId, Labels } from './label-id.ts';
import { languages } from './languages.ts';
import { normaliseLabel } from './normalise-label.ts';

const entries = Object.entries(languages).flatMap(([tag, labels]) =>
  Object.entries(labels).map(([id, phrases]) => ({
    tag,
    id: id as LabelId,
    phrases: (phrases ?? '').split('|'),
  })),
);

describe('the dictionary', () => {
  it('knows twenty languages', () => {
    expect(Object.keys(languages)).toHaveLength(20);
  });

  it('is written in the form captions are looked up in', () => {
    const odd = entries.flatMap(({ tag, id, phrases }) =>
      phrases
        .filter((phrase) => normaliseLabel(phrase) !== phrase)
        .map((phrase) => `${tag} ${id}: ${phrase}`),
    );
    expect(odd).toEqual([]);
  });

  it('has no empty, repeated or overlong phrase in an entry', () => {
    const odd = entries.filter(
      ({ phrases }) =>
        phrases.some((phrase) => phrase === '' || phrase.length > longestPhrase) ||
        new Set(phrases).size !== phrases.length,
    );
    expect(odd.map(({ tag, id }) => `${tag} ${id}`)).toEqual([]);
  });

  it('says in every language what a ticket and a positions list say', () => {
    const needed: readonly LabelId[] = [
      'cross',
      'isolated',
      'leverage',
      'available',
      'size',
      'price',
      'markPrice',
      'liquidationPrice',
      'takeProfit',
      'stopLoss',
      'reduceOnly',
      'limit',
      'market',
      'logIn',
      'positions',
      'noPositions',
      'symbol',
      'entryPrice',
      'unrealisedPnl',
      'margin',
      'buy',
      'sell',
      'open',
      'close',
    ];
    const missing = Object.entries(languages).flatMap(([tag, labels]: [string, Labels]) =>
      needed.filter((id) => labels[id] === undefined).map((id) => `${tag} ${id}`),
    );
    expect(missing).toEqual([]);
  });

  it('never gives one word two meanings that exclude each other, in any two languages', () => {
    const opposites: readonly (readonly [LabelId, LabelId])[] = [
      ['cross', 'isolated'],
      ['buy', 'sell'],
      ['long', 'short'],
      ['buy', 'short'],
      ['sell', 'long'],
      ['open', 'close'],
      ['limit', 'market'],
      ['limit', 'otherType'],
      ['market', 'otherType'],
      ['takeProfit', 'stopLoss'],
      ['price', 'size'],
      ['price', 'markPrice'],
      ['price', 'liquidationPrice'],
      ['price', 'entryPrice'],
      ['size', 'cost'],
      ['size', 'total'],
      ['size', 'available'],
      ['available', 'equity'],
      ['available', 'walletBalance'],
      ['markPrice', 'lastPrice'],
      ['markPrice', 'entryPrice'],
      ['entryPrice', 'liquidationPrice'],
      ['positions', 'noPositions'],
    ];
    const wordsOf = (id: LabelId) =>
      new Set(entries.filter((entry) => entry.id === id).flatMap(({ phrases }) => phrases));
    const both = opposites.flatMap(([a, b]) => {
      const other = wordsOf(b);
      return [...wordsOf(a)]
        .filter((phrase) => other.has(phrase))
        .map((phrase) => `${phrase}: ${a} and ${b}`);
    });
    expect(both).toEqual([]);
  });
});
