import { decimal } from '../../../src/domain/decimal-string.ts';
import type { PageHealth, TicketState } from '../../../src/domain/health.ts';
import { unknown } from '../../../src/domain/known.ts';
import { type Provenance, type TicketReading, ticketFieldNames } from '../../../src/domain/ticket-reading.ts';

const byRecipe = (anchor: string): Provenance => ({ how: 'recipe', anchor });
const byLabel = (anchor: string): Provenance => ({ how: 'label', anchor });

/** The ticket of the assessments, as a page would be read: buy 0.1 BTC at 60,000 with 20x, no stop. */
const typed: TicketReading = {
  venue: { known: true, value: 'binance', from: byRecipe('www.binance.com') },
  symbol: { known: true, value: 'BTCUSDT', from: byRecipe('/en/futures/BTCUSDT') },
  currency: { known: true, value: 'USDT', from: byLabel('Avbl') },
  marginMode: { known: true, value: 'cross', from: byRecipe('button.margin-mode') },
  leverage: { known: true, value: decimal('20'), from: byRecipe('button.leverage') },
  side: { known: true, value: 'long', from: byLabel('Buy/Long') },
  effect: { known: true, value: 'open', from: byLabel('Open') },
  orderType: { known: true, value: 'limit', from: byLabel('Limit') },
  price: { known: true, value: decimal('60000'), from: byLabel('Price') },
  size: { known: true, value: decimal('0.1'), from: byLabel('Size') },
  sizeUnit: { known: true, value: 'base', from: byLabel('BTC') },
  sizeBase: { known: true, value: decimal('0.1'), from: byLabel('Size') },
  reduceOnly: { known: true, value: false, from: byLabel('Reduce-Only') },
  stopLoss: unknown('not-on-page', 'stopLoss'),
  takeProfit: unknown('not-on-page', 'takeProfit'),
  walletBalance: { known: true, value: decimal('2000'), from: byLabel('Wallet Balance') },
  equity: unknown('not-on-page', 'equity'),
  available: { known: true, value: decimal('2000'), from: byLabel('Avbl') },
  positionMode: unknown('hidden', 'positionMode'),
  markPrice: { known: true, value: decimal('60010.4'), from: byLabel('Mark') },
  lastPrice: { known: true, value: decimal('60012'), from: byRecipe('h1.price') },
  pageLiquidationPrice: unknown('unparsable', 'pageLiquidationPrice'),
  pageCost: { known: true, value: decimal('300'), from: byLabel('Cost') },
  positions: { known: true, value: [], complete: true, from: byLabel('Positions(0)') },
};

const readAt = '2026-11-21T10:00:00.000Z';
const times = [...ticketFieldNames, 'positions' as const].map((name) => [name, readAt] as const);
const health = {
  scope: 'ticket',
  readBy: 'recipe',
  readAt,
  since: Object.fromEntries(times) as NonNullable<PageHealth['since']>,
  failedChecks: [],
} as const;

export const ticketState: TicketState = { reading: typed, health };
export const bothSides: TicketState = { reading: { ...typed, side: unknown('ambiguous', 'side') }, health };
export const closing: TicketState = {
  reading: { ...typed, effect: { known: true, value: 'reduce', from: byLabel('Reduce-Only') } },
  health,
};
export const nothingRead: TicketState = {
  reading: {
    ...(Object.fromEntries(
      Object.keys(typed).map((name) => [name, unknown('not-on-page', name)]),
    ) as unknown as TicketReading),
    venue: typed.venue,
  },
  health: { ...health, scope: 'none' },
};
