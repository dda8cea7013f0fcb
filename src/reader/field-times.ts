import type { PageHealth, TicketState } from '../domain/health.ts';
import { ticketFieldNames } from '../domain/ticket-reading.ts';

type Times = NonNullable<PageHealth['since']>;

/** Adds to each state since when each of its fields stands as it does, its place on the page included. */
export function fieldTimes(): (state: TicketState) => TicketState {
  const last = new Map<string, { readonly stand: string; readonly at: string }>();
  return (state) => {
    const { reading, health } = state;
    const since = [...ticketFieldNames, 'positions' as const].map((name) => {
      const stand = JSON.stringify(reading[name]);
      const known = last.get(name);
      const at = known?.stand === stand ? known.at : health.readAt;
      last.set(name, { stand, at });
      return [name, at] as const;
    });
    return { reading, health: { ...health, since: Object.fromEntries(since) as Times } };
  };
}
