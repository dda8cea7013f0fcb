import { venueFacts } from '../../venues/facts.ts';
import { LevelIcon } from '../kit/level-icon.tsx';
import { Ring } from '../kit/ring.tsx';
import { listedVenues } from './exchanges-page.tsx';
import { useOptions } from './options-context.ts';
import { hashOf, type Route } from './route.ts';
import { isGuarded } from './sites.ts';

/** The places of the settings page: a column of links, or one chooser where there is no room for it. */
export function SideNav({ route }: { readonly route: Route }) {
  const { desk, granted } = useOptions();
  const { translate } = desk;
  const here = hashOf(route);
  const places: readonly Route[] = [{ page: 'exchanges' }, { page: 'general' }, { page: 'other' }];
  const venues: readonly Route[] = listedVenues.map((venue) => ({ page: 'venue', venue }));
  const name = (place: Route) =>
    place.page === 'venue' ? venueFacts[place.venue].name : translate(pageNames[place.page]);
  return (
    <nav class="nav" aria-label={translate('options_nav')}>
      <div class="nav-inner">
        <p class="nav-brand">
          <Ring size={22} />
          Ringfence
        </p>
        <ul class="nav-list">
          {places.map((place) => (
            <li key={place.page}>
              <a href={hashOf(place)} aria-current={hashOf(place) === here ? 'page' : undefined}>
                {name(place)}
              </a>
            </li>
          ))}
        </ul>
        <p class="nav-heading rf-label" id="nav-venues">
          {translate('options_nav_venues')}
        </p>
        <ul class="nav-list" aria-labelledby="nav-venues">
          {venues.map((place) => {
            const guarded = place.page === 'venue' && isGuarded(place.venue, granted);
            return (
              <li key={hashOf(place)}>
                <a href={hashOf(place)} aria-current={hashOf(place) === here ? 'page' : undefined}>
                  {name(place)}
                  {guarded && (
                    <>
                      <LevelIcon level="ok" size={14} />
                      <span class="rf-unseen">{translate('options_guarded')}</span>
                    </>
                  )}
                </a>
              </li>
            );
          })}
        </ul>
        <label class="nav-chooser">
          <span class="rf-unseen">{translate('options_nav')}</span>
          <select
            value={here}
            onChange={({ currentTarget }) => {
              location.hash = currentTarget.value;
            }}
          >
            {places.map((place) => (
              <option key={place.page} value={hashOf(place)}>
                {name(place)}
              </option>
            ))}
            <optgroup label={translate('options_nav_venues')}>
              {venues.map((place) => (
                <option key={hashOf(place)} value={hashOf(place)}>
                  {name(place)}
                </option>
              ))}
            </optgroup>
          </select>
        </label>
      </div>
    </nav>
  );
}

const pageNames = {
  exchanges: 'options_exchanges',
  general: 'options_general',
  other: 'options_other',
} as const;
