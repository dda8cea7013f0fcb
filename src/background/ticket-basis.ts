import type { MarginMode } from '../domain/account.ts';
import type { Assessment } from '../domain/assessment.ts';
import type { DecimalString } from '../domain/decimal-string.ts';
import type { Preferences } from '../domain/preferences.ts';
import type { LoadedSettings } from '../domain/settings.ts';
import type { Snooze } from '../domain/snooze.ts';
import { readValue, type TicketReading } from '../domain/ticket-reading.ts';
import type { VenueFacts } from '../domain/venue.ts';
import { type TierTables, tierSymbols } from '../engine/input-from-reading.ts';
import { readPresses } from '../log/log-store.ts';
import { uiLocale } from '../platform/lifecycle.ts';
import { translate } from '../platform/translate.ts';
import type { Sender } from '../protocol/sender-role.ts';
import type { History } from '../rules/rule.ts';
import { preferencesFor } from '../settings/resolve.ts';
import { loadSnoozes } from '../settings/snooze-store.ts';
import { loadSettings } from '../settings/store.ts';
import { venueFacts } from '../venues/facts.ts';
import { applySnoozes } from './apply-snoozes.ts';
import { assessReading } from './assess-reading.ts';
import { habitsOf } from './habits.ts';
import { loadTiers } from './tier-tables.ts';

/** What a ticket is judged by: the venue's facts, and the trader's settings, habits and snoozes as they are now. */
export interface TicketBasis {
  readonly facts: VenueFacts;
  readonly tiers: TierTables;
  readonly loaded: LoadedSettings;
  readonly preferences: Preferences;
  readonly history: History;
  readonly snoozes: readonly Snooze[];
}

/** A ticket as a page script tells of it; what it was before in the life of its page, where that was another. */
export interface ToldTicket {
  readonly reading: TicketReading;
  readonly earlierMode?: MarginMode | null;
  readonly earlierLeverage?: DecimalString | null;
}

/** Never rejects for storage that fails: the defaults apply then. */
export async function basisOf(reading: TicketReading, now: Date = new Date()): Promise<TicketBasis> {
  const facts = venueFacts[readValue(reading.venue) ?? 'generic'];
  const [loaded, presses, snoozes, tiers] = await Promise.all([
    loadSettings(),
    readPresses(),
    loadSnoozes(),
    loadTiers(facts, tierSymbols(reading)),
  ]);
  const symbol = readValue(reading.symbol);
  const preferences = preferencesFor(loaded.settings, facts.id, symbol);
  return { facts, tiers, loaded, preferences, history: habitsOf(presses, facts.id, symbol, now), snoozes };
}

/** The verdict the sender's page shows, with what the trader put off there. */
export function judge(
  { reading, earlierMode = null, earlierLeverage = null }: ToldTicket,
  { facts, tiers, preferences, history, snoozes }: TicketBasis,
  sender: Sender,
): Promise<Assessment> {
  const judged = assessReading(reading, {
    facts,
    tiers,
    preferences,
    translate,
    locale: uiLocale(),
    history,
    earlierMode,
    earlierLeverage,
  });
  return applySnoozes(judged, snoozes, reading, facts.id, sender);
}
