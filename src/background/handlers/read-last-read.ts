import type { Handler } from '../../protocol/serve.ts';
import { loadLastReads } from '../../settings/last-read-store.ts';

export const handleReadLastRead: Handler<'read-last-read'> = async () => ({ venues: await loadLastReads() });
