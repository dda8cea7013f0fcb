import { asLogWriter, settleEntry } from '../../log/log-store.ts';
import type { Handler } from '../../protocol/serve.ts';

export const handleNoteOutcome: Handler<'note-outcome'> = ({ entryId, outcome }) =>
  asLogWriter(() => settleEntry(entryId, outcome));
