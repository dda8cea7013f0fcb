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

/** A stop typed on a ticket with a button a side is meant for the side it can stop; for the other it is a mistake. */
function isWrongSideOfStop({ verdict }: SideAssessment): boolean {
  return verdict.findings.some(({ id }) => id === 'stop-wrong-side');
}

/**
 * What a surface leads with while no button was pressed: the side the typed stop fits, else the side whose verdict is
 * worse. `undefined` when no side was assessed.
 */
export function leadingSide(assessment: Assessment): Side | undefined {
  const { long, short } = assessment.sides;
  if (long === undefined) return short === undefined ? undefined : 'short';
  if (short === undefined) return 'long';
  if (isWrongSideOfStop(long) !== isWrongSideOfStop(short)) return isWrongSideOfStop(long) ? 'short' : 'long';
  const worse = worseLevel(long.verdict.level, short.verdict.level);
  return worse === long.verdict.level ? 'long' : 'short';
}
