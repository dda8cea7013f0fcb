import type { Handler } from '../../protocol/serve.ts';
import { drawingInTurn, showNoLevel } from '../action-level.ts';

export const handleTicketGone: Handler<'ticket-gone'> = async (_, { tabId }) => {
  if (tabId !== undefined) await drawingInTurn(tabId, () => showNoLevel(tabId));
  return {};
};
