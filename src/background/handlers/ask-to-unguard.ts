import type { Handler } from '../../protocol/serve.ts';
import { askToUnguard } from '../../settings/store.ts';
import { thenSettleDue } from '../settle-due.ts';

export const handleAskToUnguard: Handler<'ask-to-unguard'> = ({ pattern }) =>
  thenSettleDue(askToUnguard(pattern));
