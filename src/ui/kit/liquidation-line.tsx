import type { Liquidation, OrderExposure } from '../../domain/exposure.ts';
import { isUnknown, type Unknown } from '../../domain/known.ts';
import { liquidationMove } from './liquidation-move.ts';
import { Money } from './money.tsx';
import { unknownText } from './unknown-text.ts';
import type { Wording } from './wording.ts';

interface Props {
  readonly liquidation: Liquidation | Unknown;
  /** Of the order whose liquidation it is. */
  readonly exposure: OrderExposure;
  readonly wording: Wording;
  /** For the mode that is not on the ticket. */
  readonly other?: boolean;
}

/** "liq 54,271 (−9.5 %)", "no liquidation price", or a dash with its reason. */
export function LiquidationLine({ liquidation, exposure, wording, other = false }: Props) {
  const name = other ? 'other-mode-liquidation-price' : 'liquidation-price';
  const { translate } = wording;
  if (isUnknown(liquidation)) {
    return (
      <span class="rf-liquidation" title={unknownText(liquidation, wording)}>
        {translate('kit_liquidation_short')}{' '}
        <Money name={name} value={liquidation} kind="estimate" wording={wording} />
      </span>
    );
  }
  if (liquidation.kind === 'none') {
    return (
      <span class="rf-liquidation" data-field={name} data-kind="none">
        {translate('kit_no_liquidation')}
      </span>
    );
  }
  return (
    <span class="rf-liquidation">
      {translate('kit_liquidation_short')}{' '}
      <Money name={name} value={liquidation.price} kind="estimate" wording={wording} />
      {!isUnknown(liquidation.distance) && (
        <span class="rf-quiet">
          {' ('}
          <Money
            name={other ? 'other-mode-liquidation-distance' : 'liquidation-distance'}
            value={liquidation.distance}
            kind={liquidationMove(liquidation.price, exposure)}
            wording={wording}
          />
          {')'}
        </span>
      )}
    </span>
  );
}
