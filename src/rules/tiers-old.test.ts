import { expect, it } from 'vitest';
import type { ContextChange } from '../../test/support/rule-context.ts';
import { found, runRule } from '../../test/support/run-rule.ts';
import { decimal } from '../domain/decimal-string.ts';
import type { PositionAfter } from '../domain/exposure.ts';
import type { Instrument } from '../domain/instrument.ts';
import { unknown } from '../domain/known.ts';
import { tiersOld } from './tiers-old.ts';

const present: Instrument = {
  kind: 'linear',
  tiers: [{ floor: decimal('0'), cap: null, rate: decimal('0.004') }],
  tiersAsOf: '2026-10-01',
};
const old: Instrument = { ...present, tiersAssumed: true, tiersAsOf: '2025-12-29' };
const none: Instrument = { kind: 'linear' };

const held = (symbol: string, marginMode: PositionAfter['marginMode']): PositionAfter => {
  const gone = unknown('missing-input', symbol);
  return {
    symbol,
    side: 'long',
    marginMode,
    unrealisedPnl: gone,
    initialMargin: gone,
    maintenanceMargin: gone,
    liquidation: gone,
    exposedToThisOrder: false,
  };
};

const tables = (
  BTCUSDT: Instrument,
  ETHUSDT: Instrument = none,
  exposure: ContextChange['exposure'] = {},
): ContextChange => ({ input: { instruments: { BTCUSDT, ETHUSDT } }, exposure });

it('is a notice with the date of the table', () => {
  expect(found(tiersOld, tables(old))).toEqual({
    level: 'notice',
    field: 'tiers',
    value: '2025-12-29',
    threshold: '',
    message:
      'The margin brackets of BTCUSDT are as of 2025-12-29, more than 180 days ago. The near end of the liquidation range allows for the next higher rates.',
  });
});

it.each([
  [{ ...old, tiersAsOf: 'undated' }],
  [{ kind: 'linear' as const, tiers: old.tiers ?? [], tiersAssumed: true }],
])('says that a table carries no date', (undated) => {
  expect(found(tiersOld, tables(undated))).toMatchObject({
    value: 'undated',
    message:
      'The margin brackets of BTCUSDT carry no date. The near end of the liquidation range allows for the next higher rates.',
  });
});

it('is clear with a present table, and does not concern a venue without brackets', () => {
  expect(runRule(tiersOld, tables(present))).toEqual({ kind: 'clear' });
  expect(runRule(tiersOld, tables(none))).toEqual({ kind: 'not-applicable' });
  expect(runRule(tiersOld, { input: { instruments: {} } })).toEqual({ kind: 'not-applicable' });
});

it('looks at the tables of the positions that share the money, on cross only', () => {
  const cross = { positions: [held('BTCUSDT', 'cross'), held('ETHUSDT', 'cross')] };
  expect(found(tiersOld, tables(present, old, cross))?.message).toContain('brackets of ETHUSDT are');
  expect(found(tiersOld, tables(old, old, cross))?.message).toContain('brackets of BTCUSDT, ETHUSDT are');
  const isolated = { ...cross, marginMode: 'isolated' as const };
  expect(runRule(tiersOld, tables(present, old, isolated))).toEqual({ kind: 'clear' });
  const apart = { positions: [held('ETHUSDT', 'isolated')] };
  expect(runRule(tiersOld, tables(present, old, apart))).toEqual({ kind: 'clear' });
});
