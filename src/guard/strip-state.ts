import type { Side } from '../domain/account.ts';
import { leadingSide, openSides, type SideAssessment } from '../domain/assessment.ts';
import type { TicketState } from '../domain/health.ts';
import { hasNoSize, isWayOut } from '../domain/order-typed.ts';
import type { TicketReading } from '../domain/ticket-reading.ts';
import type { Level } from '../domain/verdict.ts';
import type { AssessmentState } from './assessments.ts';

/** What the strip is about, most of the time: the ticket as read, and what became of judging it. */
export type StripState =
  /** No ticket was found on this page, or several that cannot be told apart. */
  | { readonly kind: 'several' }
  /** `isPageChanged`: a ticket was to be expected, and the page is not as the venue's recipe describes it. */
  | { readonly kind: 'no-ticket'; readonly isPageChanged: boolean }
  /** A ticket without a size: nothing to judge yet. */
  | { readonly kind: 'waiting'; readonly reading: TicketReading }
  | { readonly kind: 'asking' | 'failed'; readonly reading: TicketReading }
  /** An order that only reduces or closes. */
  | { readonly kind: 'way-out'; readonly reading: TicketReading }
  | {
      readonly kind: 'checked';
      readonly reading: TicketReading;
      readonly side: Side;
      /** The ticket does not say which side: the worse one leads. */
      readonly isSideOpen: boolean;
      readonly assessed: SideAssessment;
    };

/** @param isPageChanged the venue's recipe has not fitted the page for a while */
export function stripState(
  { reading, health }: TicketState,
  judged: AssessmentState,
  isPageChanged = false,
): StripState {
  if (health.scope === 'none') return { kind: 'no-ticket', isPageChanged };
  if (health.scope === 'several') return { kind: 'several' };
  if (isWayOut(reading)) return { kind: 'way-out', reading };
  if (hasNoSize(reading)) return { kind: 'waiting', reading };
  if (judged.kind !== 'checked') return { kind: judged.kind === 'failed' ? 'failed' : 'asking', reading };
  const side = leadingSide(judged.assessment);
  const assessed = side === undefined ? undefined : judged.assessment.sides[side];
  if (side === undefined || assessed === undefined) return { kind: 'asking', reading };
  return { kind: 'checked', reading, side, assessed, isSideOpen: openSides(reading).length > 1 };
}

/** The level a state is drawn with. What is not checked or cannot be told is never drawn as fine. */
export function stripLevel(state: StripState): Level | 'quiet' {
  switch (state.kind) {
    case 'checked':
      return state.assessed.verdict.level;
    case 'failed':
    case 'several':
      return 'unknown';
    case 'no-ticket':
      return state.isPageChanged ? 'unknown' : 'quiet';
    case 'waiting':
    case 'asking':
    case 'way-out':
      return 'quiet';
  }
}
