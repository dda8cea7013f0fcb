import type { DecimalString } from '../../domain/decimal-string.ts';
import { addDecimals, decimal, multiplyDecimals } from '../../domain/decimal-string.ts';
import { type Exposure, isOrderExposure, type OrderExposure, type Shock } from '../../domain/exposure.ts';
import { isUnknown } from '../../domain/known.ts';
import type { Verdict } from '../../domain/verdict.ts';
import { LossChart } from '../kit/charts/loss-chart.tsx';
import { Checklist } from '../kit/checklist.tsx';
import { Choice } from '../kit/choice.tsx';
import { Fence } from '../kit/fence.tsx';
import { FindingsList } from '../kit/findings-list.tsx';
import { leadSentence } from '../kit/lead-sentence.ts';
import { LevelIcon } from '../kit/level-icon.tsx';
import { LevelWord } from '../kit/level-word.tsx';
import { ModePair } from '../kit/mode-pair.tsx';
import { Money } from '../kit/money.tsx';
import { PositionsAfter } from '../kit/positions-after.tsx';
import { ShockTable } from '../kit/shock-table.tsx';
import { Term } from '../kit/terms/term.tsx';
import { ThreeLosses } from '../kit/three-losses.tsx';
import type { Wording } from '../kit/wording.ts';
import { AtPrice } from './at-price.tsx';
import { PriceDrag } from './price-drag.tsx';

interface Props {
  readonly exposure: Exposure;
  readonly verdict: Verdict;
  readonly shocks: readonly Shock[];
  readonly move: DecimalString;
  readonly scope: Shock['scope'];
  readonly wording: Wording;
  readonly onMove: (move: DecimalString) => void;
  readonly onScope: (scope: Shock['scope']) => void;
}

/** What the engine and the rules make of the input, and of the account at the dragged price. */
export function Results(props: Props) {
  const { exposure, verdict, shocks, move, wording, onMove, onScope } = props;
  const { translate } = wording;
  const order = isOrderExposure(exposure) ? exposure : undefined;
  const mark = order === undefined ? undefined : markOf(order);
  const several = order !== undefined && exposure.positions.length > 1;
  const scope = order === undefined ? 'together' : several ? props.scope : 'this';
  return (
    <>
      {order !== undefined && <Lead exposure={order} verdict={verdict} wording={wording} />}
      <section class="sim-card">
        <PriceDrag exposure={exposure} mark={mark} move={move} wording={wording} onMove={onMove} />
        {several && (
          <Choice
            name="scope"
            label={{ text: translate('sim_scope') }}
            options={[
              { value: 'this', text: translate('sim_scope_this', order.symbol) },
              { value: 'together', text: translate('sim_scope_together') },
            ]}
            value={scope}
            onChoose={onScope}
          />
        )}
        <AtPrice exposure={exposure} shocks={shocks} scope={scope} wording={wording} />
        {order !== undefined && (
          <LossChart
            exposure={order}
            wording={wording}
            {...(mark === undefined ? {} : { at: multiplyDecimals(mark, addDecimals(decimal('1'), move)) })}
          />
        )}
      </section>
      {order !== undefined && (
        <section class="sim-card">
          <Fence exposure={order} wording={wording} />
          <ThreeLosses exposure={order} wording={wording} terms />
          <ModePair exposure={order} wording={wording} level={verdict.level} terms />
        </section>
      )}
      {order === undefined && <AccountLine exposure={exposure} wording={wording} />}
      {verdict.findings.length > 0 && (
        <section class="sim-card">
          <h2>{translate('popup_findings')}</h2>
          <FindingsList findings={verdict.findings} wording={wording} />
        </section>
      )}
      {verdict.checklist.length > 0 && (
        <section class="sim-card">
          <h2>{translate('popup_checklist')}</h2>
          <Checklist items={verdict.checklist} wording={wording} />
        </section>
      )}
      {exposure.positions.length > (order === undefined ? 0 : 1) && (
        <section class="sim-card">
          <h2>{translate(order === undefined ? 'kit_positions' : 'kit_positions_after')}</h2>
          <PositionsAfter exposure={exposure} wording={wording} />
        </section>
      )}
      <section class="sim-card">
        <h2>{translate(exposure.positions.length > 1 ? 'kit_shock_title' : 'kit_shock_title_one')}</h2>
        <ShockTable exposure={exposure} wording={wording} />
      </section>
    </>
  );
}

interface LeadProps {
  readonly exposure: OrderExposure;
  readonly verdict: Verdict;
  readonly wording: Wording;
}

function Lead({ exposure, verdict, wording }: LeadProps) {
  const { translate } = wording;
  return (
    <section class="sim-card sim-lead" data-level={verdict.level}>
      <p class="sim-level">
        <LevelIcon level={verdict.level} />
        <LevelWord level={verdict.level} translate={translate} />
        <span class="rf-quiet">
          {verdict.couldNotRun.length === 0
            ? translate('popup_checks', String(verdict.checked.length))
            : translate(
                'popup_checks_not_run',
                String(verdict.checked.length),
                String(verdict.couldNotRun.length),
              )}
        </span>
      </p>
      <h2>{leadSentence({ exposure, verdict }, wording)}</h2>
    </section>
  );
}

function AccountLine({ exposure, wording }: { readonly exposure: Exposure; readonly wording: Wording }) {
  const { translate } = wording;
  return (
    <section class="sim-card">
      <p>
        <Term id="equity" translate={translate}>
          {translate('sim_equity')}
        </Term>{' '}
        <b>
          <Money name="equity" value={exposure.equity.after} kind="room" wording={wording} />
        </b>
      </p>
    </section>
  );
}

/** The mark the order's own position stands at. */
function markOf({ positions, symbol }: OrderExposure): DecimalString | undefined {
  const mark = positions.find((each) => each.symbol === symbol)?.markPrice;
  return mark === undefined || isUnknown(mark) ? undefined : mark;
}
