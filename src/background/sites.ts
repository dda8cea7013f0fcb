import ticketScript from '../guard/ticket.iife.tsx?script';
import { sendToTab } from '../platform/messages.ts';
import { injectIntoOpenTabs, registerPageScript } from '../platform/page-scripts.ts';
import { grantedOrigins } from '../platform/permissions.ts';
import { openTabIds } from '../platform/tabs.ts';
import { call } from '../protocol/call.ts';

const scriptFile = ticketScript.replace(/^\//, '');

/**
 * Brings the page scripts in line with the hosts granted right now: registered for exactly those, stopped in open tabs
 * of the others, and put at once into open tabs of `added` hosts so that a fresh grant needs no reload.
 */
export async function syncSites(added: readonly string[] = []): Promise<readonly string[]> {
  const origins = await grantedOrigins();
  await registerPageScript(scriptFile, origins);
  const tabIds = await openTabIds();
  await Promise.all(
    tabIds.map((id) =>
      call((envelope) => sendToTab(id, envelope), 'grants-changed', { origins: [...origins] }),
    ),
  );
  await injectIntoOpenTabs(scriptFile, added);
  return origins;
}
