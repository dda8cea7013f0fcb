import type { TaughtSites } from '../domain/taught.ts';
import { sendToTab } from '../platform/messages.ts';
import { openTabIds } from '../platform/tabs.ts';
import { call } from '../protocol/call.ts';
import type { TaughtOutcome } from '../settings/taught-store.ts';

/** Tells the page scripts of these sites what was taught there now; tabs of other sites pass it by. */
export async function tellTaught(outcome: TaughtOutcome, origins: readonly string[]): Promise<void> {
  if (outcome.outcome !== 'saved') return;
  const tabs = await openTabIds();
  await Promise.all(
    tabs.flatMap((id) =>
      origins.map((origin) =>
        call((envelope) => sendToTab(id, envelope), 'taught-changed', {
          origin,
          fields: [...fieldsOf(outcome.sites, origin)],
        }),
      ),
    ),
  );
}

/** What was taught on one site. */
export function fieldsOf(sites: TaughtSites, origin: string): TaughtSites[string] {
  return Object.hasOwn(sites, origin) ? (sites[origin] ?? []) : [];
}
