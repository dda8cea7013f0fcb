import { useState } from 'preact/hooks';
import type { Side } from '../../domain/account.ts';
import { type Assessment, leadingSide } from '../../domain/assessment.ts';
import { isOrderExposure, type OrderExposure } from '../../domain/exposure.ts';
import type { TicketState } from '../../domain/health.ts';
import { isUnknown } from '../../domain/known.ts';
import { isWayOut } from '../../domain/order-typed.ts';
import type { TaughtName } from '../../domain/taught.ts';
import { readingOn } from '../../domain/ticket-reading.ts';
import type { VenueId } from '../../domain/venue.ts';
import type { Level } from '../../domain/verdict.ts';
import { LossChart } from '../kit/charts/loss-chart.tsx';
import { Checklist } from '../kit/checklist.tsx';
import { Choice } from '../kit/choice.tsx';
import { Fence } from '../kit/fence.tsx';
import { FindingsList } from '../kit/findings-list.tsx';
import { leadSentence } from '../kit/lead-sentence.ts';
import { LevelIcon } from '../kit/level-icon.tsx';
import { LevelWord, levelText } from '../kit/level-word.tsx';
import { LiquidationNote } from '../kit/liquidation-note.tsx';
import { ModePair } from '../kit/mode-pair.tsx';
import { modeText } from '../kit/mode-text.ts';
import { positionSide } from '../kit/position-side.ts';
import { PositionsAfter } from '../kit/positions-after.tsx';
import { ShockTable } from '../kit/shock-table.tsx';
import { ThreeLosses } from '../kit/three-losses.tsx';
import type { Wording } from '../kit/wording.ts';
import { Health } from './health.tsx';
import { MoneyRows } from './money-rows.tsx';
import { OrderLine } from './order-line.tsx';

interface Props {
  readonly state: TicketState;
  readonly assessment: Assessment;
  readonly wording: Wording;
  readonly venueName: (id: VenueId) => string;
  readonly onTeach: (name: TaughtName) => void;
  /** Rules with thresholds that the trader can move. */
  readonly banded: ReadonlySet<string>;
  readonly onRule: (id: string) => void;
  readonly onSimulate: (side: Side) => void;
}

/** Enough to see where it turns; the simulator has them all. */
const shownMoves = ['0.05', '0.1', '0.2'];

/** The ticket as a pre-trade checklist. With a buy and a sell button on one ticket it leads with the worse of the two. */
export function TicketView(props: Props) {
  const { state, assessment, wording, venueName, onTeach, banded, onRule, onSimulate } = props;
  const [chosen, choose] = useState<Side>();
  const { translate } = wording;
  const { sides } = assessment;
  const side = chosen !== undefined && sides[chosen] !== undefined ? chosen : leadingSide(assessment);
  const judged = side === undefined ? undefined : sides[side];
  const health = <Health state={state} wording={wording} venueName={venueName} onTeach={onTeach} />;
  if (side === undefined || judged === undefined || !isOrderExposure(judged.exposure)) return health;
  const { exposure, verdict } = judged;
  const wayOut = isWayOut(state.reading);
  // What is left of the position; an order that closes it whole leaves nothing to lose or to draw.
  const staysOpen = exposure.positions.some(({ symbol }) => symbol === exposure.symbol);
  return (
    <>
      <section class="popup-lead" data-level={verdict.level}>
        {wayOut ? (
          // Nothing is checked of it and nothing held: neither a level nor a count would be true.
          <h2>{translate('popup_way_out_title')}</h2>
        ) : (
          <>
            <p class="popup-level">
              <LevelIcon level={verdict.level} />
              <LevelWord level={verdict.level} translate={translate} />
              <span class="rf-quiet">
                {counted(verdict.checked.length, verdict.couldNotRun.length, wording)}
              </span>
            </p>
            <h2>{leadSentence(judged, wording)}</h2>
          </>
        )}
        {sides.long !== undefined && sides.short !== undefined ? (
          <div class="popup-sides">
            <Choice
              name="side"
              label={{ text: translate('popup_side') }}
              options={[
                { value: 'long', text: translate('popup_buy') },
                { value: 'short', text: translate('popup_sell') },
              ]}
              value={side}
              onChoose={choose}
            />
            <OrderLine reading={readingOn(side, state.reading)} wording={wording} />
          </div>
        ) : (
          <OrderLine reading={readingOn(side, state.reading)} side={side} wording={wording} />
        )}
        {wayOut && <p class="rf-quiet">{translate('popup_way_out')}</p>}
      </section>
      {(staysOpen || !wayOut) && (
        <Figures exposure={exposure} state={state} wording={wording} level={verdict.level} wayOut={wayOut} />
      )}
      {verdict.findings.length > 0 && (
        <section>
          <h3 class="rf-label">{translate('popup_findings')}</h3>
          <FindingsList
            findings={verdict.findings}
            wording={wording}
            action={({ id }) => (
              <button type="button" class="rf-link popup-rule" data-rule={id} onClick={() => onRule(id)}>
                {translate(banded.has(id) ? 'popup_change_threshold' : 'popup_change_rule')}
              </button>
            )}
          />
        </section>
      )}
      {!wayOut && verdict.checklist.length > 0 && (
        <section>
          <h3 class="rf-label">{translate('popup_checklist')}</h3>
          <Checklist items={verdict.checklist} wording={wording} />
        </section>
      )}
      {(staysOpen || !wayOut) && (
        <Moves exposure={exposure} wording={wording} onSimulate={() => onSimulate(side)} />
      )}
      {exposure.positions.length > 1 && (
        <section>
          <h3 class="rf-label">{translate('kit_positions_after')}</h3>
          <PositionsAfter exposure={exposure} wording={wording} />
        </section>
      )}
      <section>
        <h3 class="rf-label">{translate('popup_money')}</h3>
        <MoneyRows exposure={exposure} reading={state.reading} wording={wording} />
      </section>
      {health}
      <p class="rf-unseen" role="status">
        {wayOut ? translate('popup_way_out_title') : levelText(verdict.level, translate)}
      </p>
    </>
  );
}

interface FiguresProps {
  readonly exposure: OrderExposure;
  readonly state: TicketState;
  readonly level: Level;
  readonly wayOut: boolean;
  readonly wording: Wording;
}

/** The wallet in both modes, the three losses, and both modes side by side. */
function Figures({ exposure, state, level, wayOut, wording }: FiguresProps) {
  const { translate } = wording;
  return (
    <>
      <section>
        <Fence exposure={exposure} wording={wording} />
        {!isUnknown(exposure.otherMode) && (
          <>
            <h3 class="rf-label popup-same">
              {translate(
                'popup_same_order_on',
                modeText(exposure.otherMode.marginMode, translate).toLocaleLowerCase(wording.locale),
              )}
            </h3>
            <Fence exposure={exposure} wording={wording} which="other" legend={false} />
          </>
        )}
      </section>
      <section>
        <h3 class="rf-label">{translate(wayOut ? 'popup_losses_left' : 'popup_losses')}</h3>
        <ThreeLosses exposure={exposure} wording={wording} terms />
      </section>
      <section>
        <ModePair exposure={exposure} wording={wording} level={level} terms />
        <LiquidationNote exposure={exposure} reading={state.reading} wording={wording} />
      </section>
    </>
  );
}

interface MovesProps {
  readonly exposure: OrderExposure;
  readonly wording: Wording;
  readonly onSimulate: () => void;
}

/** What moves of the price take: the chart, and all positions together. */
function Moves({ exposure, wording, onSimulate }: MovesProps) {
  const { translate } = wording;
  return (
    <>
      <section>
        <h3 class="rf-label">
          {translate(positionSide(exposure) === 'long' ? 'kit_chart_fall' : 'kit_chart_rise')}
        </h3>
        <LossChart exposure={exposure} wording={wording} />
      </section>
      <section>
        <h3 class="rf-label">
          {translate(exposure.positions.length > 1 ? 'kit_shock_title' : 'kit_shock_title_one')}
        </h3>
        <ShockTable exposure={exposure} wording={wording} moves={shownMoves} />
        <p>
          <button type="button" class="rf-link" data-act="simulate-ticket" onClick={onSimulate}>
            {translate('popup_simulate_this')}
          </button>
        </p>
      </section>
    </>
  );
}

function counted(checked: number, couldNotRun: number, { translate }: Wording): string {
  return couldNotRun === 0
    ? translate('popup_checks', String(checked))
    : translate('popup_checks_not_run', String(checked), String(couldNotRun));
}
