import { pressRecord } from '../../src/background/press-on-record.ts';
import type { PressRecord } from '../../src/domain/press-record.ts';
import type { VenueSettings } from '../../src/domain/settings.ts';
import type { PositionRow } from '../../src/domain/ticket-reading.ts';
import { readingOf, type Ticket } from './budget-ticket.ts';
import { row } from './ticket-reading.ts';

/**
 * 200 opening orders of an ordinary month on one exchange, drawn from distributions with a fixed seed. They were described
 * before the rules were tried on them:
 *
 * - Three traders. A (100 orders) trades isolated only and has set that, a largest loss of 5 % of equity and a cap of 25x.
 *   B (40) trades small on cross and has set that. C (60) has set nothing and uses both: 45 isolated, 15 on cross.
 * - Isolated: margin around 2 % of a wallet of 500 to 10,000 (log-normal, sigma 0.5), 3x to 25x. Cross: margin around
 *   1.5 %, 3x to 10x.
 * - A stop on four of five: on isolated at 20 to 70 % of the way to where the margin is gone, on cross 1 to 5 % away.
 * - Two of three are limit orders up to 0.5 % on the good side of the mark and 0.1 % on the bad one; the rest is market.
 * - BTC, ETH and SOL in their shares of volume; long in 55 %.
 * - Up to two other positions are open (small ones, in the trader's own mode); one order in five adds to an open position
 *   of its own side, which is as often up as down.
 * - Every fiftieth order meets a page that does not show the leverage, every thirtieth one without the positions.
 * - Nine orders a day on 22 days, a quarter of an hour and more apart; habits are those of the orders before.
 */
export function ordinaryMonth(): readonly Ticket[] {
  const random = generator(20261121);
  const traders = shuffled(
    [
      ...Array<Kind>(100).fill(isolatedOnly),
      ...Array<Kind>(40).fill(smallCross),
      ...Array<Kind>(45).fill(free('isolated')),
      ...Array<Kind>(15).fill(free('cross')),
    ],
    random,
  );
  const presses = new Map<string, PressRecord[]>();
  return traders.map((kind, index) => {
    const day = Math.floor(index / 9.1);
    const at = new Date(Date.UTC(2026, 9, 1 + day, 8, (index % 9) * 70 + Math.floor(random() * 40)));
    const own = presses.get(kind.trader) ?? [];
    const ticket = drawn(kind, index, at, own, random);
    const page = readingOf(ticket);
    const side = ticket.fields.side === 'short' ? 'short' : 'long';
    const press = { at, reading: page, side, venue: ticket.venue, currency: 'USDT' } as const;
    presses.set(kind.trader, [...own, pressRecord(press, false)]);
    return ticket;
  });
}

interface Kind {
  readonly trader: string;
  readonly mode: 'isolated' | 'cross';
  readonly settings: Partial<VenueSettings>;
}

const isolatedOnly: Kind = {
  trader: 'A',
  mode: 'isolated',
  settings: { intendedMode: 'isolated', maxLossFraction: decimalOf(0.05), leverageCap: decimalOf(25) },
};
const smallCross: Kind = { trader: 'B', mode: 'cross', settings: { intendedMode: 'cross' } };
const free = (mode: Kind['mode']): Kind => ({ trader: 'C', mode, settings: {} });

const wallets: Readonly<Record<string, number>> = { A: 3000, B: 10_000, C: 900 };
const marks = [
  ['BTCUSDT', 60_000, 0.5],
  ['ETHUSDT', 3000, 0.3],
  ['SOLUSDT', 150, 0.2],
] as const;

type Random = () => number;

function drawn(
  { trader, mode, settings }: Kind,
  index: number,
  at: Date,
  presses: readonly PressRecord[],
  random: Random,
): Ticket {
  const wallet = (wallets[trader] ?? 1000) * (0.6 + 0.8 * random());
  const [symbol, base] = picked(random);
  const mark = base * (0.97 + 0.06 * random());
  const isLong = random() < 0.55;
  const leverages = mode === 'isolated' ? [3, 5, 5, 10, 10, 10, 15, 20, 20, 25] : [3, 3, 5, 5, 5, 10];
  const leverage = leverages[Math.floor(random() * leverages.length)] ?? 5;
  const share = (mode === 'isolated' ? 0.02 : 0.015) * Math.exp(0.5 * normal(random));
  const size = (wallet * share * leverage) / mark;
  const isLimit = random() < 2 / 3;
  const good = random() * 0.006 - 0.001;
  const price = isLimit ? mark * (isLong ? 1 - good : 1 + good) : mark;
  const distance = mode === 'isolated' ? (0.2 + 0.5 * random()) / leverage : 0.01 + 0.04 * random();
  const hasStop = random() < 0.8;
  const positions = standing(mode, symbol, mark, wallet, isLong, random);
  const decimals = mark > 1000 ? 1 : 2;
  return {
    at,
    venue: 'binance',
    positions: index % 30 === 29 ? null : positions,
    settings,
    presses,
    fields: {
      symbol,
      marginMode: mode,
      side: isLong ? 'long' : 'short',
      orderType: isLimit ? 'limit' : 'market',
      sizeUnit: 'base',
      size: size.toFixed(4),
      sizeBase: size.toFixed(4),
      walletBalance: wallet.toFixed(2),
      markPrice: mark.toFixed(decimals),
      ...(index % 50 === 49 ? {} : { leverage: String(leverage) }),
      ...(isLimit ? { price: price.toFixed(decimals) } : {}),
      ...(hasStop ? { stopLoss: (price * (isLong ? 1 - distance : 1 + distance)).toFixed(decimals) } : {}),
    },
  };
}

/** What is open already. */
function standing(
  mode: Kind['mode'],
  symbol: string,
  mark: number,
  wallet: number,
  isLong: boolean,
  random: Random,
): readonly PositionRow[] {
  const rows: PositionRow[] = [];
  const add = (name: string, price: number, side: 'long' | 'short') => {
    const leverage = mode === 'isolated' ? 10 : 5;
    const margin = wallet * (0.01 + 0.02 * random());
    const size = (margin * leverage) / price;
    const gain = (random() - 0.5) * 0.04;
    const entry = side === 'long' ? price * (1 - gain) : price * (1 + gain);
    rows.push(
      row(name, side, {
        size: size.toFixed(4),
        entryPrice: entry.toFixed(2),
        markPrice: price.toFixed(2),
        leverage: String(leverage),
        marginMode: mode,
        ...(mode === 'isolated' ? { margin: margin.toFixed(2) } : {}),
      }),
    );
  };
  if (random() < 0.2) add(symbol, mark, isLong ? 'long' : 'short');
  for (const [name, price] of marks)
    if (name !== symbol && random() < 0.25) add(name, price, random() < 0.55 ? 'long' : 'short');
  return rows;
}

function picked(random: Random): readonly [string, number] {
  let left = random();
  for (const [symbol, mark, share] of marks) {
    if (left < share) return [symbol, mark];
    left -= share;
  }
  return ['BTCUSDT', 60_000];
}

function decimalOf(value: number): NonNullable<VenueSettings['leverageCap']> {
  return String(value) as NonNullable<VenueSettings['leverageCap']>;
}

/** Uniform over 0 to 1, the same row of numbers for the same seed (a linear congruence modulo 2^32). */
function generator(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Of the middle of twelve uniform numbers: near enough to normal. */
function normal(random: Random): number {
  return Array.from({ length: 12 }, random).reduce((sum, each) => sum + each, 0) - 6;
}

function shuffled<T>(items: readonly T[], random: Random): readonly T[] {
  const left = [...items];
  return items.flatMap(() => left.splice(Math.floor(random() * left.length), 1));
}
