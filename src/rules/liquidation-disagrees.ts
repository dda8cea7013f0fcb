import {
  absoluteDecimal,
  compareDecimals,
  type DecimalString,
  decimal,
  divideDecimals,
  subtractDecimals,
} from '../domain/decimal-string.ts';
import { isUnknown } from '../domain/known.ts';
import { isDue } from './is-due.ts';
import { clear, couldNotRun, finding, notApplicable, type Rule, type RuleContext } from './rule.ts';

const zero = decimal('0');

function apart(a: DecimalString, b: DecimalString): DecimalString {
  return absoluteDecimal(subtractDecimals(a, b));
}

/** The price the page prints; `undefined` where it prints none, and where it is that of the other button's side. */
function printed({ reading, order, input }: RuleContext): DecimalString | undefined {
  const field = reading?.pageLiquidationPrice;
  if (reading === null || field === undefined || isUnknown(field)) return undefined;
  if (compareDecimals(field.value, zero) <= 0) return undefined;
  const from = input.instruments[order.symbol]?.markPrice ?? order.price;
  if (isUnknown(reading.side) && from !== undefined) {
    const isBelow = compareDecimals(field.value, from) < 0;
    if (isBelow !== (order.side === 'long')) return undefined;
  }
  return field.value;
}

/** Whether our price is the careful end of what can be told, so that a page that knows more gives a farther one. */
function isBound({ exposure, input }: RuleContext): boolean {
  const general = input.venue === 'generic' || exposure.assumed.some(({ field }) => field === 'venue');
  return general || (exposure.atLeast === true && exposure.marginMode !== 'isolated');
}

/** The page prints a liquidation price, and ours is another: one of the two is wrong. */
export const liquidationDisagrees: Rule = {
  id: 'liquidation-disagrees',
  title: 'rule_liquidation_disagrees_title',
  unit: 'fraction',
  worse: 'higher',
  bands: { warning: decimal('0.002') },
  run: (context, bands) => {
    const { exposure, input, order, translate, figures } = context;
    const page = printed(context);
    const over = bands.warning;
    if (page === undefined || over === undefined) return notApplicable;
    const { liquidation } = exposure;
    if (isUnknown(liquidation)) return couldNotRun;
    const contract = input.instruments[order.symbol];
    if (liquidation.kind === 'none') {
      if (liquidation.why === 'no-position') return notApplicable;
      return finding({
        level: 'warning',
        field: 'pageLiquidationPrice',
        value: page,
        threshold: '',
        message: translate('rule_liquidation_disagrees_none', figures.price(page)),
      });
    }
    const { price } = liquidation;
    const mark = contract?.markPrice;
    if (isBound(context) && mark !== undefined && compareDecimals(apart(mark, page), apart(mark, price)) >= 0)
      return clear;
    const difference = apart(page, price);
    const share = divideDecimals(difference, price, 8);
    if (share === undefined) return couldNotRun;
    const isOverTick = contract?.tick === undefined || compareDecimals(difference, contract.tick) > 0;
    if (!isOverTick || compareDecimals(share, over) <= 0) return clear;
    return finding({
      level: 'warning',
      field: 'pageLiquidationPrice',
      value: share,
      threshold: over,
      message: isDue(liquidation)
        ? translate('rule_liquidation_disagrees_due', figures.price(page))
        : translate(
            'rule_liquidation_disagrees_message',
            figures.price(page),
            figures.estimate(price),
            figures.percent(share),
            figures.percent(over),
          ),
    });
  },
};
