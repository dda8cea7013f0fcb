import { isUnknown } from '../domain/known.ts';
import type { TicketReading } from '../domain/ticket-reading.ts';
import { type Wording, wordingFor } from '../ui/kit/wording.ts';
import type { GuardParts } from './guard-parts.ts';

/** Wording in the currency of a ticket. Making number formats is slow; currency and locale hardly ever change. */
export function sayer({ translate, locale }: Pick<GuardParts, 'translate' | 'locale'>): {
  about(reading: TicketReading): Wording;
} {
  let currency: string | undefined;
  let wording: Wording | undefined;
  return {
    about: (reading) => {
      const now = isUnknown(reading.currency) ? '' : reading.currency.value;
      if (wording === undefined || now !== currency) wording = wordingFor(translate, locale, now);
      currency = now;
      return wording;
    },
  };
}
