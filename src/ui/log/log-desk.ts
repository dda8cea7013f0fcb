import type { Translate } from '../../messages/message-key.ts';
import type { CallResult } from '../../protocol/call.ts';

/** Everything the log page asks of the world outside it. */
export interface LogDesk {
  readonly translate: Translate;
  readonly locale: string;
  readonly readLog: () => Promise<CallResult<'read-log'>>;
  readonly deleteLog: () => Promise<CallResult<'delete-log'>>;
  /** For the names of the rules and the theme. */
  readonly readSettings: () => Promise<CallResult<'read-settings'>>;
  /** Hands a text to the browser as a download; gives the file's name. */
  readonly saveFile: (text: string) => string;
}
