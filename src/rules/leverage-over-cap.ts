import { compareDecimals, decimal } from '../domain/decimal-string.ts';
import { bandOf } from './band-of.ts';
import { clear, couldNotRun, finding, type Rule } from './rule.ts';

/** Leverage is high, or over the trader's own cap (MK-2, MK-8). */
export const leverageOverCap: Rule = {
  id: 'leverage-over-cap',
  title: 'rule_leverage_over_cap_title',
  unit: 'leverage',
  worse: 'higher',
  bands: { notice: decimal('20') },
  run: ({ order, preferences, translate, figures }, bands) => {
    const { leverage } = order;
    if (leverage === undefined) return couldNotRun;
    const cap = preferences.leverageCap;
    if (cap !== null && compareDecimals(leverage, cap) > 0) {
      return finding({
        level: 'warning',
        field: 'leverage',
        value: leverage,
        threshold: cap,
        message: translate('rule_leverage_over_cap_message', figures.times(leverage), figures.times(cap)),
        hold: 'acknowledge',
        remedy: { text: translate('rule_remedy_leverage', figures.times(cap)), figures: { leverage: cap } },
      });
    }
    const met = bandOf(leverage, bands, 'higher');
    if (met === undefined) return clear;
    return finding({
      level: met.level,
      field: 'leverage',
      value: leverage,
      threshold: met.threshold,
      message: translate('rule_leverage_high_message', figures.times(leverage)),
    });
  },
};
