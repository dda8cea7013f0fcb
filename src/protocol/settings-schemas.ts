import * as v from 'valibot';
import { isDecimalString } from '../domain/decimal-string.ts';
import {
  type ChangeOutcome,
  type LoadedSettings,
  type PendingChange,
  type RuleOption,
  ruleUnits,
  type Settings,
  type SettingsDefaults,
} from '../domain/settings.ts';

/**
 * Settings as the worker hands them out. It has validated every key before (settings/parse-settings.ts); here the
 * members that every page reads without asking are checked, and that nothing but JSON came along.
 */
const settingsSchema = v.custom<Settings>((value) =>
  v.is(
    v.object({
      version: v.number(),
      general: v.object({
        theme: v.string(),
        rules: v.record(v.string(), v.unknown()),
        loosenAfterMinutes: v.custom<string>(isDecimalString),
      }),
      venues: v.record(v.string(), v.object({ intendedModeBySymbol: v.record(v.string(), v.string()) })),
    }),
    value,
  ),
);

const text = v.pipe(v.string(), v.maxLength(400));

const pathOf = (longest: number) =>
  v.pipe(v.array(v.pipe(v.string(), v.maxLength(longest))), v.minLength(2), v.maxLength(5));
/** A guard's place ends in the pattern of a host, which is longer than any setting's name. */
const path = pathOf(200);
const value = v.union([v.null(), v.boolean(), text]);

const pendingSchema: v.GenericSchema<unknown, PendingChange[]> = v.array(
  v.object({ path, value, askedAt: text, due: text }),
);

export const loadedSettingsSchema: v.GenericSchema<unknown, LoadedSettings> = v.object({
  settings: settingsSchema,
  pending: pendingSchema,
  repairs: v.array(v.object({ path: text, was: text, now: text, when: text })),
  state: v.variant('kind', [
    v.object({ kind: v.literal('stored') }),
    v.object({ kind: v.literal('newer-version'), version: v.number() }),
    v.object({ kind: v.literal('storage-failed'), detail: text }),
  ]),
});

const amount = v.custom<string>(isDecimalString);

export const defaultsSchema = v.custom<SettingsDefaults>((value) =>
  v.is(
    v.object({
      venue: v.object({ intendedModeBySymbol: v.record(v.string(), v.string()) }),
      assumptions: v.object({ horizonHours: amount, slippage: amount, reachMove: amount }),
    }),
    value,
  ),
);

export const ruleOptionsSchema = v.array(
  v.custom<RuleOption>((value) =>
    v.is(
      v.object({
        id: v.string(),
        title: v.string(),
        unit: v.picklist(ruleUnits),
        bands: v.record(v.picklist(['notice', 'warning', 'danger']), v.string()),
        worse: v.picklist(['higher', 'lower']),
        bandMeasures: v.exactOptional(
          v.record(
            v.picklist(['notice', 'warning', 'danger']),
            v.object({ unit: v.picklist(ruleUnits), worse: v.picklist(['higher', 'lower']) }),
          ),
        ),
      }),
      value,
    ),
  ),
);

/** A setting's path and its new value; what it may be is the settings room's to judge. */
export const settingChange = v.object({ path: pathOf(60), value });

/** Several at once, as from a file: more than there are settings is no such file. */
export const settingChanges = v.object({ changes: v.pipe(v.array(settingChange), v.maxLength(5_000)) });

export const settingPlace = v.object({ path });

export const changeOutcomeSchema: v.GenericSchema<unknown, ChangeOutcome> = v.variant('outcome', [
  v.object({ outcome: v.literal('saved'), settings: settingsSchema, pending: pendingSchema }),
  v.object({
    outcome: v.literal('pending'),
    settings: settingsSchema,
    pending: pendingSchema,
    at: v.pipe(text, v.isoTimestamp()),
  }),
  v.object({ outcome: v.literal('invalid'), problem: text }),
  v.object({
    outcome: v.literal('not-saved'),
    why: v.picklist(['newer-version', 'storage-failed']),
    detail: text,
  }),
]);
