import { type SnoozeSpan, snoozeSpans } from '../domain/snooze.ts';
import type { MessageKey } from '../messages/message-key.ts';
import type { Wording } from '../ui/kit/wording.ts';

const texts: Readonly<Record<SnoozeSpan, MessageKey>> = {
  '1h': 'hold_snooze_1h',
  today: 'hold_snooze_today',
  trade: 'hold_snooze_trade',
};

interface Props {
  /** "Buy BTCUSDT". */
  readonly order: string;
  /** The site the order is on. */
  readonly site: string;
  readonly wording: Wording;
}

/** What is to happen the next time, chosen before the override and good only with it. Holding again is the default. */
export function SnoozeChoice({ order, site, wording: { translate } }: Props) {
  return (
    <p class="rf-snooze">
      <label for="rf-snooze">{translate('hold_snooze_label', order, site)}</label>{' '}
      <select id="rf-snooze" aria-describedby="rf-snooze-terms">
        <option value="">{translate('hold_snooze_never')}</option>
        {snoozeSpans.map((span) => (
          <option key={span} value={span}>
            {translate(texts[span])}
          </option>
        ))}
      </select>{' '}
      <span id="rf-snooze-terms" class="rf-quiet">
        {translate('hold_snooze_terms')}
      </span>
    </p>
  );
}
