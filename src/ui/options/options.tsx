import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { ChangeOutcome, LoadedSettings, RuleOption, SettingsDefaults } from '../../domain/settings.ts';
import { isVenueId } from '../../domain/venue.ts';
import { venueFacts } from '../../venues/facts.ts';
import { SettingsNotices } from '../kit/settings-notices.tsx';
import { applyTheme } from '../kit/theme.ts';
import { ExchangesPage } from './exchanges-page.tsx';
import { GeneralPage } from './general-page.tsx';
import { OptionsContext, type OptionsState } from './options-context.ts';
import type { OptionsDesk } from './options-desk.ts';
import { OtherPage } from './other-page.tsx';
import { PendingList } from './pending-list.tsx';
import { type Route, routeOf } from './route.ts';
import { SideNav } from './side-nav.tsx';
import { VenuePage } from './venue-page.tsx';

interface Read {
  readonly loaded: LoadedSettings;
  readonly defaults: SettingsDefaults;
  readonly rules: readonly RuleOption[];
}

/** The settings page: one place per exchange and a general one, everything saved as soon as it is valid. */
export function Options({ desk }: { readonly desk: OptionsDesk }) {
  const [read, setRead] = useState<Read | 'silent'>();
  const [granted, setGranted] = useState<readonly string[]>([]);
  const [said, announce] = useState('');
  const route = useRoute();

  const load = useCallback(async () => {
    const answer = await desk.readSettings();
    setRead(answer.ok ? answer.value : 'silent');
  }, [desk]);
  const onGrants = useCallback(() => {
    desk.grantedOrigins().then(setGranted, () => setGranted([]));
  }, [desk]);
  useEffect(() => {
    void load();
    onGrants();
    desk.onGrantsChange(onGrants);
  }, [desk, load, onGrants]);
  const theme = read === undefined || read === 'silent' ? undefined : read.loaded.settings.general.theme;
  useEffect(() => {
    if (theme !== undefined) applyTheme(theme);
  }, [theme]);

  const { translate } = desk;
  if (read === undefined) return <main class="rf" aria-busy="true" />;
  if (read === 'silent') {
    return (
      <main class="rf silent">
        <h1>{translate('options_silent_title')}</h1>
        <p>{translate('options_silent')}</p>
        <button type="button" class="rf-button rf-button-main" onClick={() => void load()}>
          {translate('options_try_again')}
        </button>
      </main>
    );
  }
  const onOutcome = (outcome: ChangeOutcome) => {
    if (outcome.outcome !== 'saved' && outcome.outcome !== 'pending') return;
    const { settings, pending } = outcome;
    setRead((now) =>
      now === undefined || now === 'silent' ? now : { ...now, loaded: { ...now.loaded, settings, pending } },
    );
  };
  const onReload = () => {
    void load();
    onGrants();
  };
  const state: OptionsState = { desk, ...read, granted, onOutcome, onReload, onGrants, announce };
  return (
    <OptionsContext.Provider value={state}>
      <div class="rf page" data-surface="options">
        <SideNav route={route} />
        <main class="content">
          <div class="notices">
            <SettingsNotices
              loaded={read.loaded}
              translate={translate}
              nameOf={nameIn(read.rules)}
              onDismiss={() => void desk.dismissRepairs().then(load)}
              onReplaceNewer={() => void desk.replaceNewer().then(load)}
            />
            <PendingList />
          </div>
          {pageOf(route)}
        </main>
        <p class="rf-unseen" role="status" aria-live="polite">
          {said}
        </p>
      </div>
    </OptionsContext.Provider>
  );
}

function nameIn(rules: readonly RuleOption[]) {
  return (id: string) => (isVenueId(id) ? venueFacts[id].name : rules.find((rule) => rule.id === id)?.title);
}

function pageOf(route: Route) {
  switch (route.page) {
    case 'exchanges':
      return <ExchangesPage />;
    case 'general':
      return <GeneralPage rule={route.rule} />;
    case 'other':
      return <OtherPage />;
    case 'venue':
      return <VenuePage key={route.venue} venue={route.venue} />;
  }
}

/** Follows the address. A change of place starts at its heading, for eyes and for a screen reader alike. */
function useRoute(): Route {
  const [route, setRoute] = useState(() => routeOf(location.hash));
  const first = useRef(true);
  useEffect(() => {
    const follow = () => setRoute(routeOf(location.hash));
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  useEffect(() => {
    if (!first.current) {
      if (route.page !== 'general' || route.rule === undefined) {
        scrollTo(0, 0);
        document.querySelector('h1')?.focus();
      }
    }
    first.current = false;
  }, [route]);
  return route;
}
