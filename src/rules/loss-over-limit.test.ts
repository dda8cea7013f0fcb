import { describe, expect, it } from 'vitest';
import { order } from '../../test/support/engine-input.ts';
import { type ContextChange, crossExposure } from '../../test/support/rule-context.ts';
import { found, runRule } from '../../test/support/run-rule.ts';
import { foundInScene, sceneContext } from '../../test/support/scene-context.ts';
import { decimal } from '../domain/decimal-string.ts';
import type { Figure } from '../domain/exposure.ts';
import { unknown } from '../domain/known.ts';
import { lossOverLimit } from './loss-over-limit.ts';

const d = decimal;
const gone = unknown('missing-input', 'account.crossBalance');
/** The cross order's worst loss is $1,997, its equity before the order $2,000. */
const limit = (maxLossQuote: string | null, maxLossFraction: string | null = null) => ({
  maxLossQuote: maxLossQuote === null ? null : d(maxLossQuote),
  maxLossFraction: maxLossFraction === null ? null : d(maxLossFraction),
});
const under = (quote: string | null, fraction: string | null = null): ContextChange => ({
  preferences: limit(quote, fraction),
});

it('says nothing without a limit', () => {
  expect(runRule(lossOverLimit)).toEqual({ kind: 'not-applicable' });
});

it.each([
  ['1997', undefined],
  ['1996.99', 'acknowledge'],
  // 2 x 998.5 = 1997: twice the limit, not over it.
  ['998.5', 'acknowledge'],
  ['998.49', 'type-amount'],
  ['0', 'type-amount'],
])('a loss of 1,997 against a limit of %s holds %s', (quote, hold) => {
  expect(found(lossOverLimit, under(quote))?.hold).toBe(hold);
});

it('rounds the loss up and the limit down for people', () => {
  expect(found(lossOverLimit, under('1500.019'))).toEqual({
    level: 'danger',
    field: 'losses',
    value: '1997',
    threshold: '1500.019',
    message: 'This order can lose $1,997. Your limit is $1,500.01.',
    hold: 'acknowledge',
    // On isolated it can lose 303.
    remedy: { text: 'Switch to isolated with $300.', figures: { isolatedMargin: '300' } },
  });
});

it('finds no loss where nothing can be lost, even against a limit of nothing', () => {
  const losses = { ...crossExposure.losses, worst: { amount: d('0'), why: 'notional' as const } };
  expect(runRule(lossOverLimit, { ...under('0'), exposure: { losses } })).toEqual({ kind: 'clear' });
});

it("takes the trader's own multiple of the limit", () => {
  // 1.5 x 1,400 = 2,100 is over 1,997; 1.5 x 1,300 = 1,950 is not, and 2 x 1,950 is far away.
  const bands = { danger: d('1.5') };
  expect(runRule(lossOverLimit, under('1400'), bands)).toEqual({ kind: 'clear' });
  expect(found(lossOverLimit, under('1300'), bands)?.hold).toBe('acknowledge');
  expect(found(lossOverLimit, under('600'), bands)?.hold).toBe('type-amount');
  expect(found(lossOverLimit, under('1900'), {})?.hold).toBe('acknowledge');
  expect(runRule(lossOverLimit, under('1997'), {})).toEqual({ kind: 'clear' });
});

describe('the limit', () => {
  it.each([
    // 0.5 x 2,000 = 1,000.
    [null, '0.5', '1000'],
    ['900', '0.5', '900'],
    ['1100', '0.5', '1000'],
    ['1000', '0.5', '1000'],
  ])('of $%s and a share of %s is %s', (quote, fraction, expected) => {
    expect(found(lossOverLimit, under(quote, fraction))?.threshold).toBe(expected);
  });

  it('is nothing as a share of an equity below nothing', () => {
    const equity = { before: d('-238'), after: d('-239') };
    expect(found(lossOverLimit, { ...under(null, '0.05'), exposure: { equity } })).toMatchObject({
      threshold: '0',
      message: 'This order can lose $1,997. Your limit is $0.',
    });
    const losses = { ...crossExposure.losses, worst: { amount: d('0'), why: 'cross-scope' as const } };
    expect(runRule(lossOverLimit, { ...under(null, '0.05'), exposure: { equity, losses } })).toEqual({
      kind: 'clear',
    });
  });

  it('cannot be told as a share of an equity that is unknown', () => {
    const exposure = { equity: { before: gone, after: gone } };
    expect(runRule(lossOverLimit, { ...under(null, '0.5'), exposure })).toEqual({ kind: 'could-not-run' });
    // A loss of 1,997 is over $900 whatever the share is; under $2,000 it may be over the share.
    expect(found(lossOverLimit, { ...under('900', '0.5'), exposure })?.hold).toBe('type-amount');
    expect(runRule(lossOverLimit, { ...under('2000', '0.5'), exposure })).toEqual({ kind: 'could-not-run' });
    expect(found(lossOverLimit, { ...under('900'), exposure })?.threshold).toBe('900');
  });
});

it('offers no loss that looks over the limit it is within', () => {
  // 0.05 of 1,234.567 is 61.72835: a long of 0.6172835 at 100 loses as much, which rounds up to 61.73.
  const scene = { balance: '1234.567', assumptions: { maxLossFraction: d('0.05') } };
  const ticket = order('BTC', 'long', '5', 'cross');
  const preferences = { maxLossFraction: d('0.05') };
  expect(foundInScene(lossOverLimit, sceneContext(scene, ticket, { preferences }))).toMatchObject({
    message: 'This order can lose $500. Your limit is $61.72.',
    remedy: { text: 'Cut the size to 0.6172835: then it stays within your limit.' },
  });
});

describe('a balance that can only be too small', () => {
  const atLeast = { exposure: { atLeast: true as const } };

  it('makes the worst loss "at least", and a limit above it no answer', () => {
    expect(found(lossOverLimit, { ...under('1500'), ...atLeast })?.message).toBe(
      'This order can lose at least $1,997. Your limit is $1,500.',
    );
    expect(runRule(lossOverLimit, { ...under('1997'), ...atLeast })).toEqual({ kind: 'could-not-run' });
  });

  it('changes nothing of a loss that does not rest on it', () => {
    const losses = { ...crossExposure.losses, worst: { amount: d('1997'), why: 'notional' as const } };
    const exposure = { ...atLeast.exposure, losses };
    expect(runRule(lossOverLimit, { ...under('1997'), exposure })).toEqual({ kind: 'clear' });
    expect(found(lossOverLimit, { ...under('1500'), exposure })?.message).toBe(
      'This order can lose $1,997. Your limit is $1,500.',
    );
  });

  it('offers no size whose own loss would be "at least" again', () => {
    // A short of 1,200 at 100 can lose all of 1,000; at any size it still can.
    const short = order('BTC', 'short', '12', 'cross', { price: d('100') });
    const rich = { balance: '1000', assumptions: { maxLoss: d('900') } };
    const bound = { account: { crossBalanceIsLowerBound: true } };
    const preferences = { maxLossQuote: d('900') };
    const remedyIn = (more: object, ticket = short) =>
      foundInScene(lossOverLimit, sceneContext({ ...rich, ...more }, ticket, { preferences }))?.remedy;
    // A long of 9 can lose its notional of 900 at most, whatever stands behind it.
    const long = { ...short, side: 'long' as const };
    expect(remedyIn({}, long)?.figures).toMatchObject({ size: '9' });
    expect(remedyIn(bound, long)?.figures).toMatchObject({ size: '9' });
    expect(remedyIn(bound)?.figures).not.toHaveProperty('size');
  });
});

describe('the loss', () => {
  const parts = { price: d('58000'), priceLoss: d('0'), fees: d('0'), funding: d('0'), slippage: d('0') };
  const measured = (atStop: object, reach: Figure = d('1800')) =>
    runRule(lossOverLimit, {
      ...under('1'),
      exposure: {
        losses: { ...crossExposure.losses, atStop: atStop as typeof crossExposure.losses.atStop },
        reach: { ...crossExposure.reach, loss: reach },
      },
    });

  it('is the larger of stop and reach where a stop can fill', () => {
    expect(measured({ ...parts, amount: d('205') })).toMatchObject({ finding: { value: '1800' } });
    expect(measured({ ...parts, amount: d('1801') })).toMatchObject({ finding: { value: '1801' } });
  });

  it.each([
    ['no stop', { kind: 'no-stop' }],
    ['a stop beyond liquidation', { kind: 'stop-beyond-liquidation', ...parts, amount: d('205') }],
    ['a stop on the wrong side', { kind: 'stop-wrong-side', price: d('61000') }],
  ])('is the worst loss with %s', (_name, atStop) => {
    expect(measured(atStop)).toMatchObject({ finding: { value: '1997' } });
  });

  it('is said of what it was measured at, so that it never looks like the worst loss of 1,997', () => {
    const said = (amount: string, reach: string) => {
      const outcome = measured({ ...parts, amount: d(amount) }, d(reach));
      return outcome.kind === 'finding' ? outcome.finding.message : outcome.kind;
    };
    expect(said('205', '180')).toBe('At your stop this order loses $205. Your limit is $1.');
    expect(said('205', '1800')).toBe('A 30% move against this order can take $1,800. Your limit is $1.');
    expect(said('205', '1997')).toBe('This order can lose $1,997. Your limit is $1.');
    // A leg of a hedge can lose more at its stop than the pool holds: the other leg wins then.
    expect(said('2500', '1800')).toBe('At your stop this order loses $2,500. Your limit is $1.');
  });

  it('is over the limit where what is known of it is', () => {
    expect(measured({ ...parts, amount: gone })).toMatchObject({ finding: { value: '1800' } });
    expect(measured(gone)).toMatchObject({ finding: { value: '1800' } });
    expect(measured({ ...parts, amount: d('205') }, gone)).toMatchObject({ finding: { value: '205' } });
    const losses = { ...crossExposure.losses, worst: gone };
    expect(found(lossOverLimit, { ...under('1'), exposure: { losses } })?.value).toBe('1800');
  });

  it('is unknown where a part of it is and the rest is within the limit', () => {
    expect(measured({ ...parts, amount: gone }, d('1'))).toEqual({ kind: 'could-not-run' });
    expect(measured({ ...parts, amount: d('1') }, gone)).toEqual({ kind: 'could-not-run' });
    expect(measured(gone, d('1'))).toEqual({ kind: 'could-not-run' });
    expect(measured(gone, gone)).toEqual({ kind: 'could-not-run' });
    const losses = { ...crossExposure.losses, worst: gone };
    expect(runRule(lossOverLimit, { ...under('1800'), exposure: { losses } })).toEqual({
      kind: 'could-not-run',
    });
  });
});
