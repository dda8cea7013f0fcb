import { expect, it } from 'vitest';
import { crossExposure } from '../../test/support/rule-context.ts';
import { found, runRule } from '../../test/support/run-rule.ts';
import { decimal } from '../domain/decimal-string.ts';
import { unknown } from '../domain/known.ts';
import { exposedBeyondPlan } from './exposed-beyond-plan.ts';

const d = decimal;
const gone = unknown('missing-input', 'order.leverage');
const { reach, plannedVersusExposed } = crossExposure;
/** $100 planned, so the multiple is the loss within reach over 100. */
const takes = (loss: string, share = '0.5') => ({
  exposure: {
    reach: { ...reach, loss: d(loss), share: d(share) },
    plannedVersusExposed: { ...plannedVersusExposed, planned: d('100') },
  },
});

it.each([
  ['199.99', undefined, undefined],
  ['200', 'notice', 'none'],
  ['299.99', 'notice', 'none'],
  ['300', 'warning', 'none'],
  ['599.99', 'warning', 'none'],
  ['600', 'danger', 'type-amount'],
  ['9000', 'danger', 'type-amount'],
])('$100 planned and $%s within reach is %s and holds %s', (loss, level, hold) => {
  const finding = found(exposedBeyondPlan, takes(loss));
  expect([finding?.level, finding?.hold]).toEqual([level, hold]);
});

it('says plan, reach and multiple; the default exposure: 1800 over 300 is 6', () => {
  expect(found(exposedBeyondPlan)).toEqual({
    level: 'danger',
    field: 'plannedVersusExposed',
    value: '6',
    threshold: '6',
    message: 'You plan to risk $300. A move you plan for can take $1,800, that is 6 times as much.',
    hold: 'type-amount',
    remedy: { text: 'Switch to isolated with $300.', figures: { isolatedMargin: '300' } },
  });
});

it('is a notice while less than a tenth of the cross balance is within reach', () => {
  expect(found(exposedBeyondPlan, takes('600', '0.0999'))).toMatchObject({ level: 'notice', hold: 'none' });
  expect(found(exposedBeyondPlan, takes('600', '0.1'))?.level).toBe('danger');
});

it('concerns cross, and isolated with auto-add', () => {
  const isolated = { exposure: { marginMode: 'isolated' as const } };
  expect(runRule(exposedBeyondPlan, isolated)).toEqual({ kind: 'not-applicable' });
  expect(runRule(exposedBeyondPlan, { ...isolated, order: { autoAddMargin: false } }).kind).toBe(
    'not-applicable',
  );
  expect(found(exposedBeyondPlan, { ...isolated, order: { autoAddMargin: true } })?.level).toBe('danger');
});

it.each([
  ['the mode', { marginMode: gone }],
  ['the loss within reach', { reach: { ...reach, loss: gone } }],
  ['the share', { reach: { ...reach, share: gone } }],
  ['the plan', { plannedVersusExposed: { ...plannedVersusExposed, planned: gone } }],
  ['a multiple of a plan of nothing', { plannedVersusExposed: { ...plannedVersusExposed, planned: d('0') } }],
])('cannot run without %s', (_name, exposure) => {
  expect(runRule(exposedBeyondPlan, { exposure })).toEqual({ kind: 'could-not-run' });
});

it('is clear below the first band', () => {
  expect(runRule(exposedBeyondPlan, takes('50'))).toEqual({ kind: 'clear' });
});
