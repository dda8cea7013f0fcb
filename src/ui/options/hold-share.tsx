import { useEffect, useState } from 'preact/hooks';
import type { HoldRates } from '../../domain/press-record.ts';
import type { VenueId } from '../../domain/venue.ts';
import { useOptions } from './options-context.ts';

/** Fewer presses than this say nothing about a share. */
const fewest = 10;

/**
 * How many of the trader's own confirms were held, with the number it is based on. Keeps its place while it is read, so
 * that nothing moves under a hand.
 */
export function HoldShare({ venue }: { readonly venue?: VenueId }) {
  const { desk } = useOptions();
  const { translate, locale } = desk;
  const [rates, setRates] = useState<HoldRates>();
  useEffect(() => {
    void desk.readLog().then((answer) => {
      if (answer.ok) setRates(answer.value.rates);
    });
  }, [desk]);
  const known = venue === undefined ? rates?.all : rates?.venues[venue];
  const { presses, held } = known ?? { presses: 0, held: 0 };
  const isKnown = presses >= fewest;
  const share = isKnown ? held / presses : 0;
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }).format(share);
  const isGeneral = venue === undefined;
  return (
    <p
      class="hold-share"
      data-loading={rates === undefined}
      data-hold-share={isKnown ? percent : 'unknown'}
      data-presses={presses}
    >
      <span class="hold-share-bar" aria-hidden="true">
        <span style={{ inlineSize: `${share * 100}%` }} />
      </span>
      {isKnown
        ? translate(
            isGeneral ? 'options_share' : 'options_share_here',
            String(held),
            String(presses),
            percent,
          )
        : translate(
            isGeneral ? 'options_share_unknown' : 'options_share_unknown_here',
            String(presses),
            String(fewest),
          )}
    </p>
  );
}
