import { absoluteDecimal, compareDecimals, decimal } from '../../domain/decimal-string.ts';
import type { Exposure, Shock } from '../../domain/exposure.ts';
import { isUnknown } from '../../domain/known.ts';
import { modeText } from '../kit/mode-text.ts';
import { Money } from '../kit/money.tsx';
import { Liquidated } from '../kit/shock-table.tsx';
import type { Wording } from '../kit/wording.ts';

interface Props {
  readonly exposure: Exposure;
  /** The account at the dragged price, in every mode. */
  readonly shocks: readonly Shock[];
  readonly scope: Shock['scope'];
  readonly wording: Wording;
}

const zero = decimal('0');

/** Both modes at the dragged price: equity left, what is lost or gained since the mark, and who is liquidated there. */
export function AtPrice({ exposure, shocks, scope, wording }: Props) {
  const { translate } = wording;
  const own = 'marginMode' in exposure ? exposure.marginMode : undefined;
  const rows = shocks.filter((each) => each.scope === scope);
  if (rows.length === 0) return <p class="rf-quiet">{translate('sim_at_none')}</p>;
  return (
    <div class="sim-scroll">
      <table class="rf-shocks sim-at" data-at={rows[0]?.move}>
        <caption class="rf-unseen">{translate('sim_at_title')}</caption>
        <thead>
          <tr>
            <th scope="col">{translate('kit_field_margin_mode')}</th>
            <th scope="col">{translate('sim_at_equity')}</th>
            <th scope="col">{translate('sim_at_change')}</th>
            <th scope="col">{translate('sim_at_liquidated')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((shock) => (
            <tr key={shock.marginMode} data-mode={shock.marginMode} data-own={shock.marginMode === own}>
              <th scope="row">{modeText(shock.marginMode, translate)}</th>
              <td>
                <Money name="shock-equity" value={shock.equity} kind="room" wording={wording} />
              </td>
              <td>
                <Change shock={shock} wording={wording} />
              </td>
              <td>
                {!isUnknown(shock.liquidated) && shock.liquidated.length === 0 ? (
                  <span data-liquidated="">{translate('sim_at_nobody')}</span>
                ) : (
                  <Liquidated
                    liquidated={shock.liquidated}
                    count={exposure.positions.length}
                    wording={wording}
                  />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A loss is rounded up, a gain down; which of the two it is stands in words. */
function Change({ shock: { loss }, wording }: { readonly shock: Shock; readonly wording: Wording }) {
  if (isUnknown(loss)) return <Money name="shock-loss" value={loss} kind="loss" wording={wording} />;
  if (compareDecimals(loss, zero) === 0) {
    return (
      <span data-field="shock-loss" data-value={loss}>
        {wording.translate('sim_at_same')}
      </span>
    );
  }
  const gains = compareDecimals(loss, zero) < 0;
  return (
    <span data-field="shock-loss" data-value={loss}>
      {wording.translate(
        gains ? 'sim_at_gain' : 'sim_at_loss',
        gains ? wording.figures.room(absoluteDecimal(loss)) : wording.figures.loss(loss),
      )}
    </span>
  );
}
