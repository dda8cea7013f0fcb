import type { MarginMode, Position, Side } from './account.ts';
import type { DecimalString } from './decimal-string.ts';
import type { Known, Unknown } from './known.ts';
import type { OrderEffect, PositionMode } from './order.ts';
import type { VenueId } from './venue.ts';

/** Where a value on the page came from, so that the trader and a maintainer can check it. */
export interface Provenance {
  readonly how: 'recipe' | 'taught' | 'label';
  /** The anchor that found it, in a form that a person can read: a selector, or the label's text. */
  readonly anchor: string;
}

export type Field<T> = (Known<T> & { readonly from: Provenance }) | Unknown;

/** What was read; `undefined` where nothing was. */
export function readValue<T>(field: Field<T>): T | undefined {
  return field.known ? field.value : undefined;
}

export type SizeUnit = 'base' | 'quote' | 'contracts' | 'cost' | 'percent';

/** A row of the page's own positions table. Members that the page does not show are absent. */
export interface PositionRow extends Position {
  readonly unrealisedPnl?: DecimalString;
  readonly liquidationPrice?: DecimalString;
}

export type PositionsField =
  | (Known<readonly PositionRow[]> & {
      readonly from: Provenance;
      /** true only with evidence: the page's own count, or its own "no positions". */
      readonly complete: boolean;
    })
  | Unknown;

/** What the ticket says. Every member is known with its source, or unknown with a reason. */
export interface TicketReading {
  readonly venue: Field<VenueId>;
  readonly symbol: Field<string>;
  /** Settle currency of the balance on the ticket. */
  readonly currency: Field<string>;
  readonly marginMode: Field<MarginMode>;
  readonly leverage: Field<DecimalString>;
  /** Where the ticket has a leverage a side (isolated in hedge mode): `leverage` is unknown then, until a side is pressed. */
  readonly sideLeverage?: SideLeverage;
  readonly side: Field<Side>;
  readonly effect: Field<OrderEffect>;
  readonly orderType: Field<'limit' | 'market' | 'other'>;
  readonly price: Field<DecimalString>;
  /** As typed, in `sizeUnit`. */
  readonly size: Field<DecimalString>;
  readonly sizeUnit: Field<SizeUnit>;
  /** Converted: base coin for a linear contract, face value for an inverse one. */
  readonly sizeBase: Field<DecimalString>;
  readonly reduceOnly: Field<boolean>;
  readonly stopLoss: Field<DecimalString>;
  readonly takeProfit: Field<DecimalString>;
  readonly walletBalance: Field<DecimalString>;
  readonly equity: Field<DecimalString>;
  readonly available: Field<DecimalString>;
  readonly positionMode: Field<PositionMode>;
  readonly markPrice: Field<DecimalString>;
  readonly lastPrice: Field<DecimalString>;
  readonly pageLiquidationPrice: Field<DecimalString>;
  readonly pageCost: Field<DecimalString>;
  readonly positions: PositionsField;
}

export type SideLeverage = Readonly<Record<Side, Extract<Field<DecimalString>, { known: true }>>>;

export type TicketFieldName = Exclude<keyof TicketReading, 'positions' | 'sideLeverage'>;

export const ticketFieldNames = [
  'venue',
  'symbol',
  'currency',
  'marginMode',
  'leverage',
  'side',
  'effect',
  'orderType',
  'price',
  'size',
  'sizeUnit',
  'sizeBase',
  'reduceOnly',
  'stopLoss',
  'takeProfit',
  'walletBalance',
  'equity',
  'available',
  'positionMode',
  'markPrice',
  'lastPrice',
  'pageLiquidationPrice',
  'pageCost',
] as const satisfies readonly TicketFieldName[];

/** The members that make a ticket this ticket. Market data and balances move by themselves and are not among them. */
const identifying = [
  'venue',
  'symbol',
  'marginMode',
  'leverage',
  'effect',
  'orderType',
  'price',
  'size',
  'sizeUnit',
  'sizeBase',
  'reduceOnly',
  'stopLoss',
  'takeProfit',
  'positionMode',
] as const satisfies readonly TicketFieldName[];

/**
 * The fingerprint a verdict and a pass are tied to: equal exactly when the trader would call it the same ticket.
 * The side is not part of it, because it is known only at the press; verdicts and passes carry it beside the id.
 * Size and side of open positions are part, because they change what an order does.
 */
export function readingId(reading: TicketReading): string {
  const ticket = identifying.map((name) => {
    const field = reading[name];
    return field.known ? String(field.value) : `?${field.why}`;
  });
  const positions = reading.positions.known
    ? reading.positions.value
        .map((row) => `${row.symbol} ${row.side} ${row.size} ${row.marginMode ?? '?'}`)
        .sort()
    : [`?${reading.positions.why}`];
  const { sideLeverage } = reading;
  const leverages = sideLeverage === undefined ? [] : [sideLeverage.long.value, sideLeverage.short.value];
  return JSON.stringify([ticket, positions, ...leverages]);
}

/** The ticket as it stands for one side: of a leverage a side, that one. */
export function readingOn(side: Side, reading: TicketReading): TicketReading {
  const { sideLeverage, ...all } = reading;
  return sideLeverage === undefined ? reading : { ...all, leverage: sideLeverage[side] };
}
