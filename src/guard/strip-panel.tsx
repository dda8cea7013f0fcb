import { isOrderExposure } from '../domain/exposure.ts';
import type { TicketState } from '../domain/health.ts';
import { isUnknown } from '../domain/known.ts';
import { readingOn, type TicketFieldName, ticketFieldNames } from '../domain/ticket-reading.ts';
import { Fence } from '../ui/kit/fence.tsx';
import { FindingsList } from '../ui/kit/findings-list.tsx';
import { leadSentence } from '../ui/kit/lead-sentence.ts';
import { LiquidationNote } from '../ui/kit/liquidation-note.tsx';
import { ModePair } from '../ui/kit/mode-pair.tsx';
import { ThreeLosses } from '../ui/kit/three-losses.tsx';
import { fieldText } from '../ui/kit/unknown-text.ts';
import type { Wording } from '../ui/kit/wording.ts';
import { FindingActions } from './finding-actions.tsx';
import { orderLine, orderName, sideText } from './order-line.ts';
import type { StripState } from './strip-state.ts';

interface Props {
  readonly state: StripState;
  readonly ticket: TicketState;
  readonly wording: Wording;
  /** The venue's recipe has not fitted the page for a while. */
  readonly isPageChanged: boolean;
  /** The strip stands where the trader put it. */
  readonly isMoved: boolean;
  /** The page's site, by which a snooze names where it counts. */
  readonly site: string;
}

/** What the strip opens into: the fence, both modes, the three losses, the findings, and how well the page was read. */
export function StripPanel({ state, ticket, wording, isPageChanged, isMoved, site }: Props) {
  const { translate } = wording;
  return (
    <>
      {state.kind === 'checked' && <Checked state={state} wording={wording} site={site} />}
      {state.kind === 'failed' && <p>{translate('strip_failed_text')}</p>}
      {state.kind === 'several' && <p>{translate('strip_several_text')}</p>}
      {state.kind === 'no-ticket' && (
        <p>{translate(state.isPageChanged ? 'strip_page_changed_text' : 'strip_no_ticket_text')}</p>
      )}
      {state.kind !== 'no-ticket' && isPageChanged && <p>{translate('strip_page_changed_read')}</p>}
      {state.kind === 'waiting' && <p>{translate('strip_waiting_text')}</p>}
      {state.kind === 'way-out' && <p>{translate('strip_way_out_text')}</p>}
      {state.kind !== 'no-ticket' && <Health ticket={ticket} wording={wording} />}
      <p class="rf-panel-foot">
        <button type="button" class="rf-link" data-act="settings">
          {translate('strip_settings')}
        </button>
        <button type="button" class="rf-link" data-act="move">
          {translate('strip_move')}
        </button>
        {isMoved && (
          <button type="button" class="rf-link" data-act="put-back">
            {translate('strip_put_back')}
          </button>
        )}
        <button type="button" class="rf-link" data-act="collapse">
          {translate('strip_collapse')}
        </button>
      </p>
    </>
  );
}

interface CheckedProps {
  readonly state: Extract<StripState, { kind: 'checked' }>;
  readonly wording: Wording;
  readonly site: string;
}

function Checked({ state, wording, site }: CheckedProps) {
  const { exposure, verdict } = state.assessed;
  const order = orderName(state.reading, state.side, wording);
  return (
    <>
      <header>
        <h2>{leadSentence(state.assessed, wording)}</h2>
        <p class="rf-quiet">{orderLine(state.reading, state.side, wording)}</p>
        {state.isSideOpen && (
          <p class="rf-quiet">
            {wording.translate('strip_worse_side', sideText(state.side, wording.translate))}
          </p>
        )}
      </header>
      {isOrderExposure(exposure) && (
        <>
          <Fence exposure={exposure} wording={wording} />
          <ModePair exposure={exposure} wording={wording} level={verdict.level} terms />
          <LiquidationNote exposure={exposure} reading={state.reading} wording={wording} />
          <ThreeLosses exposure={exposure} wording={wording} terms />
        </>
      )}
      <FindingsList
        findings={verdict.findings}
        wording={wording}
        action={(finding) => <FindingActions finding={finding} order={order} site={site} wording={wording} />}
      />
      {verdict.findings.length === 0 && (
        <p>{wording.translate('strip_checks', String(verdict.checked.length))}</p>
      )}
    </>
  );
}

/** Fields a trader would look for on a ticket; the others are read where a page has them. */
const expected: readonly TicketFieldName[] = ticketFieldNames.filter(
  (name) => !['takeProfit', 'sizeUnit', 'size', 'pageCost', 'side', 'effect', 'equity'].includes(name),
);

function Health({
  ticket: { reading, health },
  wording,
}: {
  readonly ticket: TicketState;
  readonly wording: Wording;
}) {
  const { translate } = wording;
  const lost = health.taughtLost ?? [];
  // A leverage a side is read, on either.
  const either = readingOn('long', reading);
  const missing = expected.filter((name) => isUnknown(either[name]));
  const read = String(expected.length - missing.length);
  return (
    <p class="rf-health">
      {translate('strip_health', read, String(expected.length))}
      {missing.length > 0 &&
        ` ${translate('strip_health_missing', missing.map((name) => fieldText(name, wording)).join(', '))}`}
      {health.readBy === 'labels' && ` ${translate('strip_health_labels')}`}
      {health.readBy === 'taught' && ` ${translate('strip_health_taught')}`}
      {lost.length > 0 &&
        ` ${translate('strip_health_taught_lost', lost.map((name) => translate(`teach_name_${name}`)).join(', '))}`}
      {health.failedChecks.length > 0 &&
        ` ${translate('strip_health_checks', health.failedChecks.join(', '))}`}
    </p>
  );
}
