import { order as peer } from '@orderly.network/perp';
import type { AssessInput } from '../../src/domain/assess-input.ts';
import { decimal } from '../../src/domain/decimal-string.ts';
import type { Instrument } from '../../src/domain/instrument.ts';
import { assess } from '../../src/engine/assess.ts';
import { liquidationPrice } from '../../src/engine/liquidation-price.ts';
import { baseRules } from '../../src/venues/base-rules.ts';
import { type Measurement, percentile } from './measurement.ts';

/** Eight brackets as a large venue has them; amounts follow from the rates. */
const ladder = [
  '50000 0.004',
  '600000 0.005',
  '3000000 0.0065',
  '12000000 0.01',
  '70000000 0.02',
  '100000000 0.025',
];

function contract(markPrice: string): Instrument {
  let floor = decimal('0');
  const tiers = [...ladder, '- 0.05'].map((packed) => {
    const [cap = '-', rate = '0'] = packed.split(' ');
    const tier = {
      floor,
      cap: cap === '-' ? null : decimal(cap),
      rate: decimal(rate),
      maxLeverage: decimal('10'),
    };
    if (cap !== '-') floor = decimal(cap);
    return tier;
  });
  return {
    kind: 'linear',
    markPrice: decimal(markPrice),
    tick: decimal('0.1'),
    tiers,
    takerFee: decimal('0.0005'),
    makerFee: decimal('0.0002'),
    liquidationFee: decimal('0.0125'),
    fundingRate: decimal('0.0001'),
    fundingIntervalHours: decimal('8'),
  };
}

/** A cross account of `count` positions on as many symbols, long and short in turn, all alive. */
function account(count: number): AssessInput {
  const symbols = Array.from({ length: count }, (_, index) => `S${index}USDT`);
  const mark = (index: number) => (60000.5 / (index + 1)).toFixed(2);
  return {
    contract: 1,
    venue: 'binance',
    account: {
      currency: 'USDT',
      crossBalance: decimal(String(4000 * count)),
      positions: symbols.map((symbol, index) => ({
        symbol,
        side: index % 3 === 2 ? 'short' : 'long',
        size: decimal((0.1234 * (index + 1)).toFixed(4)),
        entryPrice: decimal((Number(mark(index)) * (index % 2 === 0 ? 0.99 : 1.01)).toFixed(2)),
        markPrice: decimal(mark(index)),
        marginMode: 'cross',
        leverage: decimal('10'),
      })),
      positionsComplete: true,
    },
    instruments: Object.fromEntries(symbols.map((symbol, index) => [symbol, contract(mark(index))])),
  };
}

function withOrder(input: AssessInput): AssessInput {
  return {
    ...input,
    order: {
      symbol: 'S0USDT',
      side: 'long',
      effect: 'open',
      type: 'limit',
      price: decimal('60000'),
      size: decimal('0.1'),
      leverage: decimal('10'),
      marginMode: 'cross',
      stopLoss: decimal('58000'),
    },
  };
}

/** The same account as the peer takes it: numbers, one given rate a position, and an order too small to matter. */
function peerInput({ account: { positions } }: AssessInput): Parameters<typeof peer.estLiqPrice>[0] {
  return {
    positions: positions.map(({ symbol, side, size, markPrice }) => ({
      symbol,
      position_qty: (side === 'long' ? 1 : -1) * Number(size),
      mark_price: Number(markPrice),
      mmr: 0.004,
    })),
    newOrder: { symbol: 'S0USDT', qty: 0.0001, price: 60000.5 },
    totalCollateral: 4000 * positions.length,
    markPrice: 60000.5,
    baseIMR: 0.01,
    baseMMR: 0.004,
    orderFee: 0,
    IMR_Factor: 1e-7,
  };
}

/** Microseconds a call takes over a batch. */
function timed(run: () => unknown, calls: number): number {
  const start = process.hrtime.bigint();
  for (let call = 0; call < calls; call += 1) run();
  return Number(process.hrtime.bigint() - start) / 1000 / calls;
}

const median = (samples: readonly number[]) => percentile(samples, 0.5);

/** Both in turn within one run, so that what else the machine does hits both. */
function againstPeer(count: number): Measurement {
  const input = account(count);
  const theirs = peerInput(input);
  const ours: number[] = [];
  const peers: number[] = [];
  for (let round = 0; round < 120; round += 1) {
    const mine = timed(() => liquidationPrice(input, baseRules, 0), 20);
    const other = timed(() => peer.estLiqPrice(theirs), 20);
    // The first rounds warm both up.
    if (round < 40) continue;
    ours.push(mine);
    peers.push(other);
  }
  const value = Math.round((median(peers) / median(ours)) * 100) / 100;
  return { id: `engine-vs-peer-${count}`, value, unit: 'x rate', limit: 3, better: 'higher' };
}

function milliseconds(count: number, rounds: number): number[] {
  const input = withOrder(account(count));
  for (let warm = 0; warm < 150; warm += 1) assess(input, baseRules);
  return Array.from({ length: rounds }, () => timed(() => assess(input, baseRules), 1) / 1000);
}

/** Figures of the engine: rate against a peer library, the whole assessment, and its growth with positions. */
export async function engineBench(): Promise<Measurement[]> {
  const rates = [1, 10, 50].map(againstPeer);
  const twenty = milliseconds(20, 400);
  const twoHundred = milliseconds(200, 60);
  return [
    ...rates,
    { id: 'assess-20-p95', value: rounded(percentile(twenty, 0.95)), unit: 'ms', limit: 2, better: 'lower' },
    {
      id: 'assess-growth',
      value: rounded(median(twoHundred) / (10 * median(twenty))),
      unit: 'ratio',
      limit: 1.2,
      better: 'lower',
    },
  ];
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
