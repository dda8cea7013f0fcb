import { type Assessment, leadingSide } from '../../domain/assessment.ts';
import { hasNoSize, isWayOut } from '../../domain/order-typed.ts';
import { originOf } from '../../domain/taught.ts';
import { readValue, type TicketReading } from '../../domain/ticket-reading.ts';
import { tierSymbols } from '../../engine/input-from-reading.ts';
import { readPresses } from '../../log/log-store.ts';
import { uiLocale } from '../../platform/lifecycle.ts';
import { tabById } from '../../platform/tabs.ts';
import { translate } from '../../platform/translate.ts';
import type { Handler } from '../../protocol/serve.ts';
import { noteRead } from '../../settings/last-read-store.ts';
import { preferencesFor } from '../../settings/resolve.ts';
import { loadSnoozes } from '../../settings/snooze-store.ts';
import { loadSettings } from '../../settings/store.ts';
import { venueFacts } from '../../venues/facts.ts';
import { drawingInTurn, showLevel, showNoLevel } from '../action-level.ts';
import { applySnoozes } from '../apply-snoozes.ts';
import { assessReading } from '../assess-reading.ts';
import { endDueGuards } from '../due-guards.ts';
import { habitsOf } from '../habits.ts';
import { loadTiers } from '../tier-tables.ts';
import { warmUp } from '../warm-up.ts';

export const handleAssessTicket: Handler<'assess-ticket'> = async (
  { reading, earlierMode = null, earlierLeverage = null },
  sender,
) => {
  const facts = venueFacts[reading.venue.known ? reading.venue.value : 'generic'];
  const stored = Promise.all([
    loadSettings(),
    readPresses(),
    loadSnoozes(),
    loadTiers(facts, tierSymbols(reading)),
  ]);
  warmUp(translate, uiLocale());
  const [{ settings, pending, state }, presses, snoozes, tiers] = await stored;
  void endDueGuards(pending).catch(() => undefined);
  const symbol = readValue(reading.symbol);
  const preferences = preferencesFor(settings, facts.id, symbol);
  const judged = assessReading(reading, {
    facts,
    tiers,
    preferences,
    translate,
    locale: uiLocale(),
    history: habitsOf(presses, facts.id, symbol, new Date()),
    earlierMode,
    earlierLeverage,
  });
  const assessment = await applySnoozes(judged, snoozes, reading, facts.id, sender);
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
    policy: { whenUnchecked: preferences.whenUnread, ...(isDefault ? { isDefault } : {}) },
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
