import type { OrderExposure } from '../domain/exposure.ts';
import type { RuleContext } from './rule.ts';

const rates = ['takerFee', 'makerFee', 'fundingRate'];

/** Whether a fee or the funding of this order's contract was taken from a default, which then is to be said (CK-4). */
export function areRatesAssumed({ assumed, symbol }: OrderExposure): boolean {
  const fields = rates.map((rate) => `instruments.${symbol}.${rate}`);
  return assumed.some(({ field }) => fields.includes(field));
}

/** A sentence built on rates, with a word of it where they are not this trader's own. */
export function withRates({ exposure, translate }: RuleContext, sentence: string): string {
  return areRatesAssumed(exposure) ? translate('rule_at_usual_rates', sentence) : sentence;
}
