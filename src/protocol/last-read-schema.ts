import * as v from 'valibot';
import { type LastRead, lastReadNames } from '../domain/last-read.ts';
import { venueIds } from '../domain/venue.ts';

const time = v.pipe(v.string(), v.maxLength(40), v.isoTimestamp());

const lastRead: v.GenericSchema<unknown, LastRead> = v.object({
  at: time,
  by: v.picklist(['recipe', 'taught', 'labels']),
  fields: v.object(v.entriesFromList(lastReadNames, v.exactOptional(time))),
});

export const lastReadsSchema = v.object(v.entriesFromList(venueIds, v.exactOptional(lastRead)));
