import { describe, expect, it } from 'vitest';
import { type ContextChange, crossExposure, ruleContext } from '../../test/support/rule-context.ts';
import { found, runRule } from '../../test/support/run-rule.ts';
import { reading } from '../../test/support/ticket-reading.ts';
import { decimal } from '../domain/decimal-string.ts';
import { type UnknownReason, unknown } from '../domain/known.ts';
import { noStopLoss, stopState } from './no-stop-loss.ts';
import { stopBeyondLiquidation } from './stop-beyond-liquidation.ts';
import { stopWrongSide } from './stop-wrong-side.ts';

const d = decimal;
const gone = unknown('missing-input', 'order.price');
const order = { stopLoss: d('39000') };
const unread: ContextChange = { reading: { ...reading({}), stopLoss: unknown('unparsable', 'stopLoss') } };
const parts = {
  amount: d('1'),
  price: d('39000'),
  priceLoss: d('1'),
  fees: d('0'),
  funding: d('0'),
  slippage: d('0'),
};
const stopIs = (atStop: object): ContextChange => ({
  order,
  exposure: { losses: { ...crossExposure.losses, atStop: atStop as typeof crossExposure.losses.atStop } },
});
const beyond = stopIs({ kind: 'stop-beyond-liquidation', ...parts });
const wrong = stopIs({ kind: 'stop-wrong-side', price: d('61000') });

describe('the state of the stop', () => {
  const state = (change: ContextChange) => stopState(ruleContext(change));
  const field = (why: UnknownReason): ContextChange => ({
    reading: { ...reading({}), stopLoss: unknown(why, 'stopLoss') },
  });

  it('is none where nothing was typed, set where there is one', () => {
    expect(state({})).toBe('none');
    expect(state({ order })).toBe('set');
    expect(state({ ...unread, order })).toBe('set');
    expect(state({ reading: reading({ stopLoss: '39000' }) })).toBe('none');
  });

  it.each([
    ['not-on-page', 'none'],
    ['missing-input', 'none'],
    ['unparsable', 'unread'],
    ['ambiguous', 'unread'],
    ['hidden', 'unread'],
  ] as const)('a field that is %s is %s', (why, expected) => {
    expect(state(field(why))).toBe(expected);
  });
});

describe('no-stop-loss', () => {
  it('is a warning on cross, where nothing else ends the loss, and a notice on isolated', () => {
    expect(found(noStopLoss)).toEqual({
      level: 'warning',
      field: 'stopLoss',
      value: 'none',
      threshold: '',
      message: 'No stop-loss on the ticket, and on cross nothing else ends the loss.',
    });
    expect(found(noStopLoss, { exposure: { marginMode: 'isolated' } })).toMatchObject({
      level: 'notice',
      message: 'No stop-loss on the ticket.',
    });
  });

  it('is clear with a stop and cannot run on one that was not read', () => {
    expect(runRule(noStopLoss, { order })).toEqual({ kind: 'clear' });
    expect(runRule(noStopLoss, unread)).toEqual({ kind: 'could-not-run' });
  });
});

describe.each([
  ['stop-beyond-liquidation', stopBeyondLiquidation],
  ['stop-wrong-side', stopWrongSide],
])('%s', (_id, rule) => {
  it('needs a stop, and one that was read', () => {
    expect(runRule(rule)).toEqual({ kind: 'not-applicable' });
    expect(runRule(rule, unread)).toEqual({ kind: 'could-not-run' });
    expect(runRule(rule, stopIs(gone))).toEqual({ kind: 'could-not-run' });
  });

  it('is clear for a stop that can fill', () => {
    expect(runRule(rule, stopIs(parts))).toEqual({ kind: 'clear' });
  });
});

describe('stop-beyond-liquidation', () => {
  it('is danger, with both prices', () => {
    expect(found(stopBeyondLiquidation, beyond)).toEqual({
      level: 'danger',
      field: 'stopLoss',
      value: '39000',
      threshold: '40161',
      message: 'The stop at 39,000 lies behind the liquidation price 40,161, so it cannot fill.',
      hold: 'acknowledge',
    });
    expect(runRule(stopBeyondLiquidation, wrong)).toEqual({ kind: 'clear' });
  });

  it.each([
    ['unknown', gone],
    ['none', { kind: 'none' as const, why: 'hedged' as const }],
  ])('prints no price where the liquidation is %s', (_name, liquidation) => {
    const finding = found(stopBeyondLiquidation, {
      ...beyond,
      exposure: { ...beyond.exposure, liquidation },
    });
    expect(finding?.threshold).toBe('');
    expect(finding?.message).toBe('The stop at 39,000 lies behind the liquidation, so it cannot fill.');
  });

  it('names no price of a position that is due: that is where it would live again', () => {
    const { liquidation } = crossExposure;
    const due = { ...liquidation, distance: d('0') } as typeof liquidation;
    const finding = found(stopBeyondLiquidation, {
      ...beyond,
      exposure: { ...beyond.exposure, liquidation: due },
    });
    expect(finding?.message).toBe(
      'The stop at 39,000 cannot fill: at the present mark price this can be liquidated at once.',
    );
  });

  it('cannot run where a stop fills but the liquidation is unknown', () => {
    const change = stopIs(parts);
    expect(
      runRule(stopBeyondLiquidation, { ...change, exposure: { ...change.exposure, liquidation: gone } }),
    ).toEqual({ kind: 'could-not-run' });
  });
});

describe('stop-wrong-side', () => {
  it('is a warning that holds', () => {
    expect(found(stopWrongSide, { ...wrong, order: { stopLoss: d('61000') } })).toEqual({
      level: 'warning',
      field: 'stopLoss',
      value: '61000',
      threshold: '',
      message: 'The stop at 61,000 stands at the entry or on its winning side and stops no loss.',
      hold: 'acknowledge',
    });
    expect(runRule(stopWrongSide, beyond)).toEqual({ kind: 'clear' });
  });
});
