import type { Assessment } from '../../domain/assessment.ts';
import type { TicketState } from '../../domain/health.ts';
import { hasNoSize, isWayOut } from '../../domain/order-typed.ts';
import { hostOfPattern, originPatternCovers, originPatternOf } from '../../domain/origin-pattern.ts';
import { type VenueId, venueIds } from '../../domain/venue.ts';
import type { ActiveTab } from '../../platform/tabs.ts';
import { venueHosts } from '../../venues/hosts.ts';
import type { PopupDesk } from './popup-desk.ts';

/** What the popup has to show. */
export type View =
  | { readonly kind: 'looking' }
  | {
      readonly kind: 'ticket';
      readonly state: TicketState;
      readonly assessment: Assessment;
      readonly tabId: number;
    }
  /** A ticket was read and nothing of it was checked. `why`: what the worker said; absent when it said nothing. */
  | {
      readonly kind: 'unchecked';
      readonly state: TicketState;
      readonly why: string | undefined;
      readonly tabId: number;
    }
  /** A ticket without a size: nothing to judge yet. */
  | { readonly kind: 'waiting'; readonly state: TicketState; readonly tabId: number }
  /** Guarded, and no ticket on the page, or more than one. */
  | { readonly kind: 'no-ticket'; readonly state: TicketState; readonly tabId: number }
  | {
      readonly kind: 'not-granted';
      readonly pattern: string;
      readonly host: string;
      readonly venue: VenueId | undefined;
    }
  /** Granted, but the page runs no script of ours, as after an update. */
  | { readonly kind: 'no-script'; readonly host: string; readonly tabId: number }
  /** A page of the browser or of an extension, or one the browser keeps to itself. */
  | { readonly kind: 'no-access' };

/** One look at the tab: its ticket and what that means, or why there is none. Never rejects. */
export async function lookAtTab(desk: PopupDesk): Promise<View> {
  const tab = await desk.tab().catch(() => undefined);
  if (tab === undefined) return { kind: 'no-access' };
  const read = await desk.readTicket(tab.id);
  if (!read.ok) return withoutScript(desk, tab);
  const state = read.value;
  const { id: tabId } = tab;
  if (state.health.scope !== 'ticket') return { kind: 'no-ticket', state, tabId };
  if (hasNoSize(state.reading) && !isWayOut(state.reading)) return { kind: 'waiting', state, tabId };
  const assessed = await desk.assess(state);
  if (assessed.ok) return { kind: 'ticket', state, assessment: assessed.value.assessment, tabId };
  const spoke = assessed.failure === 'refused' || assessed.failure === 'bad-reply';
  return { kind: 'unchecked', state, why: spoke ? assessed.detail : undefined, tabId };
}

async function withoutScript(desk: PopupDesk, { id, url }: ActiveTab): Promise<View> {
  const pattern = url === undefined ? undefined : originPatternOf(url);
  if (url === undefined || pattern === undefined) return { kind: 'no-access' };
  const host = hostOfPattern(pattern);
  const granted = await desk.grantedOrigins().catch(() => []);
  if (granted.some((origin) => originPatternCovers(origin, url)))
    return { kind: 'no-script', host, tabId: id };
  if (!canBeGranted(pattern)) return { kind: 'no-access' };
  return { kind: 'not-granted', pattern, host, venue: venueAt(url) };
}

/** The manifest's optional hosts: every https site, and this machine itself. */
function canBeGranted(pattern: string): boolean {
  return pattern.startsWith('https://') || /^http:\/\/(127\.0\.0\.1|localhost)\//.test(pattern);
}

function venueAt(url: string): VenueId | undefined {
  return venueIds.find((id) => venueHosts[id].some((pattern) => originPatternCovers(pattern, url)));
}
