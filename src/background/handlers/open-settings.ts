import { openSettings } from '../../platform/tabs.ts';
import type { Handler } from '../../protocol/serve.ts';

export const handleOpenSettings: Handler<'open-settings'> = async () => {
  await openSettings();
  return {};
};
