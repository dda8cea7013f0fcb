import * as v from 'valibot';
import type { HoldOutcome, LoadedLog, LogEntry, LogOutcome } from '../domain/log-entry.ts';
import type { PressRecord } from '../domain/press-record.ts';
import { exclusively } from '../platform/exclusive.ts';
import { readStored, removeStored, writeStored } from '../platform/storage.ts';
import { logEntrySchema, mostEntries, mostPresses, pressSchema } from '../protocol/log-schemas.ts';

const keys = { log: 'log', presses: 'presses' } as const;
const version = 1;

/** Runs `work` as the log's only writer: what was asked for first is written first. */
export function asLogWriter<T>(work: () => Promise<T>): Promise<T> {
  return exclusively('log', work);
}

/** The orders that were held. Never rejects: with storage broken the log is empty and `state` says so. */
export async function readLog(): Promise<LoadedLog> {
  try {
    const { items, gone, unreadable, newer } = parseList(await readStored(keys.log), logEntrySchema);
    const state = { kind: newer ? 'newer-version' : 'stored' } as const;
    return { entries: items.slice(-mostEntries).reverse(), gone, unreadable, state };
  } catch (error) {
    return { entries: [], gone: 0, unreadable: 0, state: { kind: 'storage-failed', detail: said(error) } };
  }
}

/** Adds a hold inside `asLogWriter`; one that is in the log already stays as it is. */
export function addEntry(entry: LogEntry): Promise<LogOutcome> {
  return changeList(keys.log, logEntrySchema, mostEntries, (entries) =>
    entries.some(({ id }) => id === entry.id) ? entries : [...entries, entry],
  );
}

/** What became of a hold, inside `asLogWriter`; the last word counts. */
export function settleEntry(id: string, outcome: HoldOutcome): Promise<LogOutcome> {
  return changeList(keys.log, logEntrySchema, mostEntries, (entries) =>
    entries.some((entry) => entry.id === id)
      ? entries.map((entry) => (entry.id === id ? { ...entry, outcome } : entry))
      : undefined,
  );
}

/** Adds a press inside `asLogWriter`; one that is on record already stays as it is. */
export function addPress(press: PressRecord): Promise<LogOutcome> {
  return changeList(keys.presses, pressSchema, mostPresses, (presses) =>
    press.id !== undefined && presses.some(({ id }) => id === press.id) ? presses : [...presses, press],
  );
}

/** The presses as they were last read. They are asked for at every key, and stored as the same value until that changes. */
let lastPresses: { readonly raw: unknown; readonly presses: readonly PressRecord[] } | undefined;

/** The presses on record, oldest first; none where storage fails, since habits are then not known. */
export async function readPresses(): Promise<readonly PressRecord[]> {
  try {
    const raw = await readStored(keys.presses);
    if (lastPresses === undefined || lastPresses.raw !== raw) {
      lastPresses = { raw, presses: parseList(raw, pressSchema).items.slice(-mostPresses) };
    }
    return lastPresses.presses;
  } catch {
    return [];
  }
}

/** Forgets every hold and every press. */
export async function deleteLog(): Promise<LogOutcome> {
  return asLogWriter(async () => {
    try {
      await removeStored([keys.log, keys.presses]);
      return { outcome: 'saved' };
    } catch (error) {
      return { outcome: 'not-saved', why: 'storage-failed', detail: said(error) };
    }
  });
}

interface ParsedList<T> {
  readonly items: readonly T[];
  readonly gone: number;
  readonly unreadable: number;
  readonly newer: boolean;
}

/** A stored list item by item: a broken item is left out and counted. Never throws, whatever JSON lies there. */
function parseList<T>(raw: unknown, schema: v.GenericSchema<unknown, T>): ParsedList<T> {
  const list = v.safeParse(
    v.object({ version: v.number(), gone: v.fallback(v.number(), 0), items: v.array(v.unknown()) }),
    raw,
  );
  if (!list.success) {
    return { items: [], gone: 0, unreadable: raw === undefined ? 0 : 1, newer: false };
  }
  const items = list.output.items.flatMap((item) => {
    const parsed = v.safeParse(schema, item);
    return parsed.success ? [parsed.output] : [];
  });
  const { gone } = list.output;
  return {
    items,
    gone: Number.isSafeInteger(gone) && gone >= 0 ? gone : 0,
    unreadable: list.output.items.length - items.length,
    newer: list.output.version > version,
  };
}

async function changeList<T>(
  key: string,
  schema: v.GenericSchema<unknown, T>,
  most: number,
  change: (items: readonly T[]) => readonly T[] | undefined,
): Promise<LogOutcome> {
  try {
    const { items, gone, unreadable, newer } = parseList(await readStored(key), schema);
    if (newer) return { outcome: 'not-saved', why: 'newer-version', detail: '' };
    const changed = change(items);
    if (changed === undefined) return { outcome: 'no-entry' };
    const over = Math.max(0, changed.length - most);
    await writeStored(key, { version, gone: gone + unreadable + over, items: changed.slice(over) });
    return { outcome: 'saved' };
  } catch (error) {
    return { outcome: 'not-saved', why: 'storage-failed', detail: said(error) };
  }
}

function said(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).slice(0, 200);
}
