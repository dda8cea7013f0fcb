import type { Side } from './account.ts';
import type { Exposure } from './exposure.ts';
import { isUnknown } from './known.ts';
import type { TicketReading } from './ticket-reading.ts';
import { type Verdict, worseLevel } from './verdict.ts';

export interface SideAssessment {
  readonly exposure: Exposure;
  readonly verdict: Verdict;
}

/** What the worker answers for one reading: one assessment a side the ticket could still take. */
export interface Assessment {
  readonly readingId: string;
  readonly sides: Readonly<Partial<Record<Side, SideAssessment>>>;
}

/** The sides a reading leaves open: its own where it is known, else both. */
export function openSides(reading: TicketReading): readonly Side[] {
  return isUnknown(reading.side) ? ['long', 'short'] : [reading.side.value];
}

/** The side whose verdict is worse; what a surface leads with while no button was pressed. `undefined` when empty. */
export function leadingSide(assessment: Assessment): Side | undefined {
  const { long, short } = assessment.sides;
  if (long === undefined) return short === undefined ? undefined : 'short';
  if (short === undefined) return 'long';
  const worse = worseLevel(long.verdict.level, short.verdict.level);
  return worse === long.verdict.level ? 'long' : 'short';
}
