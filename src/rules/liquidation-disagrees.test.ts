import { describe, expect, it } from 'vitest';
import { type ContextChange, crossExposure, crossInput } from '../../test/support/rule-context.ts';
import { found, runRule } from '../../test/support/run-rule.ts';
import { reading } from '../../test/support/ticket-reading.ts';
import { decimal } from '../domain/decimal-string.ts';
import { unknown } from '../domain/known.ts';
import { liquidationDisagrees as rule } from './liquidation-disagrees.ts';

const d = decimal;

/** Ours is 40,161, the mark 60,000; 0.2 % of ours is 80.322. */
const page = (pageLiquidationPrice: string, change: ContextChange = {}, side: object = { side: 'long' }) => ({
  reading: reading({ pageLiquidationPrice, ...side }),
  ...change,
});
const ticked = (tick: string): ContextChange => ({
  input: { instruments: { BTCUSDT: { kind: 'linear', markPrice: d('60000'), tick: d(tick) } } },
});

describe('liquidation-disagrees', () => {
  it.each([
    ['40161', undefined],
    ['40241.3', undefined],
    ['40241.4', 'warning'],
    ['40080.7', undefined],
    ['40080.6', 'warning'],
    ['54000', 'warning'],
    ['1', 'warning'],
    ['79000', 'warning'],
  ])('a page that says %s is %s', (price, level) => {
    expect(found(rule, page(price))?.level).toBe(level);
  });

  it('says both, and how far apart', () => {
    expect(found(rule, page('45000'))).toEqual({
      level: 'warning',
      field: 'pageLiquidationPrice',
      value: '0.12049002',
      threshold: '0.002',
      message:
        'The page says 45,000, Ringfence says 40,161: 12% apart (over 0.2%). One of the two is wrong; trust neither as exact.',
    });
  });

  it('names no price of ours where it is due: that is where it would live again', () => {
    const { liquidation } = crossExposure;
    const due = { ...liquidation, price: d('80147'), distance: d('0') } as typeof liquidation;
    expect(found(rule, page('45000', { exposure: { liquidation: due } }))?.message).toBe(
      'The page says 45,000, Ringfence says that at the present mark price this can be liquidated at once. One of the two is wrong.',
    );
  });

  it('lets one tick pass, however coarse', () => {
    expect(found(rule, page('40261', ticked('99.9')))?.level).toBe('warning');
    expect(runRule(rule, page('40261', ticked('100')))).toEqual({ kind: 'clear' });
  });

  it("takes the trader's own share", () => {
    expect(found(rule, page('45000'), { warning: d('0.2') })).toBeUndefined();
  });

  it('has nothing to compare where the page prints none', () => {
    const none = { kind: 'not-applicable' };
    expect(runRule(rule)).toEqual(none);
    expect(runRule(rule, { reading: reading({}) })).toEqual(none);
    const unread = { ...reading({}), pageLiquidationPrice: unknown('ambiguous', 'pageLiquidationPrice') };
    expect(runRule(rule, { reading: unread })).toEqual(none);
    expect(runRule(rule, page('0'))).toEqual(none);
  });

  it("leaves out the other button's price while no side is chosen", () => {
    expect(runRule(rule, page('79000', {}, {}))).toEqual({ kind: 'not-applicable' });
    expect(found(rule, page('45000', {}, {}))?.level).toBe('warning');
    expect(runRule(rule, page('45000', { order: { side: 'short' } }, {}))).toEqual({
      kind: 'not-applicable',
    });
  });

  it('is a warning where the page prints one and none is found', () => {
    const liquidation = { kind: 'none' as const, why: 'notional-within-collateral' as const };
    expect(found(rule, page('45000', { exposure: { liquidation } }))).toEqual({
      level: 'warning',
      field: 'pageLiquidationPrice',
      value: '45000',
      threshold: '',
      message:
        'The page says 45,000, Ringfence finds no price that liquidates this. One of the two is wrong.',
    });
    const closed = { kind: 'none' as const, why: 'no-position' as const };
    expect(runRule(rule, page('45000', { exposure: { liquidation: closed } }))).toEqual({
      kind: 'not-applicable',
    });
  });

  it('cannot run where ours is unknown', () => {
    const liquidation = unknown('venue-facts-missing', 'instruments.BTCUSDT.tiers');
    expect(runRule(rule, page('45000', { exposure: { liquidation } }))).toEqual({ kind: 'could-not-run' });
  });

  it.each([
    ['general rules', { input: { ...crossInput, venue: 'generic' } }],
    ['rules that stand in', { exposure: { assumed: [{ field: 'venue', value: 'generic', why: '' }] } }],
    ['a balance that is at least so much', { exposure: { atLeast: true } }],
  ] as const)('lets a page that knows more be farther away than %s, not nearer', (_name, change) => {
    expect(runRule(rule, page('30000', change))).toEqual({ kind: 'clear' });
    expect(found(rule, page('45000', change))?.level).toBe('warning');
  });

  it('takes no balance for an excuse on isolated', () => {
    const change = { exposure: { atLeast: true as const, marginMode: 'isolated' as const } };
    expect(found(rule, page('30000', change))?.level).toBe('warning');
  });
});
