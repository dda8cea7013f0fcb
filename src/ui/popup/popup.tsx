import { useMemo, useState } from 'preact/hooks';
import type { TaughtName } from '../../domain/taught.ts';
import type { TicketReading } from '../../domain/ticket-reading.ts';
import { isVenueId, type VenueId } from '../../domain/venue.ts';
import { venueFacts } from '../../venues/facts.ts';
import { Fact } from '../kit/money.tsx';
import { Ring } from '../kit/ring.tsx';
import { SettingsNotices } from '../kit/settings-notices.tsx';
import { wordingFor } from '../kit/wording.ts';
import { CopyReport } from './copy-report.tsx';
import { EmptyView } from './empty-view.tsx';
import { GuardNotices } from './guard-notices.tsx';
import { Health } from './health.tsx';
import type { View } from './look.ts';
import type { PopupDesk } from './popup-desk.ts';
import { TicketView } from './ticket-view.tsx';
import { useLoadedSettings } from './use-loaded-settings.ts';
import { useView } from './use-view.ts';

const venueName = (id: VenueId) => venueFacts[id].name;

/** The toolbar popup: the active tab's ticket, or why there is none. */
export function Popup({ desk }: { readonly desk: PopupDesk }) {
  const { translate, locale } = desk;
  const { view, lookNow } = useView(desk);
  const { loaded, rules, loadAgain } = useLoadedSettings(desk);

  const reading = readingOf(view);
  const currency = reading?.currency.known === true ? reading.currency.value : '';
  const wording = useMemo(() => wordingFor(translate, locale, currency), [translate, locale, currency]);
  const venue = reading?.venue.known === true ? reading.venue.value : undefined;
  const banded = useMemo(
    () => new Set(rules.filter(({ bands }) => Object.keys(bands).length > 0).map(({ id }) => id)),
    [rules],
  );
  const [problem, setProblem] = useState('');
  const teach = (first: TaughtName | null) => {
    if (!('tabId' in view)) return;
    setProblem('');
    void desk.startTeaching(view.tabId, first).then((answer) => {
      if (answer.ok && answer.value.started) desk.close();
      else setProblem(translate('popup_teach_failed'));
    });
  };
  return (
    <main class="rf popup" data-surface="popup" data-view={view.kind}>
      <header>
        <Ring />
        <h1>Ringfence</h1>
        {reading !== undefined && (
          <p class="popup-where">
            {venue !== undefined && (
              <Fact name="venue" value={venue}>
                {venueName(venue)}
              </Fact>
            )}
            {reading.symbol.known && (
              <Fact name="symbol" value={reading.symbol.value}>
                {reading.symbol.value}
              </Fact>
            )}
          </p>
        )}
      </header>
      <div class="popup-notices">
        {'state' in view && <GuardNotices state={view.state} translate={translate} />}
        {loaded !== undefined && (
          <SettingsNotices
            loaded={loaded}
            translate={translate}
            nameOf={(id) => (isVenueId(id) ? venueName(id) : undefined)}
            onDismiss={() => void desk.dismissRepairs().then(loadAgain)}
          />
        )}
      </div>
      {view.kind === 'looking' && <section class="popup-empty" aria-busy="true" />}
      {view.kind === 'ticket' && (
        <TicketView
          state={view.state}
          assessment={view.assessment}
          wording={wording}
          venueName={venueName}
          onTeach={teach}
          banded={banded}
          onRule={(id) => void desk.openPage('options', `rule/${id}`)}
          onSimulate={(side) => void desk.openPage('simulator', `tab=${view.tabId}&side=${side}`)}
        />
      )}
      {view.kind !== 'ticket' && view.kind !== 'looking' && (
        <EmptyView view={view} desk={desk} venueName={venueName} onChanged={lookNow} onTeach={teach} />
      )}
      {(view.kind === 'unchecked' || view.kind === 'no-ticket' || view.kind === 'waiting') && (
        <Health state={view.state} wording={wording} venueName={venueName} onTeach={teach} />
      )}
      {'state' in view && <CopyReport desk={desk} />}
      <p role="status" class="popup-problem popup-teach-problem">
        {problem}
      </p>
      <footer>
        <button
          type="button"
          class="rf-link"
          onClick={() => void desk.openSettings(venue === undefined ? 'exchanges' : `venue=${venue}`)}
        >
          {venue === undefined
            ? translate('popup_settings')
            : translate('popup_settings_of', venueName(venue))}
        </button>
        <button
          type="button"
          class="rf-link"
          data-act="simulate"
          onClick={() =>
            void desk.openPage(
              'simulator',
              'state' in view && view.kind !== 'no-ticket' ? `tab=${view.tabId}` : '',
            )
          }
        >
          {translate('popup_simulate')}
        </button>
        <button type="button" class="rf-link" onClick={() => void desk.openPage('glossary')}>
          {translate('popup_glossary')}
        </button>
      </footer>
    </main>
  );
}

function readingOf(view: View): TicketReading | undefined {
  return 'state' in view ? view.state.reading : undefined;
}
