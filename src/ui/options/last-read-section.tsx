import { useEffect, useState } from 'preact/hooks';
import { type LastRead, lastReadNames } from '../../domain/last-read.ts';
import type { VenueId } from '../../domain/venue.ts';
import { fieldText } from '../kit/unknown-text.ts';
import { wordingFor } from '../kit/wording.ts';
import { useOptions } from './options-context.ts';

/** What is read on this exchange's ticket, and when each of it last worked. */
export function LastReadSection({ venue }: { readonly venue: VenueId }) {
  const { desk } = useOptions();
  const { translate, locale } = desk;
  const [last, setLast] = useState<LastRead | null>();
  useEffect(() => {
    void desk.readLastRead().then((answer) => {
      if (answer.ok) setLast(answer.value.venues[venue] ?? null);
    });
  }, [desk, venue]);
  if (last === undefined) return null;
  const wording = wordingFor(translate, locale, '');
  const time = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <section aria-labelledby="read" data-section="last-read">
      <h2 id="read">{translate('options_read')}</h2>
      {last === null ? (
        <p class="section-help">{translate('options_read_never')}</p>
      ) : (
        <>
          <p class="section-help">
            {translate('options_read_last', time.format(new Date(last.at)))}{' '}
            {translate(`options_read_by_${last.by}`)}
          </p>
          <dl class="known">
            {lastReadNames.map((name) => {
              const at = last.fields[name];
              return (
                <div key={name} data-unknown={at === undefined} data-last-read={name}>
                  <dt>{fieldText(name, wording)}</dt>
                  <dd>{at === undefined ? translate('options_read_not') : time.format(new Date(at))}</dd>
                </div>
              );
            })}
          </dl>
        </>
      )}
    </section>
  );
}
