import type { ComponentChildren } from 'preact';
import {
  type LossAtLiquidation,
  type LossAtStop,
  type OrderExposure,
  worstIsLowerBound,
} from '../../domain/exposure.ts';
import { isUnknown, type Unknown } from '../../domain/known.ts';
import type { MessageKey } from '../../messages/message-key.ts';
import { Money } from './money.tsx';
import { Term } from './terms/term.tsx';
import type { TermId } from './terms/term-ids.ts';
import type { Wording } from './wording.ts';
import { worstAmount } from './worst-amount.ts';

interface Props {
  readonly exposure: OrderExposure;
  readonly wording: Wording;
  /** Where there is room to explain the words. */
  readonly terms?: boolean;
}

/** Loss at the stop, at liquidation and at worst, in money; a figure that does not exist says why in words. */
export function ThreeLosses({ exposure, wording, terms = false }: Props) {
  const { losses } = exposure;
  const { translate } = wording;
  const word = (id: TermId, key: MessageKey) =>
    terms ? (
      <Term id={id} translate={translate}>
        {translate(key)}
      </Term>
    ) : (
      translate(key)
    );
  return (
    <dl class="rf-three">
      <div>
        <dt>{word('stop_loss', 'kit_loss_at_stop')}</dt>
        <dd>{atStop(losses.atStop, wording)}</dd>
      </div>
      <div>
        <dt>{word('liquidation', 'kit_loss_at_liquidation')}</dt>
        <dd>{atLiquidation(losses.atLiquidation, wording)}</dd>
      </div>
      <div>
        <dt>{translate('kit_loss_worst')}</dt>
        <dd>
          <Money
            name="worst-loss"
            value={worstAmount(losses)}
            kind="loss"
            wording={wording}
            atLeast={worstIsLowerBound(exposure)}
          />
        </dd>
      </div>
    </dl>
  );
}

function inWords(name: 'loss-at-stop' | 'loss-at-liquidation', kind: string, children: ComponentChildren) {
  return (
    <span data-field={name} data-kind={kind}>
      {children}
    </span>
  );
}

const stopWords: Readonly<Record<'no-stop' | 'stop-wrong-side', MessageKey>> = {
  'no-stop': 'kit_no_stop',
  'stop-wrong-side': 'kit_stop_wrong_side',
};

function atStop(loss: LossAtStop | Unknown, wording: Wording) {
  const { translate } = wording;
  if (isUnknown(loss)) return <Money name="loss-at-stop" value={loss} kind="loss" wording={wording} />;
  if ('kind' in loss && loss.kind !== 'stop-beyond-liquidation') {
    return inWords('loss-at-stop', loss.kind, translate(stopWords[loss.kind]));
  }
  const figure = <Money name="loss-at-stop" value={loss.amount} kind="loss" wording={wording} />;
  if (!('kind' in loss)) return figure;
  return (
    <>
      {figure} <small class="rf-bad">{translate('kit_stop_beyond_liquidation')}</small>
    </>
  );
}

function atLiquidation(loss: LossAtLiquidation | Unknown, wording: Wording) {
  if (isUnknown(loss)) return <Money name="loss-at-liquidation" value={loss} kind="loss" wording={wording} />;
  if ('kind' in loss) {
    return inWords('loss-at-liquidation', loss.kind, wording.translate('kit_no_liquidation_loss'));
  }
  return <Money name="loss-at-liquidation" value={loss.amount} kind="loss" wording={wording} />;
}
