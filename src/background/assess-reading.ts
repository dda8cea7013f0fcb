import type { MarginMode, Side } from '../domain/account.ts';
import type { AssessInput } from '../domain/assess-input.ts';
import type { Assessment, SideAssessment } from '../domain/assessment.ts';
import { openSides } from '../domain/assessment.ts';
import type { DecimalString } from '../domain/decimal-string.ts';
import { isOrderExposure } from '../domain/exposure.ts';
import type { Preferences } from '../domain/preferences.ts';
import { readingId, readingOn, type TicketReading } from '../domain/ticket-reading.ts';
import type { VenueFacts } from '../domain/venue.ts';
import { assess } from '../engine/assess.ts';
import { inputFromReading, type TierTables } from '../engine/input-from-reading.ts';
import { figureFormat } from '../messages/figures.ts';
import type { Translate } from '../messages/message-key.ts';
import { evaluate } from '../rules/evaluate.ts';
import type { History } from '../rules/rule.ts';

export interface AssessmentSetting {
  readonly facts: VenueFacts;
  readonly tiers: TierTables;
  readonly preferences: Preferences;
  readonly translate: Translate;
  readonly locale: string;
  /** Habits on this venue and symbol, where they are kept. */
  readonly history?: History;
  /** The mode this symbol's ticket had before in its page's life. */
  readonly earlierMode?: MarginMode | null;
  readonly earlierLeverage?: DecimalString | null;
}

/** One reading through the whole path, for each side it leaves open: reading -> input -> exposure -> verdict. */
export function assessReading(reading: TicketReading, setting: AssessmentSetting): Assessment {
  const sides: Partial<Record<Side, SideAssessment>> = {};
  for (const side of openSides(reading)) sides[side] = assessSide(readingOn(side, reading), side, setting);
  return { readingId: readingId(reading), sides };
}

function assessSide(reading: TicketReading, side: Side, setting: AssessmentSetting): SideAssessment {
  const { facts, tiers, preferences, translate, locale, history } = setting;
  const { earlierMode = null, earlierLeverage = null } = setting;
  const input = inputFromReading(reading, side, facts, tiers, preferences);
  const exposure = assess(input, facts.rules);
  if (input.order === undefined || !isOrderExposure(exposure)) {
    throw new Error('a ticket reading always has an order');
  }
  const figures = figureFormat(locale, input.account.currency);
  const verdict = evaluate({
    input,
    order: input.order,
    exposure,
    reading,
    preferences,
    translate,
    figures,
    facts,
    earlierMode,
    earlierLeverage,
    rerun: (changed: AssessInput) => {
      const after = assess(changed, facts.rules);
      return isOrderExposure(after) ? after : undefined;
    },
    ...(history === undefined ? {} : { history }),
  });
  return { exposure, verdict };
}
