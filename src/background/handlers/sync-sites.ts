import type { Handler } from '../../protocol/serve.ts';
import { syncSites } from '../sites.ts';

export const handleSyncSites: Handler<'sync-sites'> = async () => ({ origins: [...(await syncSites())] });
