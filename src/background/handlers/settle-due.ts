import type { Handler } from '../../protocol/serve.ts';
import { settleDue } from '../settle-due.ts';

export const handleSettleDue: Handler<'settle-due'> = async () => {
  await settleDue();
  return {};
};
