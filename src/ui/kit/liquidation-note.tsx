import type { OrderExposure } from '../../domain/exposure.ts';
import { isUnknown } from '../../domain/known.ts';
import type { TicketReading } from '../../domain/ticket-reading.ts';
import { figureText, Money } from './money.tsx';
import { Sentence } from './sentence.tsx';
import type { Wording } from './wording.ts';

interface Props {
  readonly exposure: OrderExposure;
  readonly reading: TicketReading;
  readonly wording: Wording;
}

/** Between what the liquidation price is estimated, and what the page itself says it is; nothing where neither is known. */
export function LiquidationNote({ exposure: { liquidation }, reading, wording }: Props) {
  const { pageLiquidationPrice: page } = reading;
  const range = isUnknown(liquidation) || liquidation.kind === 'none' ? undefined : liquidation.range;
  const isWide =
    range !== undefined &&
    !isUnknown(range.nearest) &&
    !isUnknown(range.farthest) &&
    // To the digits that are shown; two prices that look alike are no range.
    figureText(range.nearest, 'estimate', wording) !== figureText(range.farthest, 'estimate', wording);
  if (!isWide && !page.known) return null;
  const { translate } = wording;
  return (
    <p class="rf-quiet rf-liquidation-note">
      {isWide && (
        <Sentence
          translate={translate}
          text="kit_liquidation_range"
          parts={[
            <Money
              key="near"
              name="liquidation-nearest"
              value={range.nearest}
              kind="estimate"
              wording={wording}
            />,
            <Money
              key="far"
              name="liquidation-farthest"
              value={range.farthest}
              kind="estimate"
              wording={wording}
            />,
          ]}
        />
      )}{' '}
      {page.known && (
        <Sentence
          translate={translate}
          text="kit_liquidation_page"
          parts={[
            <Money
              key="page"
              name="page-liquidation-price"
              value={page.value}
              kind="price"
              wording={wording}
            />,
          ]}
        />
      )}
    </p>
  );
}
