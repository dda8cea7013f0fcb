import type { Handler } from '../../protocol/serve.ts';
import { replaceNewerSettings } from '../../settings/store.ts';

export const handleReplaceNewerSettings: Handler<'replace-newer-settings'> = () => replaceNewerSettings();
