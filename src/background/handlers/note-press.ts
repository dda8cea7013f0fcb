import { openSides } from '../../domain/assessment.ts';
import { inputFromReading } from '../../engine/input-from-reading.ts';
import { addEntry, addPress, asLogWriter } from '../../log/log-store.ts';
import type { Handler } from '../../protocol/serve.ts';
import { endTradeSnoozes } from '../apply-snoozes.ts';
import { logEntry, pressRecord } from '../press-on-record.ts';
import { basisOf, judge } from '../ticket-basis.ts';

/**
 * Only presses that open count, by the worker's own judgement of the reading. All of it is one turn of the log's writer,
 * so that the outcome of a hold, told right after it, finds its entry.
 */
export const handleNotePress: Handler<'note-press'> = ({ held, entryId, ...ticket }, sender) => {
  const at = new Date();
  return asLogWriter(async () => {
    const { reading } = ticket;
    const [side, ...others] = openSides(reading);
    if (side === undefined || others.length > 0) return { outcome: 'no-entry' };
    // Habits as they were when the order was held: this press is none of them.
    const basis = await basisOf(reading, at);
    const { facts, tiers, preferences } = basis;
    const { account, order } = inputFromReading(reading, side, facts, tiers, preferences);
    if (order?.effect !== 'open') return { outcome: 'no-entry' };
    const press = { at, reading, side, venue: facts.id, currency: account.currency };
    const noted = await addPress({ id: entryId, ...pressRecord(press, held) });
    if (!held) {
      await endTradeSnoozes(reading, facts.id, side, sender.origin);
      return noted;
    }
    const assessed = (await judge(ticket, basis, sender)).sides[side];
    return assessed === undefined ? noted : addEntry(logEntry(entryId, press, assessed));
  });
};
