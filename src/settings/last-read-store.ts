import * as v from 'valibot';
import { type LastRead, type LastReads, lastReadNames } from '../domain/last-read.ts';
import type { TicketReading } from '../domain/ticket-reading.ts';
import { isVenueId } from '../domain/venue.ts';
import { exclusively } from '../platform/exclusive.ts';
import { readStored, writeStored } from '../platform/storage.ts';
import { isMembers } from './members.ts';

const key = 'last-read';
/** A ticket is read up to ten times a second; that it works is news once a minute. */
const pauseMs = 60_000;

const time = v.pipe(v.string(), v.maxLength(40), v.isoTimestamp());
const lastRead: v.GenericSchema<unknown, LastRead> = v.object({
  at: time,
  by: v.picklist(['recipe', 'taught', 'labels']),
  fields: v.object(v.entriesFromList(lastReadNames, v.exactOptional(time))),
});

/** When each exchange was last read; none where storage fails or holds something else. */
export async function loadLastReads(): Promise<LastReads> {
  try {
    return parse(await readStored(key));
  } catch {
    return {};
  }
}

/**
 * Notes what of a ticket could be read, by its exchange: at most once a minute, or at once when a field is read for the
 * first time. Nobody waits for it and nothing depends on it, so a failed write is no error.
 */
export async function noteRead(reading: TicketReading, now: Date = new Date()): Promise<void> {
  const { venue } = reading;
  if (!venue.known) return;
  const known = lastReadNames.filter((name) => reading[name].known);
  const before = (await loadLastReads())[venue.value];
  const pause = before === undefined ? pauseMs : Math.abs(now.getTime() - Date.parse(before.at));
  if (before !== undefined && pause < pauseMs && known.every((name) => before.fields[name] !== undefined))
    return;
  const at = now.toISOString();
  await exclusively(key, async () => {
    const all = await loadLastReads();
    const fields = { ...all[venue.value]?.fields, ...Object.fromEntries(known.map((name) => [name, at])) };
    await writeStored(key, { ...all, [venue.value]: { at, by: readBy(reading), fields } });
  }).catch(() => undefined);
}

function readBy(reading: TicketReading): LastRead['by'] {
  const from = lastReadNames.flatMap((name) => {
    const field = reading[name];
    return field.known ? [field.from.how] : [];
  });
  if (from.includes('recipe')) return 'recipe';
  return from.includes('taught') ? 'taught' : 'labels';
}

function parse(raw: unknown): LastReads {
  if (!isMembers(raw)) return {};
  return Object.fromEntries(
    Object.entries(raw).flatMap(([venue, entry]) => {
      const parsed = v.safeParse(lastRead, entry);
      return isVenueId(venue) && parsed.success ? [[venue, parsed.output]] : [];
    }),
  );
}
