import { expect, it } from 'vitest';
import { found, runRule } from '../../test/support/run-rule.ts';
import { unknown } from '../domain/known.ts';
import { binanceFacts } from '../venues/binance/facts.ts';
import { bybitFacts } from '../venues/bybit/facts.ts';
import { krakenFacts } from '../venues/kraken/facts.ts';
import { orderlyFacts } from '../venues/orderly/facts.ts';
import { sharedAccountMode } from './shared-account-mode.ts';

const isolated = { marginMode: 'isolated' as const };

it.each([bybitFacts, krakenFacts, orderlyFacts])(
  'says on $name what of the cross balance is counted',
  (facts) => {
    expect(found(sharedAccountMode, { facts })).toEqual({
      level: 'notice',
      field: 'walletBalance',
      value: 'many-coins',
      threshold: '',
      message:
        'On this exchange cross can draw on every coin you hold as collateral, less a haircut. Only USDT is counted here: losses and idle money can be larger, the liquidation farther away.',
    });
  },
);

it('has nothing to say where coins are shared only by a setting that no page shows', () => {
  expect(runRule(sharedAccountMode, { facts: binanceFacts })).toEqual({ kind: 'not-applicable' });
  expect(runRule(sharedAccountMode)).toEqual({ kind: 'not-applicable' });
});

it('concerns what can draw on the pool', () => {
  const facts = bybitFacts;
  expect(runRule(sharedAccountMode, { facts, exposure: isolated })).toEqual({ kind: 'clear' });
  expect(found(sharedAccountMode, { facts, exposure: isolated, order: { autoAddMargin: true } })?.level).toBe(
    'notice',
  );
  const marginMode = unknown('ambiguous', 'marginMode');
  expect(runRule(sharedAccountMode, { facts, exposure: { marginMode } })).toEqual({ kind: 'could-not-run' });
});
