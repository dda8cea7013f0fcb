import { hostOfPattern } from '../../domain/origin-pattern.ts';
import type { VenueSettings } from '../../domain/settings.ts';
import { type VenueId, venueIds } from '../../domain/venue.ts';
import { figureFormat } from '../../messages/figures.ts';
import { venueFacts } from '../../venues/facts.ts';
import { venueHosts } from '../../venues/hosts.ts';
import { LevelIcon } from '../kit/level-icon.tsx';
import { modeText } from '../kit/mode-text.ts';
import { shownDecimal } from './decimal-input.tsx';
import { GuardButton, guardAct } from './guard-button.tsx';
import { useOptions } from './options-context.ts';
import type { OptionsDesk } from './options-desk.ts';
import { hashOf } from './route.ts';
import { isGranted, isGuarded } from './sites.ts';
import { useGuard } from './use-guard.ts';

/** Exchanges with a page of their own; sites nobody described share the settings of "other sites". */
export const listedVenues: readonly VenueId[] = venueIds.filter((id) => id !== 'generic');

/** All exchanges at a glance: which are guarded, and what the trader set there. */
export function ExchangesPage() {
  const { desk, granted } = useOptions();
  const { translate } = desk;
  const guarded = listedVenues.filter((id) => isGuarded(id, granted));
  const others = listedVenues.filter((id) => !guarded.includes(id));
  return (
    <>
      <h1 tabIndex={-1}>{translate('options_exchanges')}</h1>
      <p class="page-help">{translate('options_exchanges_help')}</p>
      {guarded.length > 0 && (
        <section aria-labelledby="guarded">
          <h2 id="guarded">{translate('options_guarded_heading')}</h2>
          <VenueList venues={guarded} guarded />
        </section>
      )}
      <section aria-labelledby="unguarded">
        <h2 id="unguarded">{translate('options_not_guarded_heading')}</h2>
        <VenueList venues={others} guarded={false} />
      </section>
    </>
  );
}

function VenueList({ venues, guarded }: { readonly venues: readonly VenueId[]; readonly guarded: boolean }) {
  const { desk, loaded, granted } = useOptions();
  return (
    <ul class="venues">
      {venues.map((id) => {
        const pattern = venueHosts[id].find((host) => isGranted(host, granted)) ?? venueHosts[id][0];
        return (
          <li key={id} data-venue={id} data-guarded={guarded}>
            <a href={hashOf({ page: 'venue', venue: id })}>
              <LevelIcon level={guarded ? 'ok' : 'unknown'} size={20} />
              <span class="venue-name">
                {venueFacts[id].name}
                <span class="row-help">{whereIs(id, desk)}</span>
              </span>
              <span class="venue-set">{summary(loaded.settings.venues[id], desk)}</span>
            </a>
            {pattern !== undefined && <QuickGuard pattern={pattern} />}
          </li>
        );
      })}
    </ul>
  );
}

function QuickGuard({ pattern }: { readonly pattern: string }) {
  const { guarded, problem, toggle, waiting, isOver } = useGuard(pattern);
  return (
    <>
      <GuardButton
        host={hostOfPattern(pattern)}
        act={guardAct(guarded, waiting !== undefined, isOver)}
        onPress={toggle}
      />
      {problem !== '' && <p class="host-problem">{problem}</p>}
    </>
  );
}

function whereIs(id: VenueId, { translate }: OptionsDesk): string {
  const [first, ...more] = venueHosts[id];
  if (first === undefined) return translate('options_many_hosts_short');
  return more.length === 0
    ? hostOfPattern(first)
    : translate('options_hosts_more', hostOfPattern(first), String(more.length));
}

/** "Isolated · at most $150 · 10x"; empty where nothing is set. */
function summary(own: VenueSettings | undefined, { translate, locale }: OptionsDesk): string {
  const parts: string[] = [];
  if (own?.intendedMode) parts.push(modeText(own.intendedMode, translate));
  if (own?.maxLossQuote) {
    parts.push(translate('options_at_most', figureFormat(locale, 'USD').room(own.maxLossQuote)));
  }
  if (own?.maxLossFraction) {
    parts.push(translate('options_at_most', `${shownDecimal(own.maxLossFraction, 'percent', locale)} %`));
  }
  if (own?.leverageCap) {
    parts.push(translate('popup_leverage', shownDecimal(own.leverageCap, 'plain', locale)));
  }
  return parts.join(' · ');
}
