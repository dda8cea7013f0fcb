import { type Assessment, leadingSide } from '../../domain/assessment.ts';
import { hasNoSize, isWayOut } from '../../domain/order-typed.ts';
import { originOf } from '../../domain/taught.ts';
import type { TicketReading } from '../../domain/ticket-reading.ts';
import { uiLocale } from '../../platform/lifecycle.ts';
import { tabById } from '../../platform/tabs.ts';
import { translate } from '../../platform/translate.ts';
import type { Handler } from '../../protocol/serve.ts';
import { noteRead } from '../../settings/last-read-store.ts';
import { drawingInTurn, showLevel, showNoLevel } from '../action-level.ts';
import { endDueGuards } from '../due-guards.ts';
import { basisOf, judge } from '../ticket-basis.ts';
import { warmUp } from '../warm-up.ts';

export const handleAssessTicket: Handler<'assess-ticket'> = async (ticket, sender) => {
  const { reading } = ticket;
  const stored = basisOf(reading);
  warmUp(translate, uiLocale());
  const basis = await stored;
  const { pending, state } = basis.loaded;
  void endDueGuards(pending).catch(() => undefined);
  const assessment = await judge(ticket, basis, sender);
  if (sender.role === 'content') {
    const { tabId } = sender;
    // The page waits for the answer, nobody for these.
    setTimeout(() => {
      void noteRead(reading);
      if (tabId !== undefined)
        void drawingInTurn(tabId, () => drawButton(tabId, sender.origin, reading, assessment));
    });
  }
  const isDefault = state.kind === 'storage-failed';
  return {
    assessment,
    policy: { whenUnchecked: basis.preferences.whenUnread, ...(isDefault ? { isDefault } : {}) },
  };
};

/**
 * The toolbar button of the ticket's tab says what the strip says: nothing of an order without a size, or that only
 * reduces. While this was judged the tab may have gone to another site, whose button it must not draw.
 */
async function drawButton(
  tabId: number,
  origin: string | undefined,
  reading: TicketReading,
  assessment: Assessment,
): Promise<void> {
  const tab = await tabById(tabId);
  if (tab?.url === undefined || originOf(tab.url) !== origin) return;
  if (isWayOut(reading) || hasNoSize(reading)) return showNoLevel(tabId);
  const side = leadingSide(assessment);
  return showLevel(tabId, (side && assessment.sides[side]?.verdict.level) ?? 'unknown');
}
