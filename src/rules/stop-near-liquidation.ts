import {
  absoluteDecimal,
  addDecimals,
  compareDecimals,
  type DecimalString,
  decimal,
  divideDecimals,
  multiplyDecimals,
  subtractDecimals,
} from '../domain/decimal-string.ts';
import type { OrderExposure } from '../domain/exposure.ts';
import { isUnknown } from '../domain/known.ts';
import { bandOf } from './band-of.ts';
import { exposureWith } from './exposure-with.ts';
import { stopState } from './no-stop-loss.ts';
import { type OfferedRemedy, offering } from './offered-remedy.ts';
import { clear, couldNotRun, finding, notApplicable, type Rule, type RuleContext } from './rule.ts';

const zero = decimal('0');
const one = decimal('1');

/** The way a price has to go from the entry to the near end of the liquidation's range; < 0 where it is there already. */
interface Way {
  readonly nearest: DecimalString;
  readonly length: DecimalString;
  /** +1 where the stop lies below the entry. */
  readonly sign: DecimalString;
}

function wayOf(entry: DecimalString, exposure: OrderExposure, stop: DecimalString): Way | 'none' | undefined {
  const { liquidation } = exposure;
  if (isUnknown(liquidation)) return undefined;
  if (liquidation.kind === 'none') return 'none';
  const { nearest } = liquidation.range;
  if (isUnknown(nearest)) return undefined;
  const isBelow = compareDecimals(stop, entry) < 0;
  // A hedged leg may be liquidated on its winning side, where no stop of its own stands.
  if (compareDecimals(liquidation.price, entry) < 0 !== isBelow) return 'none';
  const sign = decimal(isBelow ? '1' : '-1');
  return { nearest, length: multiplyDecimals(subtractDecimals(entry, nearest), sign), sign };
}

/** The stop's price after slippage. */
function fillOf(stop: DecimalString, slippage: DecimalString, { sign }: Way): DecimalString {
  return multiplyDecimals(stop, subtractDecimals(one, multiplyDecimals(slippage, sign)));
}

/** What of the way is left when the stop fills; 0 where none is. */
function leftAt(fill: DecimalString, { nearest, length, sign }: Way): DecimalString {
  const left = multiplyDecimals(subtractDecimals(fill, nearest), sign);
  if (compareDecimals(left, zero) <= 0 || compareDecimals(length, zero) <= 0) return zero;
  return divideDecimals(left, length, 8) ?? zero;
}

interface Question {
  readonly entry: DecimalString;
  readonly slippage: DecimalString;
  readonly least: DecimalString;
}

/** The farthest stop, on the tick, that leaves more than `least` of the way; confirmed by the engine with that stop. */
function nearerStop(context: RuleContext, way: Way, question: Question): OfferedRemedy | undefined {
  const { input, order, translate, figures } = context;
  const { entry, slippage, least } = question;
  const tick = input.instruments[order.symbol]?.tick;
  if (tick === undefined || compareDecimals(way.length, zero) <= 0) return undefined;
  const fill = addDecimals(way.nearest, multiplyDecimals(multiplyDecimals(way.length, least), way.sign));
  const exact = divideDecimals(fill, subtractDecimals(one, multiplyDecimals(slippage, way.sign)), 12);
  const ticks = exact === undefined ? undefined : divideDecimals(exact, tick, 0);
  if (ticks === undefined) return undefined;
  // Cut off toward zero: upward the next tick is the first beyond, downward this one is at it or beyond.
  for (const step of way.sign === '1' ? ['1', '2'] : ['0', '-1']) {
    const stop = multiplyDecimals(addDecimals(ticks, decimal(step)), tick);
    if (compareDecimals(absoluteDecimal(stop), zero) === 0) continue;
    const after = exposureWith(context, { stopLoss: stop });
    const wayAfter = after === undefined ? undefined : wayOf(entry, after, stop);
    if (after === undefined || wayAfter === undefined || wayAfter === 'none') continue;
    const { atStop } = after.losses;
    const left = leftAt(fillOf(stop, slippage, wayAfter), wayAfter);
    if (isUnknown(atStop) || 'kind' in atStop || compareDecimals(left, least) <= 0) continue;
    return {
      text: translate('rule_remedy_stop', figures.price(stop), figures.distance(left)),
      figures: { stopLoss: stop },
    };
  }
  return undefined;
}

/** Little of the way from entry to liquidation is left behind the stop: a gap or slippage skips it (CK-5, b-15). */
export const stopNearLiquidation: Rule = {
  id: 'stop-near-liquidation',
  title: 'rule_stop_near_liquidation_title',
  unit: 'fraction',
  worse: 'lower',
  bands: { notice: decimal('0.1') },
  run: (context, bands) => {
    const { exposure, order, input, preferences, translate, figures } = context;
    if (stopState(context) === 'unread') return couldNotRun;
    const stop = order.stopLoss;
    if (stop === undefined) return notApplicable;
    const { atStop } = exposure.losses;
    if (isUnknown(atStop)) return couldNotRun;
    if ('kind' in atStop) return notApplicable;
    const entry = order.price ?? input.instruments[order.symbol]?.markPrice;
    const way = entry === undefined ? undefined : wayOf(entry, exposure, stop);
    if (entry === undefined || way === undefined) return couldNotRun;
    if (way === 'none') return clear;
    const slippage = input.assumptions?.slippage ?? preferences.slippage;
    const left = leftAt(fillOf(stop, slippage, way), way);
    const met = bandOf(left, bands, 'lower');
    if (met === undefined) return clear;
    return finding({
      level: met.level,
      field: 'stopLoss',
      value: left,
      threshold: met.threshold,
      message: translate(
        'rule_stop_near_liquidation_message',
        figures.price(stop),
        figures.distance(left),
        figures.estimate(way.nearest),
        figures.percent(met.threshold),
      ),
      ...offering(nearerStop(context, way, { entry, slippage, least: met.threshold })),
    });
  },
};
