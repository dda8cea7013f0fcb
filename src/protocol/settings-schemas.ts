import * as v from 'valibot';
import { isDecimalString } from '../domain/decimal-string.ts';
import type {
  ChangeOutcome,
  LoadedSettings,
  RuleOption,
  Settings,
  SettingsDefaults,
} from '../domain/settings.ts';

/**
 * Settings as the worker hands them out. It has validated every key before (settings/parse-settings.ts); here the
 * members that every page reads without asking are checked, and that nothing but JSON came along.
 */
const settingsSchema = v.custom<Settings>((value) =>
  v.is(
    v.object({
      version: v.number(),
      general: v.object({ theme: v.string(), rules: v.record(v.string(), v.unknown()) }),
      venues: v.record(v.string(), v.object({ intendedModeBySymbol: v.record(v.string(), v.string()) })),
    }),
    value,
  ),
);

const text = v.pipe(v.string(), v.maxLength(400));

export const loadedSettingsSchema: v.GenericSchema<unknown, LoadedSettings> = v.object({
  settings: settingsSchema,
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
        unit: v.picklist(['fraction', 'multiple', 'leverage', 'state']),
        bands: v.record(v.picklist(['notice', 'warning', 'danger']), v.string()),
        worse: v.picklist(['higher', 'lower']),
      }),
      value,
    ),
  ),
);

/** A setting's path and its new value; what it may be is the settings room's to judge. */
export const settingChange = v.object({
  path: v.pipe(v.array(v.pipe(v.string(), v.maxLength(60))), v.minLength(2), v.maxLength(5)),
  value: v.union([v.null(), v.boolean(), text]),
});

export const changeOutcomeSchema: v.GenericSchema<unknown, ChangeOutcome> = v.variant('outcome', [
  v.object({ outcome: v.literal('saved'), settings: settingsSchema }),
  v.object({ outcome: v.literal('invalid'), problem: text }),
  v.object({
    outcome: v.literal('not-saved'),
    why: v.picklist(['newer-version', 'storage-failed']),
    detail: text,
  }),
]);
