import type { PendingChange } from '../domain/settings.ts';
import { grantedOrigins, removeOrigin } from '../platform/permissions.ts';
import { isDue } from '../settings/pending.ts';
import { cancelPending, loadSettings } from '../settings/store.ts';

/**
 * Gives back the hosts whose guard was to end and whose wait is over, whenever anything is asked of the worker. Where
 * the browser keeps a host, the change goes on waiting and the settings page offers to try again by hand.
 */
export async function endDueGuards(pending: readonly PendingChange[], now: Date = new Date()): Promise<void> {
  const due = pending.filter((change) => change.path[0] === 'guard' && isDue(change, now));
  if (due.length === 0) return;
  const granted = await grantedOrigins();
  for (const { path } of due) {
    const pattern = path[1] ?? '';
    const isGone = !granted.includes(pattern) || (await removeOrigin(pattern).catch(() => false));
    if (isGone) await cancelPending(path, now);
  }
}

/** Hosts that were granted anew are guarded because the trader wants them to be: an end that was still to come is off. */
export async function keepGranted(added: readonly string[]): Promise<void> {
  const { pending } = await loadSettings();
  for (const { path } of pending) {
    if (path[0] === 'guard' && added.includes(path[1] ?? '')) await cancelPending(path);
  }
}
