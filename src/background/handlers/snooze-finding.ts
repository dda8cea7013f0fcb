import type { Side } from '../../domain/account.ts';
import { openSides, type SideAssessment } from '../../domain/assessment.ts';
import { isForOrder, isForSite, type Snooze, type SnoozeSpan, snoozeEnd } from '../../domain/snooze.ts';
import { readingOn, type TicketReading } from '../../domain/ticket-reading.ts';
import type { VenueId } from '../../domain/venue.ts';
import type { Handler } from '../../protocol/serve.ts';
import { worstLossOf } from '../../rules/snoozes.ts';
import { changeSnoozes, withSnoozesAdded } from '../../settings/snooze-store.ts';
import { handleAssessTicket } from './assess-ticket.ts';

/** The worker judges the reading itself: only what holds this order can be snoozed, by the figures it has now. */
export const handleSnoozeFinding: Handler<'snooze-finding'> = async (request, sender) => {
  const { reading, findingId, until } = request;
  const venue = reading.venue.known ? reading.venue.value : 'generic';
  if (!reading.symbol.known) return { outcome: 'refused', until: null };
  const symbol = reading.symbol.value;
  const { origin: site } = sender;
  if (until === 'end') {
    const sides = openSides(reading);
    const isOver = (one: Snooze) =>
      one.rule === findingId &&
      isForSite(one, site) &&
      sides.some((side) => isForOrder(one, { venue, symbol: reading.symbol, side }));
    const kept = await changeSnoozes((all) => all.filter((one) => !isOver(one)));
    return { outcome: kept ? 'saved' : 'not-saved', until: null };
  }
  const { assessment } = await handleAssessTicket({ reading }, sender);
  const now = new Date();
  const added = openSides(reading).flatMap((side) => {
    const assessed = assessment.sides[side];
    return assessed === undefined
      ? []
      : snoozesOf(
          assessed,
          { reading: readingOn(side, reading), venue, symbol, side, site },
          findingId,
          until,
          now,
        );
  });
  const [first] = added;
  if (first === undefined) return { outcome: 'refused', until: null };
  const kept = await changeSnoozes((all) => withSnoozesAdded(all, added));
  return kept ? { outcome: 'saved', until: first.until } : { outcome: 'not-saved', until: null };
};

interface Ticket {
  readonly reading: TicketReading;
  readonly venue: VenueId;
  readonly symbol: string;
  readonly side: Side;
  readonly site: string | undefined;
}

function snoozesOf(
  assessed: SideAssessment,
  { reading: { marginMode, leverage }, venue, symbol, side, site }: Ticket,
  rule: string,
  span: SnoozeSpan,
  now: Date,
): readonly Snooze[] {
  const worstLoss = worstLossOf(assessed);
  const hold = assessed.verdict.findings.find(({ id }) => id === rule)?.hold ?? 'none';
  // Without a worst loss nobody could tell when it has grown.
  if (worstLoss === undefined || hold === 'none') return [];
  return [
    {
      rule,
      venue,
      symbol,
      side,
      ...(site === undefined ? {} : { site }),
      span,
      from: now.toISOString(),
      until: snoozeEnd(span, now).toISOString(),
      marginMode: marginMode.known ? marginMode.value : null,
      leverage: leverage.known ? leverage.value : null,
      worstLoss,
      hold,
    },
  ];
}
