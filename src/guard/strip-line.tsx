import type { ComponentChildren } from 'preact';
import { isOrderExposure, type OrderExposure, worstIsLowerBound } from '../domain/exposure.ts';
import { isUnknown } from '../domain/known.ts';
import type { TicketReading } from '../domain/ticket-reading.ts';
import type { Verdict } from '../domain/verdict.ts';
import type { MessageKey } from '../messages/message-key.ts';
import { worstFinding } from '../ui/kit/lead-sentence.ts';
import { levelText } from '../ui/kit/level-word.tsx';
import { LiquidationLine } from '../ui/kit/liquidation-line.tsx';
import { modeText } from '../ui/kit/mode-text.ts';
import { Fact, Money } from '../ui/kit/money.tsx';
import { Sentence } from '../ui/kit/sentence.tsx';
import { fieldText } from '../ui/kit/unknown-text.ts';
import type { Wording } from '../ui/kit/wording.ts';
import { worstAmount } from '../ui/kit/worst-amount.ts';
import { sideText } from './order-line.ts';
import type { StripState } from './strip-state.ts';

interface Line {
  /** The word that leads, in the level's colour. */
  readonly word?: ComponentChildren;
  readonly main: ComponentChildren;
  /** The rest, what matters most first: where the strip is narrow, whole pieces are left out, never parts of figures. */
  readonly rest?: readonly ComponentChildren[];
}

/** The one line of the strip for each state. Money first, then the price, then how many checks there were. */
export function stripLine(state: StripState, wording: Wording): Line {
  const { translate } = wording;
  switch (state.kind) {
    case 'no-ticket':
      return state.isPageChanged
        ? { word: levelText('unknown', translate), main: translate('strip_page_changed') }
        : { main: translate('strip_no_ticket') };
    case 'several':
      return { word: levelText('unknown', translate), main: translate('strip_several') };
    case 'waiting':
      return { main: translate('strip_waiting'), rest: [ticketWords(state.reading, wording)] };
    case 'asking':
      return { main: translate('strip_asking'), rest: [ticketWords(state.reading, wording)] };
    case 'way-out':
      return { main: translate('strip_way_out'), rest: [translate('strip_way_out_note')] };
    case 'failed':
      return { word: translate('strip_not_checked'), main: translate('strip_no_answer') };
    case 'checked':
      return checkedLine(state, wording);
  }
}

function ticketWords({ marginMode, leverage }: TicketReading, { translate }: Wording): string {
  const mode = modeText(isUnknown(marginMode) ? marginMode : marginMode.value, translate);
  return isUnknown(leverage) ? mode : `${mode} ${leverage.value}x`;
}

type Checked = Extract<StripState, { kind: 'checked' }>;

function checkedLine(state: Checked, wording: Wording): Line {
  const { exposure, verdict } = state.assessed;
  const { translate } = wording;
  const isLoud = verdict.level !== 'ok' && verdict.level !== 'notice';
  const word = isLoud ? leadWord(state, wording) : undefined;
  if (!isOrderExposure(exposure) || isUnknown(exposure.losses.worst)) {
    return {
      word: word ?? levelText('unknown', translate),
      main: <CannotTell state={state} wording={wording} />,
    };
  }
  const idle = <IdleAtRisk exposure={exposure} wording={wording} />;
  const liquidation = (
    <LiquidationLine liquidation={exposure.liquidation} exposure={exposure} wording={wording} />
  );
  return {
    ...(word === undefined ? {} : { word }),
    main: <CanLose state={state} exposure={exposure} wording={wording} startsLine={word === undefined} />,
    rest: isLoud ? [idle, liquidation] : [liquidation, checks(verdict, wording)],
  };
}

/** On cross the mode is the news; elsewhere the level's own word leads. */
function leadWord({ assessed: { exposure, verdict } }: Checked, { translate }: Wording): ComponentChildren {
  const isCross = isOrderExposure(exposure) && exposure.marginMode === 'cross' && verdict.level !== 'unknown';
  if (!isCross) return levelText(verdict.level, translate);
  return (
    <Fact name="margin-mode" value="cross">
      {modeText('cross', translate)}
    </Fact>
  );
}

function CanLose(props: {
  readonly state: Checked;
  readonly exposure: OrderExposure;
  readonly wording: Wording;
  readonly startsLine: boolean;
}) {
  const { state, exposure, wording, startsLine } = props;
  const amount = (
    <b key="worst">
      <Money
        name="worst-loss"
        value={worstAmount(exposure.losses)}
        kind="loss"
        wording={wording}
        atLeast={worstIsLowerBound(exposure)}
      />
    </b>
  );
  const { translate } = wording;
  if (state.isSideOpen) {
    const text: MessageKey = startsLine ? 'strip_side_can_lose_first' : 'strip_side_can_lose';
    return <Sentence translate={translate} text={text} parts={[sideText(state.side, translate), amount]} />;
  }
  return (
    <Sentence
      translate={translate}
      text={startsLine ? 'strip_can_lose_first' : 'strip_can_lose'}
      parts={[amount]}
    />
  );
}

/** Said in full where there is room, in fewer words where there is not. */
function IdleAtRisk({ exposure, wording }: { readonly exposure: OrderExposure; readonly wording: Wording }) {
  const amount = (
    <Money
      key="idle"
      name="idle-at-risk"
      value={exposure.idle.atRisk}
      kind="loss"
      wording={wording}
      atLeast={exposure.atLeast === true}
    />
  );
  const { translate } = wording;
  return (
    <>
      <span class="rf-wide">
        <Sentence translate={translate} text="strip_idle_at_risk" parts={[amount]} />
      </span>
      <span class="rf-narrow">
        <Sentence translate={translate} text="strip_idle" parts={[amount]} />
      </span>
    </>
  );
}

/** What could not be read, in the ticket's own words. */
function CannotTell({ state, wording }: { readonly state: Checked; readonly wording: Wording }) {
  const { verdict } = state.assessed;
  const unread = verdict.findings
    .filter(({ level }) => level === 'unknown')
    .flatMap(({ field }) => field.split(','));
  const { translate } = wording;
  return (
    <span data-field="worst-loss">
      {unread.length === 0
        ? translate('strip_loss_unknown')
        : translate(
            'strip_not_read',
            [...new Set(unread)].map((field) => fieldText(field, wording)).join(', '),
          )}
    </span>
  );
}

function checks({ findings, checked, couldNotRun, level }: Verdict, { translate }: Wording): string {
  if (level === 'ok') return translate('strip_checks', String(checked.length));
  if (worstFinding(findings)?.id === 'no-stop-loss' && findings.length === 1)
    return translate('strip_no_stop');
  if (couldNotRun.length === 1) return translate('strip_one_could_not_run');
  if (couldNotRun.length > 1) return translate('strip_could_not_run', String(couldNotRun.length));
  return translate(findings.length === 1 ? 'strip_one_notice' : 'strip_notices', String(findings.length));
}
