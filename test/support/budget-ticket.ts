import catalogue from '../../_locales/en/messages.json' with { type: 'json' };
import { assessReading } from '../../src/background/assess-reading.ts';
import { habitsOf } from '../../src/background/habits.ts';
import type { MarginMode } from '../../src/domain/account.ts';
import type { PressRecord } from '../../src/domain/press-record.ts';
import type { Settings, VenueSettings } from '../../src/domain/settings.ts';
import type { PositionRow, TicketFieldName } from '../../src/domain/ticket-reading.ts';
import type { VenueId } from '../../src/domain/venue.ts';
import type { Verdict } from '../../src/domain/verdict.ts';
import { tierSymbols } from '../../src/engine/input-from-reading.ts';
import { translatorFrom } from '../../src/messages/translator-from.ts';
import { defaultSettings, defaultVenueSettings } from '../../src/settings/defaults.ts';
import { preferencesFor } from '../../src/settings/resolve.ts';
import { venueFacts } from '../../src/venues/facts.ts';
import binanceTiers from '../../src/venues/tiers/binance.json' with { type: 'json' };
import coinTiers from '../../src/venues/tiers/binance-coinm.json' with { type: 'json' };
import bybitTiers from '../../src/venues/tiers/bybit.json' with { type: 'json' };
import hyperliquidTiers from '../../src/venues/tiers/hyperliquid.json' with { type: 'json' };
import { bracketTable } from '../../src/venues/tiers/unpack.ts';
import { reading } from './ticket-reading.ts';

/** One press on an order button, with what the page, the settings and the habits of the trader say. */
export interface Ticket {
  readonly at: Date;
  readonly venue: VenueId;
  /** What the page shows, beside the venue and an opening effect. */
  readonly fields: Readonly<Partial<Record<TicketFieldName, string>>>;
  readonly positions: readonly PositionRow[] | null;
  readonly settings?: Partial<VenueSettings>;
  readonly presses?: readonly PressRecord[];
  readonly earlierMode?: MarginMode;
}

const packed: Partial<Record<VenueId, unknown>> = {
  binance: binanceTiers,
  'binance-coinm': coinTiers,
  bybit: bybitTiers,
  hyperliquid: hyperliquidTiers,
};

/** The page as it is read, with all that an order screen shows. */
export function readingOf({ venue, fields, positions }: Ticket) {
  return reading({ effect: 'open', currency: 'USDT', ...fields, venue }, positions, positions !== null);
}

/** What the worker answers to that press. */
export function judge(ticket: Ticket): Verdict {
  const { at, venue, presses = [], settings = {}, earlierMode = null } = ticket;
  const page = readingOf(ticket);
  const facts = venueFacts[venue];
  const symbol = page.symbol.known ? page.symbol.value : undefined;
  const set: Settings = { ...defaultSettings, venues: { [venue]: { ...defaultVenueSettings, ...settings } } };
  const tables = tierSymbols(page).flatMap((each) => {
    const table = bracketTable(packed[venue], each, at);
    return table === undefined ? [] : [[each, table] as const];
  });
  const { sides } = assessReading(page, {
    facts,
    tiers: Object.fromEntries(tables),
    preferences: preferencesFor(set, venue, symbol),
    translate: translatorFrom(catalogue),
    locale: 'en-US',
    history: habitsOf(presses, venue, symbol, at),
    earlierMode,
  });
  const verdict = (sides.long ?? sides.short)?.verdict;
  if (verdict === undefined) throw new Error('a press has a side');
  return verdict;
}
