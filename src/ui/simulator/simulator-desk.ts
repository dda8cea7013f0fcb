import type { BracketTable } from '../../domain/instrument.ts';
import type { VenueFacts } from '../../domain/venue.ts';
import type { Translate } from '../../messages/message-key.ts';
import type { CallResult } from '../../protocol/call.ts';

/** Everything the simulator asks of the world outside it. */
export interface SimulatorDesk {
  readonly translate: Translate;
  readonly locale: string;
  readonly readSettings: () => Promise<CallResult<'read-settings'>>;
  /** The ticket of a tab, where the popup was opened on one. */
  readonly readTicket: (tabId: number) => Promise<CallResult<'read-ticket'>>;
  readonly loadTiers: (
    facts: VenueFacts,
    symbols: readonly string[],
  ) => Promise<Readonly<Record<string, BracketTable>>>;
  /** Hands a text to the browser as a download; gives the file's name. */
  readonly saveFile: (text: string, about: string) => string;
}
