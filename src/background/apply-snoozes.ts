import type { Side } from '../domain/account.ts';
import type { Assessment, SideAssessment } from '../domain/assessment.ts';
import { isForOrder, isForSite, type Snooze } from '../domain/snooze.ts';
import { readingOn, type TicketReading } from '../domain/ticket-reading.ts';
import type { VenueId } from '../domain/venue.ts';
import type { Sender } from '../protocol/sender-role.ts';
import { withSnoozes } from '../rules/snoozes.ts';
import { changeSnoozes, loadSnoozes, withoutSnoozes } from '../settings/snooze-store.ts';

/**
 * An assessment as the trader wants to be held by it now. Snoozes that are over by it are forgotten for good, unless it
 * is of a ticket that stands on no page.
 */
export async function applySnoozes(
  assessment: Assessment,
  snoozes: readonly Snooze[],
  reading: TicketReading,
  venue: VenueId,
  { role, origin }: Sender,
): Promise<Assessment> {
  const here = snoozes.filter((one) => isForSite(one, origin));
  if (here.length === 0) return assessment;
  const now = new Date();
  const sides: Partial<Record<Side, SideAssessment>> = {};
  const over: Snooze[] = [];
  for (const side of ['long', 'short'] as const) {
    const assessed = assessment.sides[side];
    if (assessed === undefined) continue;
    const { verdict, ended } = withSnoozes(
      assessed,
      { reading: readingOn(side, reading), venue, side },
      here,
      now,
    );
    sides[side] = { ...assessed, verdict };
    over.push(...ended);
  }
  if (role === 'content' && over.length > 0) await changeSnoozes((all) => withoutSnoozes(all, over));
  return { ...assessment, sides };
}

/** The order was sent: what was snoozed for this one order is over. */
export async function endTradeSnoozes(
  reading: TicketReading,
  venue: VenueId,
  side: Side,
  site: string | undefined,
): Promise<void> {
  const order = { venue, symbol: reading.symbol, side };
  const isOver = (snooze: Snooze) =>
    snooze.span === 'trade' && isForSite(snooze, site) && isForOrder(snooze, order);
  if ((await loadSnoozes()).some(isOver)) await changeSnoozes((all) => all.filter((one) => !isOver(one)));
}
