import {
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
import { lowerLeverage } from './lower-leverage.ts';
import { type OfferedRemedy, offering } from './offered-remedy.ts';
import {
  type Bands,
  clear,
  couldNotRun,
  finding,
  notApplicable,
  type Rule,
  type RuleContext,
  type RuleOutcome,
} from './rule.ts';
import { withRates } from './usual-rates.ts';

const hoursADay = decimal('24');

type Days = DecimalString | 'never' | undefined;

/** `undefined` where it is not known. */
function daysOf({ funding }: OrderExposure): Days {
  if (isUnknown(funding.flatPrice)) return undefined;
  return 'days' in funding.flatPrice ? funding.flatPrice.days : 'never';
}

function isTooFew(days: Days, bands: Bands): boolean {
  const least = bands.warning;
  return least !== undefined && days !== undefined && days !== 'never' && compareDecimals(days, least) < 0;
}

/** Whether neither measure meets its band; false where one is unknown. */
function isMended(exposure: OrderExposure, bands: Bands): boolean {
  const days = daysOf(exposure);
  const { ofMargin } = exposure.funding;
  if (days === undefined || isUnknown(ofMargin)) return false;
  return !isTooFew(days, bands) && bandOf(ofMargin, noticeOnly(bands), 'higher') === undefined;
}

function noticeOnly({ notice }: Bands): Bands {
  return notice === undefined ? {} : { notice };
}

/** The leverage with which the margin is larger by what funding takes in the days that are missing. */
function leverageForDays({ exposure, input, order }: RuleContext, { warning: least }: Bands) {
  const { notional, initialMargin, funding } = exposure;
  const days = daysOf(exposure);
  const hours = input.instruments[order.symbol]?.fundingIntervalHours;
  if (hours === undefined || least === undefined || days === undefined || days === 'never') return undefined;
  if (isUnknown(notional) || isUnknown(initialMargin) || isUnknown(funding.perInterval)) return undefined;
  const perDay = divideDecimals(multiplyDecimals(funding.perInterval, hoursADay), hours, 12);
  if (perDay === undefined || compareDecimals(days, least) >= 0) return undefined;
  const lacking = multiplyDecimals(subtractDecimals(least, days), perDay);
  return divideDecimals(notional, addDecimals(initialMargin, lacking), 8);
}

/** Funding is a share of the size: less leverage, less of the margin. */
function leverageForShare({ exposure, order }: RuleContext, { notice: start }: Bands) {
  const share = exposure.funding.ofMargin;
  if (order.leverage === undefined || start === undefined || isUnknown(share)) return undefined;
  if (compareDecimals(share, start) < 0) return undefined;
  return divideDecimals(multiplyDecimals(order.leverage, start), share, 8);
}

function remedy(context: RuleContext, bands: Bands): OfferedRemedy | undefined {
  const [highest] = [leverageForDays(context, bands), leverageForShare(context, bands)]
    .filter((each) => each !== undefined)
    .sort(compareDecimals);
  return highest === undefined
    ? undefined
    : lowerLeverage(context, highest, (after) => isMended(after, bands));
}

const oneDay = decimal('1');

/** Days are shown rounded down, so what shows as 1 is one day and what would show as 0 is said in words. */
function daysText({ translate, figures }: RuleContext, days: DecimalString, least: DecimalString): string {
  const wanted = figures.times(least);
  if (compareDecimals(days, decimal('0')) <= 0) return translate('rule_funding_eats_margin_no_days', wanted);
  if (compareDecimals(days, oneDay) < 0) return translate('rule_funding_eats_margin_within_a_day', wanted);
  const shown = figures.times(days);
  return shown === figures.times(oneDay)
    ? translate('rule_funding_eats_margin_one_day', wanted)
    : translate('rule_funding_eats_margin_days', shown, wanted);
}

function warned(context: RuleContext, days: DecimalString, bands: Bands): RuleOutcome {
  const least = bands.warning ?? decimal('0');
  return finding({
    level: 'warning',
    field: 'funding',
    value: days,
    threshold: least,
    message: withRates(context, daysText(context, days, least)),
    ...offering(remedy(context, bands)),
  });
}

/**
 * Funding to the planned horizon as a share of the order's margin, and days at a flat price until fees and funding alone
 * liquidate (CK-4, MK-4). On cross the second measures what the whole pool can pay.
 */
export const fundingEatsMargin: Rule = {
  id: 'funding-eats-margin',
  title: 'rule_funding_eats_margin_title',
  unit: 'fraction',
  worse: 'higher',
  bands: { notice: decimal('0.05'), warning: decimal('7') },
  bandMeasures: { warning: { unit: 'days', worse: 'lower' } },
  run: (context, bands) => {
    const { exposure, translate, figures } = context;
    if (exposure.initialMargin === '0') return notApplicable;
    const days = daysOf(exposure);
    if (days !== undefined && days !== 'never' && isTooFew(days, bands)) return warned(context, days, bands);
    const { ofMargin, toHorizon } = exposure.funding;
    if (days === undefined || isUnknown(ofMargin) || isUnknown(toHorizon)) return couldNotRun;
    const met = bandOf(ofMargin, noticeOnly(bands), 'higher');
    if (met === undefined) return clear;
    return finding({
      level: met.level,
      field: 'funding',
      value: ofMargin,
      threshold: met.threshold,
      message: withRates(
        context,
        translate(
          'rule_funding_eats_margin_message',
          figures.loss(toHorizon),
          figures.percent(ofMargin),
          figures.percent(met.threshold),
        ),
      ),
      ...offering(remedy(context, bands)),
    });
  },
};
