import { openPage } from '../../platform/tabs.ts';
import type { Handler } from '../../protocol/serve.ts';

export const handleOpenPage: Handler<'open-page'> = async ({ page, hash }) => {
  await openPage(page, hash);
  return {};
};
