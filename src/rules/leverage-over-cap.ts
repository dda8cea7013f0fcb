import { compareDecimals, type DecimalString, decimal } from '../domain/decimal-string.ts';
import { bandOf } from './band-of.ts';
import { clear, couldNotRun, finding, type Rule, type RuleContext } from './rule.ts';

/** The leverage from which it was raised when isolated was taken for cover; `undefined` where it was not (MK-8). */
function raisedFrom({ earlierMode, earlierLeverage, exposure }: RuleContext, leverage: DecimalString) {
  if (earlierMode !== 'cross' || exposure.marginMode !== 'isolated') return undefined;
  if (earlierLeverage === undefined || earlierLeverage === null) return undefined;
  return compareDecimals(leverage, earlierLeverage) > 0 ? earlierLeverage : undefined;
}

/**
 * Leverage is high, or over the trader's own cap (MK-2, MK-8). High, and raised since the ticket went from cross to
 * isolated, it is one level louder.
 */
export const leverageOverCap: Rule = {
  id: 'leverage-over-cap',
  title: 'rule_leverage_over_cap_title',
  unit: 'leverage',
  worse: 'higher',
  bands: { notice: decimal('20') },
  run: (context, bands) => {
    const { order, preferences, translate, figures } = context;
    const { leverage } = order;
    if (leverage === undefined) return couldNotRun;
    const cap = preferences.leverageCap;
    if (cap !== null && compareDecimals(leverage, cap) > 0) {
      return finding({
        level: 'warning',
        field: 'leverage',
        value: leverage,
        threshold: cap,
        message: translate('rule_leverage_over_cap_message', figures.price(leverage), figures.price(cap)),
        hold: 'acknowledge',
        remedy: { text: translate('rule_remedy_leverage', figures.price(cap)), figures: { leverage: cap } },
      });
    }
    const met = bandOf(leverage, bands, 'higher');
    if (met === undefined) return clear;
    const from = raisedFrom(context, leverage);
    if (from !== undefined && met.level === 'notice') {
      return finding({
        level: 'warning',
        field: 'leverage',
        value: leverage,
        threshold: met.threshold,
        message: translate(
          order.autoAddMargin === true ? 'rule_leverage_raised_auto_add' : 'rule_leverage_raised_message',
          figures.price(from),
          figures.price(leverage),
        ),
        remedy: { text: translate('rule_remedy_leverage', figures.price(from)), figures: { leverage: from } },
      });
    }
    return finding({
      level: met.level,
      field: 'leverage',
      value: leverage,
      threshold: met.threshold,
      message: translate('rule_leverage_high_message', figures.price(leverage)),
    });
  },
};
