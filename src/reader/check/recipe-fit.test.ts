import { describe, expect, it } from 'vitest';
import { fakeReading } from '../../../test/guard/fake-ticket.ts';
import { unknown } from '../../domain/known.ts';
import type { TicketReading } from '../../domain/ticket-reading.ts';
import type { SubmitControl } from '../extract/submit-controls.ts';
import type { Recipe } from '../recipe.ts';
import { lostParts } from './recipe-fit.ts';

const recipe: Recipe = {
  venue: 'okx',
  evidence: 'test',
  pages: [],
  scope: ['.ticket'],
  fields: {
    size: [{ layout: 'all', css: '#size' }],
    marginMode: [{ layout: 'a form of its own', css: '#mode', when: '.form' }],
    leverage: [{ layout: 'a box a side', css: '.long', side: 'long' }],
    stopLoss: [{ layout: 'open', css: '#stop' }],
  },
  submit: [{ layout: 'all', css: '.buy' }],
};

function reading(how: 'recipe' | 'label'): TicketReading {
  const from = { how, anchor: 'x' };
  const { size, marginMode, leverage, ...rest } = fakeReading();
  return {
    ...rest,
    size: size.known ? { ...size, from } : size,
    marginMode: marginMode.known ? { ...marginMode, from } : marginMode,
    leverage: leverage.known ? { ...leverage, from } : leverage,
  };
}

const button = (how: 'recipe' | 'label') => ({ how }) as SubmitControl;

describe('whether a recipe fits the page', () => {
  it('misses nothing where everything is read by it', () => {
    expect(lostParts(recipe, 'recipe', reading('recipe'), [button('recipe'), button('label')])).toEqual([]);
  });

  it('misses the ticket where labels found it, or nothing did', () => {
    expect(lostParts(recipe, 'labels', reading('recipe'))).toEqual(['ticket']);
    expect(lostParts(recipe, 'none')).toEqual(['ticket']);
  });

  it('misses buttons and fields that labels found elsewhere, where the recipe names them for every state', () => {
    expect(lostParts(recipe, 'recipe', reading('label'), [button('label')])).toEqual([
      'orderButtons',
      'size',
    ]);
  });

  it('takes what nobody finds for a ticket that is signed out or still empty', () => {
    const empty = { ...reading('label'), size: unknown('missing-input', 'size') };
    expect(lostParts(recipe, 'recipe', empty, [])).toEqual([]);
  });

  it('says nothing of a page without a recipe, or with one that names nothing', () => {
    expect(lostParts(null, 'none')).toEqual([]);
    expect(lostParts({ ...recipe, scope: [], fields: {}, submit: [] }, 'labels', reading('label'))).toEqual(
      [],
    );
  });
});
