import type { SettingChange, SettingValue } from '../../domain/settings.ts';
import type { TaughtName, TaughtSites } from '../../domain/taught.ts';
import type { Translate } from '../../messages/message-key.ts';
import type { CallResult } from '../../protocol/call.ts';

/** A setting's place, e.g. `['venues', 'binance', 'leverageCap']`. */
export type SettingPath = readonly string[];

/** Everything the settings page asks of the world outside it. */
export interface OptionsDesk {
  readonly translate: Translate;
  readonly locale: string;
  readonly version: string;
  readonly readSettings: () => Promise<CallResult<'read-settings'>>;
  readonly changeSetting: (path: SettingPath, value: SettingValue) => Promise<CallResult<'change-setting'>>;
  readonly changeSettings: (changes: readonly SettingChange[]) => Promise<CallResult<'change-settings'>>;
  /** Takes back a change that waits. */
  readonly cancelPending: (path: SettingPath) => Promise<CallResult<'cancel-pending'>>;
  /** Asks for a guard to be switched off, which waits. */
  readonly askToUnguard: (pattern: string) => Promise<CallResult<'ask-to-unguard'>>;
  readonly readLog: () => Promise<CallResult<'read-log'>>;
  readonly readLastRead: () => Promise<CallResult<'read-last-read'>>;
  readonly openLog: () => Promise<unknown>;
  readonly now: () => Date;
  readonly dismissRepairs: () => Promise<unknown>;
  readonly replaceNewer: () => Promise<unknown>;
  readonly readAllTaught: () => Promise<CallResult<'read-all-taught'>>;
  readonly forgetTaught: (origin: string, name: TaughtName | null) => Promise<CallResult<'forget-taught'>>;
  readonly importTaught: (sites: TaughtSites) => Promise<CallResult<'import-taught'>>;
  /** Hands a text to the browser as a download; gives the file's name, which begins with `about`. */
  readonly saveFile: (text: string, about: 'shown' | 'settings') => string;
  readonly grantedOrigins: () => Promise<readonly string[]>;
  /** Must be called straight from a click. */
  readonly requestOrigin: (pattern: string) => Promise<boolean>;
  readonly removeOrigin: (pattern: string) => Promise<boolean>;
  readonly syncSites: () => Promise<unknown>;
  readonly onGrantsChange: (changed: () => void) => void;
}
