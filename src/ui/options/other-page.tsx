import { venueFacts } from '../../venues/facts.ts';
import { HostRow } from './host-row.tsx';
import { useOptions } from './options-context.ts';
import { SiteAdder } from './site-adder.tsx';
import { isSiteOfNone, otherOrigins } from './sites.ts';
import { TaughtSection } from './taught-section.tsx';
import { VenueForm } from './venue-form.tsx';

/** Sites that are no known exchange: what is granted, a way to guard one, and the settings they share. */
export function OtherPage() {
  const { desk, granted, loaded, defaults } = useOptions();
  const { translate } = desk;
  const others = otherOrigins(granted);
  return (
    <>
      <h1 tabIndex={-1}>{translate('options_other')}</h1>
      <p class="page-help">{translate('options_other_help')}</p>
      <section aria-labelledby="sites">
        <h2 id="sites">{translate('options_guard_heading')}</h2>
        <div class="hosts">
          {others.map((pattern) => (
            <HostRow key={pattern} pattern={pattern} />
          ))}
        </div>
        <SiteAdder />
      </section>
      <TaughtSection isHere={isSiteOfNone} help="options_taught_other_help" />
      <VenueForm facts={venueFacts.generic} own={loaded.settings.venues.generic ?? defaults.venue} />
    </>
  );
}
