import * as v from 'valibot';
import { type DecimalString, isDecimalString } from '../domain/decimal-string.ts';
import {
  holdOutcomes,
  type LoadedLog,
  type LogEntry,
  type LogOutcome,
  lowerBounds,
} from '../domain/log-entry.ts';
import type { HoldRate, PressRecord } from '../domain/press-record.ts';
import { venueIds } from '../domain/venue.ts';
import { levels } from '../domain/verdict.ts';

const text = v.pipe(v.string(), v.maxLength(400));
const amount = v.custom<DecimalString>((value) => isDecimalString(value) && value.length <= 60);
const time = v.pipe(text, v.isoTimestamp());
const side = v.picklist(['long', 'short']);
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** Made by the page script for one hold, so that what became of it finds its entry. */
export const entryId = v.pipe(v.string(), v.uuid());

/** Newest entries and presses kept; older ones give way. */
export const mostEntries = 500;
export const mostPresses = 300;

export const logEntrySchema: v.GenericSchema<unknown, LogEntry> = v.object({
  id: entryId,
  at: time,
  venue: v.picklist(venueIds),
  symbol: text,
  side,
  marginMode: v.nullable(v.picklist(['cross', 'isolated'])),
  leverage: v.nullable(amount),
  size: v.nullable(amount),
  price: v.nullable(amount),
  currency: text,
  level: v.picklist(levels),
  hold: v.picklist(['none', 'acknowledge', 'type-amount']),
  findings: v.pipe(
    v.array(
      v.object({
        id: text,
        level: v.picklist(['notice', 'warning', 'danger', 'unknown']),
        value: text,
        threshold: text,
      }),
    ),
    v.maxLength(60),
  ),
  worstLoss: v.nullable(amount),
  idleAtRisk: v.nullable(amount),
  liquidationPrice: v.nullable(amount),
  lowerBounds: v.exactOptional(v.pipe(v.array(v.picklist(lowerBounds)), v.maxLength(lowerBounds.length))),
  outcome: v.picklist(holdOutcomes),
});

export const pressSchema: v.GenericSchema<unknown, PressRecord> = v.object({
  id: v.exactOptional(entryId),
  at: time,
  venue: v.picklist(venueIds),
  symbol: text,
  side,
  size: v.nullable(amount),
  addsToLoser: v.boolean(),
  held: v.boolean(),
});

export const loadedLogSchema: v.GenericSchema<unknown, LoadedLog> = v.object({
  entries: v.pipe(v.array(logEntrySchema), v.maxLength(mostEntries)),
  gone: count,
  unreadable: count,
  state: v.variant('kind', [
    v.object({ kind: v.literal('stored') }),
    v.object({ kind: v.literal('newer-version') }),
    v.object({ kind: v.literal('storage-failed'), detail: text }),
  ]),
});

export const logOutcomeSchema: v.GenericSchema<unknown, LogOutcome> = v.variant('outcome', [
  v.object({ outcome: v.literal('saved') }),
  v.object({ outcome: v.literal('no-entry') }),
  v.object({
    outcome: v.literal('not-saved'),
    why: v.picklist(['newer-version', 'storage-failed']),
    detail: text,
  }),
]);

const holdRate: v.GenericSchema<unknown, HoldRate> = v.object({ presses: count, held: count });

export const holdRatesSchema = v.object({
  all: holdRate,
  venues: v.object(v.entriesFromList(venueIds, v.exactOptional(holdRate))),
});
