import type { Handler } from '../../protocol/serve.ts';
import { dismissRepairs } from '../../settings/store.ts';

export const handleDismissRepairs: Handler<'dismiss-repairs'> = async () => {
  await dismissRepairs();
  return {};
};
