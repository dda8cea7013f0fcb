import { isDecimalString } from '../../domain/decimal-string.ts';
import type { Field, TicketFieldName, TicketReading } from '../../domain/ticket-reading.ts';
import { isVenueId, type VenueId } from '../../domain/venue.ts';
import type { MessageKey } from '../../messages/message-key.ts';
import type { Wording } from './wording.ts';

/** Words a field can hold, as the trader says them. */
const words: Readonly<Record<string, MessageKey>> = {
  cross: 'kit_mode_cross',
  isolated: 'kit_mode_isolated',
  long: 'popup_buy',
  short: 'popup_sell',
  open: 'popup_effect_open',
  reduce: 'popup_effect_reduce',
  close: 'popup_effect_close',
  limit: 'popup_type_limit',
  market: 'popup_type_market',
  other: 'popup_type_other',
  base: 'popup_unit_base',
  quote: 'popup_unit_quote',
  contracts: 'popup_unit_contracts',
  cost: 'popup_unit_cost',
  percent: 'popup_unit_percent',
  'one-way': 'popup_position_one_way',
  hedge: 'popup_position_hedge',
  true: 'popup_yes',
  false: 'popup_no',
};

/** Fields whose text is the page's own and is shown as it is. */
const verbatim: ReadonlySet<TicketFieldName> = new Set(['symbol', 'currency']);

const balances: ReadonlySet<TicketFieldName> = new Set(['walletBalance', 'equity', 'available', 'pageCost']);

/** A known field's value in the trader's words and number format. */
export function fieldValue(
  name: TicketFieldName,
  field: Field<unknown> & { known: true },
  wording: Wording,
  venueName: (id: VenueId) => string,
): string {
  const text = String(field.value);
  if (verbatim.has(name)) return text;
  if (name === 'venue' && isVenueId(text)) return venueName(text);
  if (isDecimalString(text)) {
    if (name === 'leverage') return wording.translate('popup_leverage', wording.figures.price(text));
    return balances.has(name) ? wording.figures.room(text) : wording.figures.price(text);
  }
  const key = Object.hasOwn(words, text) ? words[text] : undefined;
  return key === undefined ? text : wording.translate(key);
}

/** Open positions in a few words; whether the list is the whole one is part of what was read. */
export function positionsValue(
  positions: TicketReading['positions'] & { known: true },
  wording: Wording,
): string {
  const count = String(positions.value.length);
  if (!positions.complete) return wording.translate('popup_positions_incomplete', count);
  return count === '0'
    ? wording.translate('popup_positions_none')
    : wording.translate('popup_positions', count);
}
