import type { Handler } from '../../protocol/serve.ts';
import { showNoLevel } from '../action-level.ts';

export const handleTicketGone: Handler<'ticket-gone'> = async (_, { tabId }) => {
  if (tabId !== undefined) await showNoLevel(tabId);
  return {};
};
