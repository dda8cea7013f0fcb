import type { Handler } from '../../protocol/serve.ts';
import { drawingInTurn, showLevel, showNoLevel } from '../action-level.ts';

export const handleTicketGone: Handler<'ticket-gone'> = async ({ isUntold }, { tabId }) => {
  if (tabId !== undefined)
    await drawingInTurn(tabId, () => (isUntold ? showLevel(tabId, 'unknown') : showNoLevel(tabId)));
  return {};
};
