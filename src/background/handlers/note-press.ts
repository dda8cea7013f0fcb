import { openSides } from '../../domain/assessment.ts';
import { readValue } from '../../domain/ticket-reading.ts';
import { inputFromReading, tierSymbols } from '../../engine/input-from-reading.ts';
import { addEntry, addPress, asLogWriter, readPresses } from '../../log/log-store.ts';
import { uiLocale } from '../../platform/lifecycle.ts';
import { translate } from '../../platform/translate.ts';
import type { Handler } from '../../protocol/serve.ts';
import { preferencesFor } from '../../settings/resolve.ts';
import { loadSnoozes } from '../../settings/snooze-store.ts';
import { loadSettings } from '../../settings/store.ts';
import { venueFacts } from '../../venues/facts.ts';
import { applySnoozes, endTradeSnoozes } from '../apply-snoozes.ts';
import { assessReading } from '../assess-reading.ts';
import { habitsOf } from '../habits.ts';
import { logEntry, pressRecord } from '../press-on-record.ts';
import { loadTiers } from '../tier-tables.ts';

/**
 * Only presses that open count, by the worker's own judgement of the reading. All of it is one turn of the log's writer,
 * so that the outcome of a hold, told right after it, finds its entry.
 */
export const handleNotePress: Handler<'note-press'> = (
  { reading, earlierMode = null, earlierLeverage = null, held, entryId },
  sender,
) => {
  const at = new Date();
  return asLogWriter(async () => {
    const [side, ...others] = openSides(reading);
    if (side === undefined || others.length > 0) return { outcome: 'no-entry' };
    const { settings } = await loadSettings();
    const facts = venueFacts[reading.venue.known ? reading.venue.value : 'generic'];
    const symbol = readValue(reading.symbol);
    const preferences = preferencesFor(settings, facts.id, symbol);
    const tiers = await loadTiers(facts, tierSymbols(reading));
    const { account, order } = inputFromReading(reading, side, facts, tiers, preferences);
    if (order?.effect !== 'open') return { outcome: 'no-entry' };
    const press = { at, reading, side, venue: facts.id, currency: account.currency };
    const history = habitsOf(await readPresses(), facts.id, symbol, at);
    const noted = await addPress({ id: entryId, ...pressRecord(press, held) });
    if (!held) {
      await endTradeSnoozes(reading, facts.id, side, sender.origin);
      return noted;
    }
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
    const shown = await applySnoozes(judged, await loadSnoozes(), reading, facts.id, sender);
    const assessed = shown.sides[side];
    return assessed === undefined ? noted : addEntry(logEntry(entryId, press, assessed));
  });
};
