import { describe, expect, it } from 'vitest';
import { order, sceneInput } from '../../../test/support/engine-input.ts';
import { decimal } from '../../domain/decimal-string.ts';
import type { Liquidation, LossParts, Remedies } from '../../domain/exposure.ts';
import { unknown } from '../../domain/known.ts';
import { confirmedRemedies } from './confirmed-remedies.ts';
import type { Risk } from './worst-case.ts';

type Ticket = Parameters<typeof confirmedRemedies>[1];

const d = decimal;
const zero = d('0');
const missing = unknown('missing-input', 'instruments.BTC.tick');
const notConfirmed = { kind: 'none', why: 'not-confirmed' };
const wouldLiquidate = { kind: 'none', why: 'would-liquidate' };

const scene = sceneInput({ balance: '2000' });
const buy = order('BTC', 'long', '20', 'cross', { autoAddMargin: true });
const input: Ticket = { ...scene, order: buy };

const before: Liquidation = { kind: 'none', why: 'hedged' };
const after: Liquidation = {
  kind: 'price',
  price: d('90'),
  distance: d('0.1'),
  range: { nearest: d('90.01'), farthest: d('89.99') },
};
const due: Liquidation = { ...after, distance: zero };

const parts: LossParts = {
  amount: d('49'),
  price: d('95'),
  priceLoss: d('49'),
  fees: zero,
  funding: zero,
  slippage: zero,
};
const beyond = { kind: 'stop-beyond-liquidation', ...parts } as const;

const calm: Risk = {
  liquidation: after,
  losses: {
    atStop: { kind: 'no-stop' },
    atLiquidation: { kind: 'none' },
    worst: { amount: d('205'), why: 'isolated-margin' },
  },
  idle: { balance: zero, atRisk: zero, atLiquidation: zero, share: zero },
  reach: { move: d('0.3'), loss: d('48'), idleTaken: zero, share: zero },
};
const losing = (losses: Partial<Risk['losses']>): Risk => ({
  ...calm,
  losses: { ...calm.losses, ...losses },
});

const none: Remedies = {
  transferOut: { kind: 'none', why: 'nothing-at-risk' },
  isolatedMargin: missing,
  fittingSize: { kind: 'none', why: 'no-limit' },
};

const transfer = { amount: d('1800'), atRisk: zero, liquidation: before, stop: 'no-stop' } as const;
const margin = { amount: d('200'), liquidation: before, worst: d('201'), stop: 'no-stop' } as const;
const size = {
  size: d('10'),
  bindingLimit: 'max-loss',
  limit: d('49'),
  measure: 'at-stop',
  loss: d('1'),
  reach: d('2'),
  notCounted: [],
} as const;

/** One remedy as it is confirmed by a run that says `risk`, and what was run. */
function confirmedBy(risk: Risk, remedies: Partial<Remedies>, of: Ticket = input) {
  const run: Ticket[] = [];
  const confirmed = confirmedRemedies({ ...none, ...remedies }, of, (changed) => {
    run.push(changed);
    return risk;
  });
  return { ...confirmed, run };
}

it('what is no remedy needs no run', () => {
  expect(confirmedBy(calm, {})).toEqual({ ...none, run: [] });
});

describe('a transfer', () => {
  it('is run on the account without that money', () => {
    const { transferOut, run } = confirmedBy(calm, { transferOut: transfer });
    expect(transferOut).toEqual({ ...transfer, liquidation: after });
    expect(run).toEqual([{ ...input, account: { ...input.account, crossBalance: '200' } }]);
  });

  it('is not offered where money stays at risk, the run liquidates or there is no balance', () => {
    const offered = (risk: Risk, of?: Ticket) => confirmedBy(risk, { transferOut: transfer }, of).transferOut;
    expect(offered({ ...calm, idle: { ...calm.idle, atRisk: d('0.01') } })).toEqual(notConfirmed);
    expect(offered({ ...calm, liquidation: due })).toEqual(wouldLiquidate);
    expect(offered({ ...calm, liquidation: missing })).toEqual({ ...transfer, liquidation: missing });
    expect(offered(calm, { ...sceneInput({}), order: buy })).toEqual(notConfirmed);
  });

  it('reaches its stop only where the run does', () => {
    const reached = { ...transfer, stop: 'reached' } as const;
    const stopIn = (risk: Risk, transferOut: Remedies['transferOut']) =>
      confirmedBy(risk, { transferOut }).transferOut;
    expect(stopIn(losing({ atStop: parts }), reached)).toMatchObject({ stop: 'reached' });
    expect(stopIn(losing({ atStop: beyond }), reached)).toMatchObject({ stop: 'not-reached' });
    expect(stopIn(losing({ atStop: beyond }), transfer)).toMatchObject({ stop: 'no-stop' });
    expect(stopIn(calm, reached)).toMatchObject({ stop: 'reached' });
  });
});

describe('an isolated margin', () => {
  it('is run on isolated, without auto-add', () => {
    const { isolatedMargin, run } = confirmedBy(calm, { isolatedMargin: margin });
    expect(isolatedMargin).toEqual({ ...margin, liquidation: after, worst: '205' });
    expect(run).toEqual([
      { ...input, order: { ...buy, marginMode: 'isolated', margin: '200', autoAddMargin: false } },
    ]);
  });

  it('is not offered where its worst loss is unknown, the stop lies beyond or the run liquidates', () => {
    const offered = (risk: Risk) => confirmedBy(risk, { isolatedMargin: margin }).isolatedMargin;
    expect(offered(losing({ worst: missing }))).toEqual(notConfirmed);
    expect(offered(losing({ atStop: beyond }))).toEqual(notConfirmed);
    expect(offered(losing({ atStop: parts }))).toMatchObject({ worst: '205' });
    expect(offered({ ...calm, liquidation: due })).toEqual(wouldLiquidate);
  });
});

describe('a size', () => {
  const offered = (risk: Risk, measure: 'at-stop' | 'worst' = 'at-stop') =>
    confirmedBy(risk, { fittingSize: { ...size, measure } }).fittingSize;

  it('is run as the size of the order, its loss and reach are those of the run', () => {
    const { fittingSize, run } = confirmedBy(losing({ atStop: parts }), { fittingSize: size });
    expect(fittingSize).toEqual({ ...size, loss: '49', reach: '48' });
    expect(run).toEqual([{ ...input, order: { ...buy, size: '10' } }]);
  });

  it('is held against the worst loss where no stop fills', () => {
    const worst = { amount: d('48.5'), why: 'notional' } as const;
    expect(offered(losing({ worst }), 'worst')).toMatchObject({ loss: '48.5' });
    expect(offered(calm, 'worst')).toEqual(notConfirmed);
    expect(offered(losing({ worst: missing }), 'worst')).toEqual(notConfirmed);
  });

  it('is not offered above the limit, with the stop beyond or with a loss nobody knows', () => {
    expect(offered(losing({ atStop: { ...parts, amount: d('49.01') } }))).toEqual(notConfirmed);
    expect(offered(losing({ atStop: beyond }))).toEqual(notConfirmed);
    expect(offered(calm)).toEqual(notConfirmed);
    expect(offered(losing({ atStop: missing }))).toEqual(notConfirmed);
    expect(offered(losing({ atStop: { ...parts, amount: missing } }))).toEqual(notConfirmed);
    expect(offered({ ...losing({ atStop: parts }), liquidation: due })).toEqual(wouldLiquidate);
  });
});
