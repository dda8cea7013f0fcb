import type { MarginMode } from '../../domain/account.ts';
import type { MessageKey } from '../../messages/message-key.ts';
import type { Branch } from './decide-mode.ts';

const toIsolated: Readonly<Record<Branch, MessageKey>> = {
  DT1: 'welcome_because_new',
  DT2: 'welcome_because_maintenance',
  DT3: 'welcome_because_positions',
  DT4: 'welcome_because_no_hedge',
  DT5: 'welcome_because_cash',
};

/** Why the tree led to a mode. */
export function modeReason(mode: MarginMode, because: Branch): MessageKey {
  return mode === 'cross' ? 'welcome_because_hedge' : toIsolated[because];
}
