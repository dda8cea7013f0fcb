import { type DecimalString, decimal, divideDecimals, subtractDecimals } from '../domain/decimal-string.ts';
import { isUnknown } from '../domain/known.ts';
import { bandOf } from './band-of.ts';
import { clear, couldNotRun, finding, notApplicable, type Rule, type RuleContext } from './rule.ts';

/** A stop order may stand there on purpose; of a type that was not read it cannot be told. */
function isLimit({ order, reading }: RuleContext): boolean | undefined {
  if (order.type !== 'other') return order.type === 'limit';
  return reading !== null && isUnknown(reading.orderType) ? undefined : false;
}

/** Fraction of the mark by which the limit is worse than it; < 0 where it is better. */
function beyondMark({ order }: RuleContext, mark: DecimalString, price: DecimalString) {
  const worse = order.side === 'long' ? subtractDecimals(price, mark) : subtractDecimals(mark, price);
  return divideDecimals(worse, mark, 8);
}

/** A limit through the mark fills at once and for the worse price: most likely a slip of the finger (b-4). */
export const priceFarFromMark: Rule = {
  id: 'price-far-from-mark',
  title: 'rule_price_far_from_mark_title',
  unit: 'fraction',
  worse: 'higher',
  bands: { notice: decimal('0.05'), warning: decimal('0.1') },
  run: (context, bands) => {
    const { order, input, translate, figures } = context;
    const limit = isLimit(context);
    if (limit === false) return notApplicable;
    const mark = input.instruments[order.symbol]?.markPrice;
    const { price } = order;
    if (mark === undefined || price === undefined) return limit === true ? couldNotRun : notApplicable;
    const beyond = beyondMark(context, mark, price);
    if (beyond === undefined) return couldNotRun;
    const met = bandOf(beyond, bands, 'higher');
    if (met === undefined) return clear;
    if (limit === undefined) return couldNotRun;
    return finding({
      level: met.level,
      field: 'price',
      value: beyond,
      threshold: met.threshold,
      message: translate(
        'rule_price_far_from_mark_message',
        figures.price(price),
        figures.percent(beyond),
        figures.price(mark),
        figures.percent(met.threshold),
      ),
      hold: met.level === 'notice' ? 'none' : 'acknowledge',
      remedy: { text: translate('rule_remedy_price', figures.price(mark)), figures: { price: mark } },
    });
  },
};
