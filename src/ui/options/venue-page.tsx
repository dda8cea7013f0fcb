import { type VenueId, venueIds } from '../../domain/venue.ts';
import { venueFacts } from '../../venues/facts.ts';
import { venueHosts } from '../../venues/hosts.ts';
import { HoldShare } from './hold-share.tsx';
import { HostRow } from './host-row.tsx';
import { LastReadSection } from './last-read-section.tsx';
import { useOptions } from './options-context.ts';
import { SettingsFileDesk } from './settings-file-desk.tsx';
import { SiteAdder } from './site-adder.tsx';
import { isSiteOf, otherOrigins } from './sites.ts';
import { TaughtSection } from './taught-section.tsx';
import { VenueForm } from './venue-form.tsx';
import { VenueKnown } from './venue-known.tsx';

/** One exchange: its guard, the trader's intent and limits there, and what is known of it. */
export function VenuePage({ venue }: { readonly venue: VenueId }) {
  const { desk, loaded, defaults } = useOptions();
  const { translate } = desk;
  const facts = venueFacts[venue];
  const hosts = venueHosts[venue];
  const alsoThere = venueIds
    .filter((id) => id !== venue && venueHosts[id].some((pattern) => hosts.includes(pattern)))
    .map((id) => venueFacts[id].name);
  return (
    <>
      <h1 tabIndex={-1}>{facts.name}</h1>
      <section aria-labelledby="guard">
        <h2 id="guard">{translate('options_guard_heading')}</h2>
        {alsoThere.length > 0 && (
          <p class="section-help">{translate('options_shared_host', alsoThere.join(', '))}</p>
        )}
        <div class="hosts">
          {hosts.map((pattern) => (
            <HostRow key={pattern} pattern={pattern} />
          ))}
        </div>
        {hosts.length === 0 && <ManyHosts />}
        <HoldShare venue={venue} />
      </section>
      <VenueForm key={venue} facts={facts} own={loaded.settings.venues[venue] ?? defaults.venue} />
      {hosts.length > 0 && (
        <TaughtSection isHere={(origin) => isSiteOf(venue, origin)} help="options_taught_help" />
      )}
      <LastReadSection venue={venue} />
      <VenueKnown facts={facts} />
      <SettingsFileDesk scope={venue} />
    </>
  );
}

/** Exchanges without a host of their own: every front end is guarded by its address. */
function ManyHosts() {
  const { desk, granted } = useOptions();
  return (
    <>
      <p class="section-help">{desk.translate('options_many_hosts')}</p>
      <div class="hosts">
        {otherOrigins(granted).map((pattern) => (
          <HostRow key={pattern} pattern={pattern} />
        ))}
      </div>
      <SiteAdder />
    </>
  );
}
