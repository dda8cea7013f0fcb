import { describe, expect, it } from 'vitest';
import { contract, order, position, sceneInput } from '../../../test/support/engine-input.ts';
import type { AssessInput } from '../../domain/assess-input.ts';
import { decimal } from '../../domain/decimal-string.ts';
import type { Instrument } from '../../domain/instrument.ts';
import type { VenueRules } from '../../domain/venue.ts';
import { distinctRuleSets, likeHere } from './distinct-rule-sets.ts';

type Scene = Parameters<typeof sceneInput>[0];

const own: VenueRules = {
  model: 'tiered',
  maintenanceAt: 'liquidation',
  triggerFee: 'taker',
  tierScheme: 'flat',
  initialMarginAt: 'order',
  costIncludes: 'margin',
  crossPool: 'shared',
  unrealisedProfitCounts: true,
  hedgedLegsShareLiquidation: true,
  modes: ['cross', 'isolated'],
  modeScope: 'symbol',
  switchWithOpenPosition: 'unknown',
  isolatedKeepsNothing: true,
};

/** Differs in everything that may not matter. */
const other: VenueRules = {
  ...own,
  maintenanceAt: 'mark',
  triggerFee: 'none',
  tierScheme: 'deduction',
  crossPool: 'pro-rata',
  initialMarginAt: 'mark',
  modeScope: 'account',
};

const { tiers, liquidationFee: _fee, ...bare } = contract({ takerFee: decimal('0.0005') });
const buy = order('BTC', 'long', '1', 'cross', { price: decimal('99') });
const held = (symbol: string) => position(symbol, 'long', '1', 'cross');

const here = (scene: Scene, change: Partial<VenueRules> = {}) =>
  likeHere(sceneInput({ instruments: { BTC: bare }, order: buy, ...scene }), { ...other, ...change }, own);

describe('maintenance', () => {
  const asOwn = {
    maintenanceAt: 'liquidation',
    tierScheme: 'flat',
    crossPool: 'shared',
    triggerFee: 'taker',
  };
  const asGiven = {
    maintenanceAt: 'mark',
    tierScheme: 'deduction',
    crossPool: 'pro-rata',
    triggerFee: 'none',
  };

  it('makes no difference where no contract and no position tells of any', () => {
    expect(here({})).toMatchObject(asOwn);
    expect(here({ positions: [held('BTC')] })).toMatchObject(asOwn);
  });

  it('makes one where a single contract has brackets, or a position has its own', () => {
    const bracketed: Instrument = { ...bare, ...(tiers === undefined ? {} : { tiers }) };
    expect(here({ instruments: { BTC: bare, ETH: bracketed } })).toMatchObject(asGiven);
    const fixed = { ...held('ETH'), maintenance: { rate: decimal('0.01'), amount: decimal('0') } };
    expect(here({ positions: [held('BTC'), fixed] })).toMatchObject(asGiven);
  });
});

describe('the fee in the trigger', () => {
  const feeOf = (
    fees: readonly (string | undefined)[],
    triggerFee: VenueRules['triggerFee'] = 'liquidation',
  ) => {
    const instruments = Object.fromEntries(
      fees.map((fee, index) => {
        const { liquidationFee: _, ...rest } = contract({ takerFee: decimal('0.0005') });
        return [`S${index}`, fee === undefined ? rest : { ...rest, liquidationFee: decimal(fee) }];
      }),
    );
    return here({ instruments }, { triggerFee }).triggerFee;
  };

  it('is the taker fee where no contract tells its liquidation fee, or all tell the same', () => {
    expect(feeOf([undefined, undefined])).toBe('taker');
    expect(feeOf(['0.0005', '0.0005'])).toBe('taker');
  });

  it('stays the liquidation fee where one contract tells another', () => {
    expect(feeOf(['0.01', undefined])).toBe('liquidation');
    expect(feeOf(['0.0005', '0.01'])).toBe('liquidation');
    expect(feeOf(['0.0005', undefined])).toBe('liquidation');
  });

  it('stays what else it is', () => {
    expect(feeOf([undefined], 'none')).toBe('none');
    expect(feeOf([undefined], 'taker')).toBe('taker');
  });
});

describe('positions that a change of mode takes along', () => {
  const scopeOf = (modeScope: VenueRules['modeScope'], symbols: readonly string[], scene: Scene = {}) =>
    here({ positions: symbols.map(held), ...scene }, { modeScope }).modeScope;

  it('are none where none are open, or each order has a mode of its own', () => {
    expect(scopeOf('account', [])).toBe('position');
    expect(scopeOf('symbol', [])).toBe('position');
    expect(scopeOf('order', ['BTC', 'ETH'])).toBe('position');
    expect(scopeOf('position', ['BTC', 'ETH'])).toBe('position');
    expect(scopeOf('position', ['BTC'])).toBe('position');
  });

  it('are none without an order', () => {
    const { account, instruments } = sceneInput({ instruments: { BTC: bare }, positions: [held('BTC')] });
    const input: AssessInput = { contract: 1, venue: 'generic', account, instruments };
    expect(likeHere(input, other, own).modeScope).toBe('position');
  });

  it('are those of the symbol where it has any', () => {
    expect(scopeOf('symbol', ['BTC'])).toBe('symbol');
    expect(scopeOf('symbol', ['ETH', 'BTC'])).toBe('symbol');
    expect(scopeOf('symbol', ['ETH'])).toBe('position');
  });

  it('are all of the account, which is the symbol where it has no others', () => {
    expect(scopeOf('account', ['BTC'])).toBe('symbol');
    expect(scopeOf('account', ['BTC', 'ETH'])).toBe('account');
    expect(scopeOf('account', ['ETH'])).toBe('account');
  });
});

describe('where initial margin is valued', () => {
  const valued = (scene: Scene, change?: Partial<VenueRules>) => {
    const { initialMarginAt, crossInitialMarginAt } = here(scene, change);
    return [initialMarginAt, crossInitialMarginAt];
  };

  it('makes no difference to one order that fills at the mark', () => {
    expect(valued({ order: { ...buy, type: 'market' } })).toEqual(['order', 'order']);
    expect(valued({ order: { ...buy, price: decimal('100') } })).toEqual(['order', 'order']);
    expect(
      valued(
        { order: { ...buy, type: 'market' } },
        { initialMarginAt: 'order', crossInitialMarginAt: 'mark' },
      ),
    ).toEqual(['order', 'order']);
  });

  it('makes one at any other price, and beside positions', () => {
    expect(valued({})).toEqual(['mark', 'mark']);
    expect(valued({}, { crossInitialMarginAt: 'order' })).toEqual(['mark', 'order']);
    expect(valued({ order: { ...buy, type: 'market' }, positions: [held('BTC')] })).toEqual(['mark', 'mark']);
  });

  it('makes one where price or mark are not known, or there is no order', () => {
    const { price: _, ...unpriced } = buy;
    const { markPrice: __, ...unmarked } = bare;
    expect(valued({ order: unpriced, instruments: { BTC: unmarked } })).toEqual(['mark', 'mark']);
    expect(valued({ instruments: {} })).toEqual(['mark', 'mark']);
    const { account, instruments } = sceneInput({ instruments: { BTC: bare } });
    const input: AssessInput = { contract: 1, venue: 'generic', account, instruments };
    expect(likeHere(input, other, own).initialMarginAt).toBe('mark');
  });
});

describe('rule sets that make a difference', () => {
  const input = sceneInput({ instruments: { BTC: contract() }, order: buy });

  it('are each there once, the first always, in their order', () => {
    const charged: VenueRules = { ...own, triggerFee: 'none' };
    const pooled: VenueRules = { ...own, unrealisedProfitCounts: false };
    const reversed = Object.fromEntries(Object.entries(charged).reverse()) as unknown as VenueRules;
    expect(distinctRuleSets(input, [own, charged, { ...own }, pooled, reversed, pooled])).toEqual([
      own,
      charged,
      pooled,
    ]);
  });

  it('are as they were given, not as they stand in', () => {
    const { account, instruments } = sceneInput({ instruments: { BTC: bare }, order: buy });
    const alone: AssessInput = { contract: 1, venue: 'generic', account, instruments, order: buy };
    const first: VenueRules = { ...own, modeScope: 'account' };
    expect(distinctRuleSets(alone, [first, own, other])).toEqual([first, other]);
    // Under `other` only the margin at the mark makes a difference here.
    expect(distinctRuleSets(alone, [first, { ...other, initialMarginAt: 'order' }])).toEqual([first]);
  });
});
