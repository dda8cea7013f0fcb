import { describe, expect, it } from 'vitest';
import catalogue from '../../../_locales/en/messages.json' with { type: 'json' };
import { translatorFrom } from '../../messages/translator-from.ts';
import { defaultSettings } from '../../settings/defaults.ts';
import { preferencesFor } from '../../settings/resolve.ts';
import { judgeInput } from '../simulator/judge-input.ts';
import { held, ordered, scene } from '../simulator/preset-parts.ts';
import { checkInput } from '../simulator/problems.ts';
import { standingOf } from './position-standing.ts';

const trader = {
  preferences: preferencesFor(defaultSettings, 'generic', undefined),
  translate: translatorFrom(catalogue),
  locale: 'en',
};

type Raw = Parameters<typeof checkInput>[0];

/** Every position after an order, with where it stands. */
function standings(raw: Raw): Readonly<Record<string, string>> {
  const checked = checkInput(raw);
  if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
  const { exposure } = judgeInput(checked.input, trader);
  return Object.fromEntries(
    exposure.positions.map((one) => [`${one.symbol} ${one.side}`, standingOf(one, exposure) ?? 'no order']),
  );
}

const others = [held('ETHUSDT', 'short', '10', 'cross'), held('SOLUSDT', 'long', '10', 'isolated')];

describe('where a position stands to the order', () => {
  it('shares the money of a cross order if it is on cross itself', () => {
    const order = ordered('BTCUSDT', 'long', '20', 'cross');
    expect(standings(scene({ wallet: '2000', positions: others, order }))).toEqual({
      'BTCUSDT long': 'own',
      'ETHUSDT short': 'shares',
      'SOLUSDT long': 'apart',
    });
  });

  it('is on other money than an isolated order', () => {
    const order = ordered('BTCUSDT', 'long', '20', 'isolated');
    expect(standings(scene({ wallet: '2000', positions: others, order }))).toEqual({
      'BTCUSDT long': 'own',
      'ETHUSDT short': 'apart',
      'SOLUSDT long': 'apart',
    });
  });

  it('is the other leg of a hedge, and not the order', () => {
    const order = ordered('BTCUSDT', 'long', '20', 'cross', { positionMode: 'hedge' });
    const positions = [held('BTCUSDT', 'short', '20', 'cross')];
    expect(standings(scene({ wallet: '2000', positions, order }))).toEqual({
      'BTCUSDT short': 'shares',
      'BTCUSDT long': 'own',
    });
  });

  it('is not said without an order', () => {
    expect(standings(scene({ wallet: '2000', positions: others }))).toEqual({
      'ETHUSDT short': 'no order',
      'SOLUSDT long': 'no order',
    });
  });
});
