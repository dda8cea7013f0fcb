import { leadingSide } from '../../domain/assessment.ts';
import { tierSymbols } from '../../engine/input-from-reading.ts';
import { readPresses } from '../../log/log-store.ts';
import { uiLocale } from '../../platform/lifecycle.ts';
import { translate } from '../../platform/translate.ts';
import type { Handler } from '../../protocol/serve.ts';
import { noteRead } from '../../settings/last-read-store.ts';
import { preferencesFor } from '../../settings/resolve.ts';
import { loadSettings } from '../../settings/store.ts';
import { venueFacts } from '../../venues/facts.ts';
import { showLevel } from '../action-level.ts';
import { applySnoozes } from '../apply-snoozes.ts';
import { assessReading } from '../assess-reading.ts';
import { endDueGuards } from '../due-guards.ts';
import { habitsOf } from '../habits.ts';
import { loadTiers } from '../tier-tables.ts';

export const handleAssessTicket: Handler<'assess-ticket'> = async (
  { reading, earlierMode = null, earlierLeverage = null },
  sender,
) => {
  const [{ settings, pending }, presses] = await Promise.all([loadSettings(), readPresses()]);
  void endDueGuards(pending).catch(() => undefined);
  const facts = venueFacts[reading.venue.known ? reading.venue.value : 'generic'];
  const symbol = reading.symbol.known ? reading.symbol.value : undefined;
  const preferences = preferencesFor(settings, facts.id, symbol);
  const tiers = await loadTiers(facts, tierSymbols(reading));
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
  const assessment = await applySnoozes(judged, reading, facts.id, sender.role === 'content');
  const side = leadingSide(assessment);
  const level = (side && assessment.sides[side]?.verdict.level) ?? 'unknown';
  if (sender.role === 'content' && sender.tabId !== undefined) {
    void noteRead(reading);
    void showLevel(sender.tabId, level);
  }
  return { assessment, policy: { whenUnchecked: preferences.whenUnread } };
};
