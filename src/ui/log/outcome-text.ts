import type { HoldOutcome } from '../../domain/log-entry.ts';
import type { MessageKey } from '../../messages/message-key.ts';

export const outcomeKeys: Readonly<Record<HoldOutcome, MessageKey>> = {
  changed: 'log_outcome_changed',
  overridden: 'log_outcome_overridden',
  left: 'log_outcome_left',
  open: 'log_outcome_open',
};
