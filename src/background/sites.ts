import guardScript from '../guard/guard.iife.tsx?script';
import ticketScript from '../guard/ticket.iife.ts?script';
import { exclusively } from '../platform/exclusive.ts';
import { sendToTab } from '../platform/messages.ts';
import { injectIntoOpenTabs, type PageScripts, registerPageScripts } from '../platform/page-scripts.ts';
import { grantedOrigins } from '../platform/permissions.ts';
import { openTabIds } from '../platform/tabs.ts';
import { call } from '../protocol/call.ts';

const inPackage = (path: string) => path.replace(/^\//, '');
const scripts: PageScripts = { start: inPackage(ticketScript), end: inPackage(guardScript) };

/**
 * Brings the page scripts in line with the hosts granted right now: registered for exactly those, stopped in open tabs
 * of the others, and put at once into open tabs of `added` hosts so that a fresh grant needs no reload. `all`: into those
 * of every host, when the extension was loaded: open pages have at most the cut-off scripts of the one before.
 */
export function syncSites(added: readonly string[] | 'all' = []): Promise<readonly string[]> {
  return exclusively('sites', () => sync(added));
}

async function sync(added: readonly string[] | 'all'): Promise<readonly string[]> {
  const origins = await grantedOrigins();
  await registerPageScripts(scripts, origins);
  const tabIds = await openTabIds();
  await Promise.all(
    tabIds.map((id) =>
      call((envelope) => sendToTab(id, envelope), 'grants-changed', { origins: [...origins] }),
    ),
  );
  await injectIntoOpenTabs(scripts, added === 'all' ? origins : added);
  return origins;
}
