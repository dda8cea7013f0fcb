import type { Side } from '../../domain/account.ts';
import type { AssessInput } from '../../domain/assess-input.ts';
import { type DecimalString, decimal } from '../../domain/decimal-string.ts';
import type { Exposure, Shock } from '../../domain/exposure.ts';
import type { Preferences } from '../../domain/preferences.ts';
import type { Settings } from '../../domain/settings.ts';
import { readValue, type TicketReading } from '../../domain/ticket-reading.ts';
import { isVenueId, type VenueFacts } from '../../domain/venue.ts';
import type { Verdict } from '../../domain/verdict.ts';
import { inputFromReading } from '../../engine/input-from-reading.ts';
import type { Translate } from '../../messages/message-key.ts';
import { preferencesFor } from '../../settings/resolve.ts';
import { venueFacts } from '../../venues/facts.ts';
import { completeInput, type Tables } from './complete-input.ts';
import { judgeInput } from './judge-input.ts';
import type { Preset } from './presets.ts';
import { checkInput, type Problem } from './problems.ts';
import { memberAt, type RawInput } from './raw-input.ts';

/** What the page is about: an input, and where its price is dragged to. */
export interface Simulation {
  readonly raw: RawInput;
  /** Empty places are filled with what is known of the venue. A worked example or a file is taken as it is. */
  readonly fill: boolean;
  /** Fraction of the mark, with the price's own sign. */
  readonly move: DecimalString;
  readonly scope: Shock['scope'];
  readonly preset: Preset | undefined;
}

export function simulationOf(raw: RawInput, fill: boolean): Simulation {
  return { raw, fill, move: decimal('0'), scope: 'this', preset: undefined };
}

export function simulationOfPreset(preset: Preset): Simulation {
  return {
    raw: preset.input,
    fill: false,
    move: decimal(preset.move ?? '0'),
    scope: preset.scope ?? 'this',
    preset,
  };
}

/** The ticket of a tab as the engine's input, by the same door as the worker; notes of what was assumed are no part of it. */
export function simulationOfReading(
  reading: TicketReading,
  side: Side,
  settings: Settings,
  tables: Tables,
): Simulation {
  const facts = venueFacts[reading.venue.known ? reading.venue.value : 'generic'];
  const symbol = readValue(reading.symbol);
  const preferences = preferencesFor(settings, facts.id, symbol);
  const { assumed: _assumed, ...input } = inputFromReading(reading, side, facts, tables, preferences);
  return simulationOf(input as unknown as RawInput, false);
}

export function factsOf(raw: RawInput): VenueFacts {
  return venueFacts[isVenueId(raw.venue) ? raw.venue : 'generic'];
}

export function preferencesOf(raw: RawInput, settings: Settings): Preferences {
  const symbol = memberAt(raw, ['order', 'symbol']);
  return preferencesFor(settings, factsOf(raw).id, typeof symbol === 'string' ? symbol : undefined);
}

export type Outcome =
  | { readonly ok: false; readonly whole: RawInput; readonly problems: readonly Problem[] }
  | {
      readonly ok: true;
      readonly whole: RawInput;
      readonly input: AssessInput;
      readonly exposure: Exposure;
      readonly verdict: Verdict;
    };

interface World {
  readonly settings: Settings;
  readonly tables: Tables;
  readonly translate: Translate;
  readonly locale: string;
}

/** The whole input, with what was filled in, and what the engine and the rules make of it, or everything wrong with it. */
export function outcomeOf({ raw, fill }: Pick<Simulation, 'raw' | 'fill'>, world: World): Outcome {
  const preferences = preferencesOf(raw, world.settings);
  const known = { facts: factsOf(raw), tables: world.tables, preferences };
  const whole = fill ? completeInput(raw, known) : raw;
  const checked = checkInput(whole);
  if (!checked.ok) return { ok: false, whole, problems: checked.problems };
  const { translate, locale } = world;
  return {
    ok: true,
    whole,
    input: checked.input,
    ...judgeInput(checked.input, { preferences, translate, locale }),
  };
}
