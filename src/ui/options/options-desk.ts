import type { TaughtName, TaughtSites } from '../../domain/taught.ts';
import type { Translate } from '../../messages/message-key.ts';
import type { CallResult } from '../../protocol/call.ts';

/** A setting's place, e.g. `['venues', 'binance', 'leverageCap']`. */
export type SettingPath = readonly string[];
export type SettingValue = string | boolean | null;

/** Everything the settings page asks of the world outside it. */
export interface OptionsDesk {
  readonly translate: Translate;
  readonly locale: string;
  readonly version: string;
  readonly readSettings: () => Promise<CallResult<'read-settings'>>;
  readonly changeSetting: (path: SettingPath, value: SettingValue) => Promise<CallResult<'change-setting'>>;
  readonly dismissRepairs: () => Promise<unknown>;
  readonly replaceNewer: () => Promise<unknown>;
  readonly readAllTaught: () => Promise<CallResult<'read-all-taught'>>;
  readonly forgetTaught: (origin: string, name: TaughtName | null) => Promise<CallResult<'forget-taught'>>;
  readonly importTaught: (sites: TaughtSites) => Promise<CallResult<'import-taught'>>;
  /** Hands a text to the browser as a download; gives the file's name. */
  readonly saveFile: (text: string) => string;
  readonly grantedOrigins: () => Promise<readonly string[]>;
  /** Must be called straight from a click. */
  readonly requestOrigin: (pattern: string) => Promise<boolean>;
  readonly removeOrigin: (pattern: string) => Promise<boolean>;
  readonly syncSites: () => Promise<unknown>;
  readonly onGrantsChange: (changed: () => void) => void;
}
