import type { SettingChange } from '../../domain/settings.ts';
import type { Translate } from '../../messages/message-key.ts';
import type { CallResult } from '../../protocol/call.ts';

/** Everything the welcome page asks of the world outside it. */
export interface WelcomeDesk {
  readonly translate: Translate;
  readonly locale: string;
  readonly readSettings: () => Promise<CallResult<'read-settings'>>;
  readonly changeSettings: (changes: readonly SettingChange[]) => Promise<CallResult<'change-settings'>>;
  readonly grantedOrigins: () => Promise<readonly string[]>;
  /** Must be called straight from a click. */
  readonly requestOrigin: (pattern: string) => Promise<boolean>;
  readonly syncSites: () => Promise<unknown>;
  readonly onGrantsChange: (changed: () => void) => void;
  readonly openPage: (page: 'options' | 'simulator') => Promise<unknown>;
  /** Guards the practice ticket of this page until the signal aborts. */
  readonly guardPractice: (signal: AbortSignal) => Promise<void>;
}
