import { holdRates } from '../../log/hold-rate.ts';
import { readLog, readPresses } from '../../log/log-store.ts';
import type { Handler } from '../../protocol/serve.ts';

export const handleReadLog: Handler<'read-log'> = async () => {
  const [log, presses] = await Promise.all([readLog(), readPresses()]);
  return { log: { ...log, entries: [...log.entries] }, rates: holdRates(presses) };
};
