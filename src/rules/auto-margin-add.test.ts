import { expect, it } from 'vitest';
import { order } from '../../test/support/engine-input.ts';
import { crossExposure } from '../../test/support/rule-context.ts';
import { found, runRule } from '../../test/support/run-rule.ts';
import { foundInScene, sceneContext } from '../../test/support/scene-context.ts';
import { decimal } from '../domain/decimal-string.ts';
import { unknown } from '../domain/known.ts';
import { autoMarginAdd } from './auto-margin-add.ts';

const isolated = { marginMode: 'isolated' as const };
const on = { order: { autoAddMargin: true } };
const gone = unknown('missing-input', 'account.crossBalance');

it('makes the whole balance the cap in place of the margin (EX-1a)', () => {
  const ticket = order('BTC', 'long', '10', 'isolated', { margin: decimal('100'), autoAddMargin: true });
  expect(foundInScene(autoMarginAdd, sceneContext({ balance: '1000' }, ticket))).toEqual({
    level: 'warning',
    field: 'autoAddMargin',
    value: 'on',
    threshold: '',
    message: 'Isolated, but auto-add of margin draws on the whole balance: this order can lose $1,000.',
    remedy: {
      text: 'Turn auto-add of margin off: then $100 is the most this order can lose.',
      figures: { isolatedMargin: '100' },
    },
  });
});

it('says "at least" of a pool that can only be too small', () => {
  expect(found(autoMarginAdd, { ...on, exposure: { ...isolated, atLeast: true } })?.message).toBe(
    'Isolated, but auto-add of margin draws on the whole balance: this order can lose at least $1,997.',
  );
});

it('is clear on isolated without it, and does not concern cross', () => {
  expect(runRule(autoMarginAdd, { exposure: isolated })).toEqual({ kind: 'clear' });
  expect(runRule(autoMarginAdd, { exposure: isolated, order: { autoAddMargin: false } })).toEqual({
    kind: 'clear',
  });
  expect(runRule(autoMarginAdd, on)).toEqual({ kind: 'not-applicable' });
});

it('still warns where the balance is not known, and cannot tell without a mode', () => {
  const losses = { ...crossExposure.losses, worst: gone };
  expect(found(autoMarginAdd, { ...on, exposure: { ...isolated, losses } })).toMatchObject({
    level: 'warning',
    message: 'Isolated, but auto-add of margin draws on the whole balance. How much that is cannot be told.',
  });
  const marginMode = unknown('ambiguous', 'marginMode');
  expect(runRule(autoMarginAdd, { ...on, exposure: { marginMode } })).toEqual({ kind: 'could-not-run' });
  expect(runRule(autoMarginAdd, { exposure: { marginMode } })).toEqual({ kind: 'clear' });
});
