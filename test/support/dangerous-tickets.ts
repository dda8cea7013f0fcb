import type { PressRecord } from '../../src/domain/press-record.ts';
import type { PositionRow, TicketFieldName } from '../../src/domain/ticket-reading.ts';
import type { Hold } from '../../src/domain/verdict.ts';
import type { Ticket } from './budget-ticket.ts';
import { row } from './ticket-reading.ts';

export interface DangerousTicket {
  /** What is dangerous about it. */
  readonly danger: string;
  /** The rule that has to hold it. */
  readonly rule: string;
  readonly hold: Hold;
  readonly ticket: Ticket;
}

type Fields = Readonly<Partial<Record<TicketFieldName, string>>>;

const at = new Date('2026-10-15T12:00:00Z');

/** A harmless order to start from: 0.002 BTC at the mark of 60,000 and 10x, isolated: 12 of a wallet of 2,000. */
const calm: Fields = {
  symbol: 'BTCUSDT',
  marginMode: 'isolated',
  side: 'long',
  orderType: 'limit',
  price: '60000',
  leverage: '10',
  sizeUnit: 'base',
  size: '0.002',
  sizeBase: '0.002',
  walletBalance: '2000',
  markPrice: '60000',
};

function without(...names: readonly TicketFieldName[]): Fields {
  return Object.fromEntries(
    Object.entries(calm).filter(([name]) => !names.includes(name as TicketFieldName)),
  );
}

function ticket(fields: Fields, rest: Partial<Ticket> = {}, base: Fields = calm): Ticket {
  return { at, venue: 'binance', positions: [], ...rest, fields: { ...base, ...fields } };
}

const sized = (sizeBase: string): Fields => ({ size: sizeBase, sizeBase });
const cross = { marginMode: 'cross' } as const;
const short = { side: 'short' } as const;
/** EX-9's shape: margin 300, notional 6,000, and 1,700 idle in the wallet. */
const wholeWallet: Fields = { ...cross, leverage: '20', ...sized('0.1') };
/** EX-6: 50 planned at the stop, notional 2,400 on cross. */
const fifty: Fields = { ...cross, leverage: '5', ...sized('0.04'), stopLoss: '58750' };
/** Notional 60,000 on 1,800: 2.5 % away. */
const tight: Fields = { ...cross, leverage: '50', walletBalance: '1800', ...sized('1') };

const other = (symbol: string, side: 'long' | 'short', size: string, price: string): PositionRow =>
  row(symbol, side, { size, entryPrice: price, markPrice: price, leverage: '10', marginMode: 'cross' });
/** EX-4: positions of 1,000 each. */
const eth = (side: 'long' | 'short') => other('ETHUSDT', side, '0.3334', '3000');
const sol = (side: 'long' | 'short') => other('SOLUSDT', side, '6.667', '150');
const thousand: Fields = { ...cross, ...sized('0.01667'), walletBalance: '1000' };

const press = (change: Partial<PressRecord>): PressRecord => ({
  at: '2026-10-15T09:00:00Z',
  venue: 'binance',
  symbol: 'BTCUSDT',
  side: 'long',
  size: '0.002' as NonNullable<PressRecord['size']>,
  addsToLoser: false,
  held: false,
  ...change,
});
const tenAlike = Array.from({ length: 10 }, () => press({}));
const twiceAdded = [press({ addsToLoser: true }), press({ addsToLoser: true })];
const losing = (marginMode: 'isolated' | 'cross'): PositionRow =>
  row('BTCUSDT', 'long', {
    size: '0.004',
    entryPrice: '61000',
    markPrice: '60000',
    leverage: '10',
    marginMode,
    ...(marginMode === 'isolated' ? { margin: '24.4' } : {}),
  });

const amount = (text: string) => text as NonNullable<NonNullable<Ticket['settings']>['maxLossQuote']>;
const twelve: Fields = { ...sized('0.02') };

const held = (rule: string, hold: Hold, danger: string, of: Ticket): DangerousTicket => ({
  danger,
  rule,
  hold,
  ticket: of,
});

export const dangerousTickets: readonly DangerousTicket[] = [
  held(
    'cross-idle-exposed',
    'type-amount',
    'a long with the whole idle wallet behind it',
    ticket(wholeWallet),
  ),
  held(
    'cross-idle-exposed',
    'type-amount',
    'a short with the whole idle wallet behind it',
    ticket({ ...wholeWallet, ...short }),
  ),
  held(
    'cross-idle-exposed',
    'type-amount',
    'isolated, with auto-add drawing on the wallet',
    ticket({ leverage: '20', ...sized('0.1') }, { settings: { autoAddMargin: true } }),
  ),
  held(
    'cross-idle-exposed',
    'type-amount',
    'idle coins behind an inverse contract',
    ticket(
      {
        ...cross,
        symbol: 'BTCUSD_PERP',
        currency: 'BTC',
        leverage: '20',
        ...sized('6000'),
        walletBalance: '0.05',
      },
      { venue: 'binance-coinm' },
    ),
  ),
  held(
    'cross-idle-exposed',
    'acknowledge',
    'brackets nobody has, and a wallet behind it on cross',
    ticket({ ...cross, symbol: 'NEWCOINUSDT', price: '1', markPrice: '1', leverage: '20', ...sized('6000') }),
  ),
  held('exposed-beyond-plan', 'type-amount', '50 planned at the stop, 720 within reach', ticket(fifty)),
  held(
    'exposed-beyond-plan',
    'type-amount',
    '100 planned on SOL with 1,000 on cross',
    ticket({
      ...cross,
      symbol: 'SOLUSDT',
      price: '150',
      markPrice: '150',
      ...sized('50'),
      stopLoss: '148',
      walletBalance: '1000',
    }),
  ),
  held(
    'loss-over-limit',
    'acknowledge',
    'more than the limit in dollars',
    ticket(twelve, { settings: { maxLossQuote: amount('100') } }),
  ),
  held(
    'loss-over-limit',
    'type-amount',
    'more than twice the limit in dollars',
    ticket(twelve, { settings: { maxLossQuote: amount('50') } }),
  ),
  held(
    'loss-over-limit',
    'acknowledge',
    'more than the limit in percent',
    ticket(twelve, { settings: { maxLossFraction: amount('0.05') } }),
  ),
  held(
    'loss-over-limit',
    'type-amount',
    'a stop within the limit, and a reach far over it',
    ticket(fifty, { settings: { maxLossQuote: amount('300') } }),
  ),
  held('liquidation-near', 'acknowledge', 'a long 2.5 % from liquidation on cross', ticket(tight)),
  held(
    'liquidation-near',
    'acknowledge',
    'a short 2.5 % from liquidation on cross',
    ticket({ ...tight, ...short }),
  ),
  held(
    'liquidation-near',
    'acknowledge',
    'more on an account that is due for liquidation',
    ticket(
      { ...cross },
      {
        positions: [
          row('ETHUSDT', 'long', {
            size: '10',
            entryPrice: '3400',
            markPrice: '3000',
            leverage: '10',
            marginMode: 'cross',
          }),
        ],
      },
    ),
  ),
  held(
    'leverage-over-cap',
    'acknowledge',
    '50x with a cap of 20x',
    ticket({ leverage: '50' }, { settings: { leverageCap: amount('20') } }),
  ),
  held(
    'margin-mode-not-intended',
    'acknowledge',
    'cross where isolated is meant',
    ticket(cross, { settings: { intendedMode: 'isolated' } }),
  ),
  held(
    'margin-mode-not-intended',
    'acknowledge',
    'isolated where cross is meant',
    ticket({}, { settings: { intendedMode: 'cross' } }),
  ),
  held(
    'margin-mode-not-intended',
    'acknowledge',
    'cross on the one symbol meant for isolated',
    ticket(cross, { settings: { intendedMode: 'cross', intendedModeBySymbol: { 'BTC-USDT': 'isolated' } } }),
  ),
  held(
    'margin-mode-unread',
    'acknowledge',
    'a mode that cannot be read',
    ticket({}, {}, without('marginMode')),
  ),
  held(
    'stop-beyond-liquidation',
    'acknowledge',
    'a stop 5 % away at 50x',
    ticket({ leverage: '50', stopLoss: '57000' }),
  ),
  held(
    'stop-beyond-liquidation',
    'acknowledge',
    "a short's stop 5 % away at 50x",
    ticket({ ...short, leverage: '50', stopLoss: '63000' }),
  ),
  held(
    'stop-beyond-liquidation',
    'acknowledge',
    'a stop behind the liquidation of the whole wallet',
    ticket({ ...tight, stopLoss: '57000' }),
  ),
  held('stop-wrong-side', 'acknowledge', "a long's stop above the entry", ticket({ stopLoss: '61000' })),
  held(
    'stop-wrong-side',
    'acknowledge',
    "a short's stop below the entry",
    ticket({ ...short, stopLoss: '59000' }),
  ),
  held('stop-wrong-side', 'acknowledge', 'a stop at the entry', ticket({ stopLoss: '60000' })),
  held('price-far-from-mark', 'acknowledge', 'a bid 10 % over the mark', ticket({ price: '66000' })),
  held(
    'price-far-from-mark',
    'acknowledge',
    'an offer 10 % under the mark',
    ticket({ ...short, price: '54000' }),
  ),
  held('price-far-from-mark', 'acknowledge', 'a zero too many in the price', ticket({ price: '600000' })),
  held(
    'size-out-of-habit',
    'acknowledge',
    'a zero too many in the size',
    ticket(sized('0.02'), { presses: tenAlike }),
  ),
  held(
    'size-out-of-habit',
    'acknowledge',
    'five times the usual size',
    ticket(sized('0.01'), { presses: tenAlike }),
  ),
  held(
    'adds-to-losing-position',
    'acknowledge',
    'the third addition to a loss in a day',
    ticket({}, { presses: twiceAdded, positions: [losing('isolated')] }),
  ),
  held(
    'adds-to-losing-position',
    'acknowledge',
    'the third addition to a loss on cross',
    ticket(cross, { presses: twiceAdded, positions: [losing('cross')] }),
  ),
  held(
    'unrelated-directional-cross',
    'acknowledge',
    'three longs on three coins at 10x, one balance',
    ticket(thousand, { positions: [eth('long'), sol('long')] }),
  ),
  held(
    'unrelated-directional-cross',
    'acknowledge',
    'two shorts on two coins at 10x, one balance',
    ticket({ ...thousand, ...short }, { positions: [eth('short')] }),
  ),
  held(
    'joint-shock-liquidates',
    'acknowledge',
    'a tenth against all three liquidates all three',
    ticket({ ...thousand, walletBalance: '305' }, { positions: [eth('long'), sol('long')] }),
  ),
  held(
    'joint-shock-liquidates',
    'acknowledge',
    'a long and a short that a move against each takes together',
    ticket({ ...thousand, ...short, walletBalance: '205' }, { positions: [eth('long')] }),
  ),
  held('ticket-unread', 'acknowledge', 'a leverage that cannot be read', ticket({}, {}, without('leverage'))),
  held(
    'ticket-unread',
    'acknowledge',
    'a size that cannot be read',
    ticket({}, {}, without('size', 'sizeBase')),
  ),
  held('ticket-unread', 'acknowledge', 'a price that cannot be read', ticket({}, {}, without('price'))),
  held(
    'ticket-unread',
    'acknowledge',
    'no balance to be read behind cross',
    ticket(cross, {}, without('walletBalance')),
  ),
];
