import type { Handler } from '../../protocol/serve.ts';
import { loadTaught } from '../../settings/taught-store.ts';

export const handleReadAllTaught: Handler<'read-all-taught'> = async () => ({ sites: await loadTaught() });
