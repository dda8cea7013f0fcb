import { type SnoozeSpan, snoozeSpans } from '../domain/snooze.ts';
import type { Finding } from '../domain/verdict.ts';
import type { MessageKey } from '../messages/message-key.ts';
import type { Wording } from '../ui/kit/wording.ts';

const spans: Readonly<Record<SnoozeSpan, MessageKey>> = {
  '1h': 'snooze_1h',
  today: 'snooze_today',
  trade: 'snooze_trade',
};

interface Props {
  readonly finding: Finding;
  /** "Buy BTCUSDT". */
  readonly order: string;
  readonly site: string;
  readonly wording: Wording;
}

/** What the trader can do about a finding besides mending it: change its rule, or not be held by it for a while. */
export function FindingActions({ finding, order, site, wording }: Props) {
  const { translate } = wording;
  const { id } = finding;
  return (
    <>
      <p class="rf-actions">
        <Snooze finding={finding} order={order} site={site} wording={wording} />
        <button type="button" class="rf-link" data-act={`rule:${id}`}>
          {translate('strip_change_rule')}
        </button>
      </p>
      {finding.hold === 'acknowledge' && (
        <details class="rf-actions" data-snooze={id}>
          <summary class="rf-link">{translate('snooze_offer')}</summary>
          {snoozeSpans.map((span) => (
            <button key={span} type="button" class="rf-link" data-act={`snooze:${id}:${span}`}>
              {translate(spans[span])}
            </button>
          ))}
          <p class="rf-quiet">{translate('snooze_terms', order, site)}</p>
        </details>
      )}
    </>
  );
}

function Snooze({ finding: { id, hold, snoozedUntil }, order, site, wording }: Props) {
  const { translate } = wording;
  if (hold === 'type-amount') return <span class="rf-quiet">{translate('snooze_at_hold')} </span>;
  if (snoozedUntil === undefined) return null;
  return (
    <span data-snoozed={id}>
      {translate('snooze_until', timeText(snoozedUntil, wording), order, site)}{' '}
      <button type="button" class="rf-link" data-act={`snooze:${id}:end`}>
        {translate('snooze_end')}
      </button>{' '}
    </span>
  );
}

/** Today's times as a clock shows them, later ones with their day. */
export function timeText(iso: string, { locale }: Wording): string {
  const time = new Date(iso);
  const isToday = time.toDateString() === new Date().toDateString();
  return new Intl.DateTimeFormat(locale, {
    timeStyle: 'short',
    ...(isToday ? {} : { dateStyle: 'short' }),
  }).format(time);
}
