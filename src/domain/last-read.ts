import type { PageHealth } from './health.ts';
import type { TicketFieldName } from './ticket-reading.ts';
import type { VenueId } from './venue.ts';

/** The fields a trader would ask after, in the order of a ticket. */
export const lastReadNames = [
  'symbol',
  'marginMode',
  'leverage',
  'side',
  'orderType',
  'price',
  'size',
  'sizeUnit',
  'reduceOnly',
  'stopLoss',
  'takeProfit',
  'currency',
  'walletBalance',
  'equity',
  'available',
  'markPrice',
  'pageLiquidationPrice',
  'positionMode',
  'positions',
] as const satisfies readonly (TicketFieldName | 'positions')[];

export type LastReadName = (typeof lastReadNames)[number];

/** When each field of an exchange's ticket was last read. Times and names only; no value is kept. */
export interface LastRead {
  /** ISO time of the last reading. */
  readonly at: string;
  /** What most of it was read by. */
  readonly by: PageHealth['readBy'];
  /** ISO time of the last reading in which the field was known; absent where it never was. */
  readonly fields: Readonly<Partial<Record<LastReadName, string>>>;
}

export type LastReads = Readonly<Partial<Record<VenueId, LastRead>>>;
