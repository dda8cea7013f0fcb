import type { TicketState } from '../../domain/health.ts';
import type { OwnPage } from '../../domain/own-page.ts';
import type { TaughtName } from '../../domain/taught.ts';
import type { Translate } from '../../messages/message-key.ts';
import type { ActiveTab } from '../../platform/tabs.ts';
import type { CallResult } from '../../protocol/call.ts';

/** Everything the popup asks of the world outside it. */
export interface PopupDesk {
  readonly translate: Translate;
  readonly locale: string;
  readonly tab: () => Promise<ActiveTab | undefined>;
  readonly grantedOrigins: () => Promise<readonly string[]>;
  /** Must be called straight from a click. */
  readonly requestOrigin: (pattern: string) => Promise<boolean>;
  readonly syncSites: () => Promise<unknown>;
  readonly readTicket: (tabId: number) => Promise<CallResult<'read-ticket'>>;
  readonly reportPage: (tabId: number) => Promise<CallResult<'report-page'>>;
  /** Onto the clipboard; must be called while the click is still fresh. */
  readonly copyText: (text: string) => Promise<void>;
  readonly version: string;
  readonly assess: (state: TicketState) => Promise<CallResult<'assess-ticket'>>;
  readonly readSettings: () => Promise<CallResult<'read-settings'>>;
  readonly dismissRepairs: () => Promise<unknown>;
  /** Opens the picker in a tab, at one field or at the first that is missing. */
  readonly startTeaching: (tabId: number, first: TaughtName | null) => Promise<CallResult<'start-teaching'>>;
  /** Gives way to the page. */
  readonly close: () => void;
  readonly reloadTab: (tabId: number) => Promise<void>;
  readonly openSettings: (hash: string) => Promise<void>;
  readonly openPage: (page: OwnPage, hash?: string) => Promise<void>;
}
