import * as v from 'valibot';
import {
  isOrigin,
  isTaughtField,
  mostTaughtFields,
  mostTaughtSites,
  type TaughtField,
  type TaughtSites,
} from '../domain/taught.ts';

export const taughtFieldSchema = v.custom<TaughtField>(isTaughtField);
export const taughtFieldsSchema = v.pipe(v.array(taughtFieldSchema), v.maxLength(mostTaughtFields));

export const taughtSitesSchema: v.GenericSchema<unknown, TaughtSites> = v.pipe(
  v.record(v.pipe(v.string(), v.check(isOrigin)), taughtFieldsSchema),
  v.check((sites) => Object.keys(sites).length <= mostTaughtSites),
);

export const taughtOutcomeSchema = v.variant('outcome', [
  v.object({ outcome: v.literal('saved'), sites: taughtSitesSchema }),
  v.object({
    outcome: v.literal('not-saved'),
    why: v.picklist(['newer-version', 'storage-failed', 'too-many']),
    detail: v.pipe(v.string(), v.maxLength(400)),
  }),
]);
