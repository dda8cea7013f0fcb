import type { ComponentChildren } from 'preact';
import type { DecimalString } from '../domain/decimal-string.ts';
import { isOrderExposure } from '../domain/exposure.ts';
import { isUnknown } from '../domain/known.ts';
import type { TicketReading } from '../domain/ticket-reading.ts';
import type { Level } from '../domain/verdict.ts';
import { BrandRing } from '../ui/kit/brand-ring.tsx';
import { Checklist } from '../ui/kit/checklist.tsx';
import { Fence } from '../ui/kit/fence.tsx';
import { FindingsList } from '../ui/kit/findings-list.tsx';
import { leadSentence, worstFinding } from '../ui/kit/lead-sentence.ts';
import { LevelIcon } from '../ui/kit/level-icon.tsx';
import { LevelWord } from '../ui/kit/level-word.tsx';
import { ModePair } from '../ui/kit/mode-pair.tsx';
import { ThreeLosses } from '../ui/kit/three-losses.tsx';
import type { Wording } from '../ui/kit/wording.ts';
import type { JudgedSide } from './decide-press.ts';
import type { HoldRequest } from './gate.ts';
import { type HoldPart, holdOrder } from './hold-order.ts';
import { orderLine, orderName } from './order-line.ts';
import { SnoozeChoice } from './snooze-choice.tsx';
import { stakeOf, stakeText } from './stake.ts';

interface Props {
  readonly request: HoldRequest;
  readonly wording: Wording;
  /** The page's site, by which a snooze names where it counts. */
  readonly site: string;
  /** The last amount typed was not the one asked for. */
  readonly isMistyped: boolean;
  /** Something of the page's lay over the checklist. */
  readonly isCovered?: boolean;
}

/** The pre-trade checklist: what the order can lose, why it was held, the cheapest fix, and two ways on. */
export function HoldView({ request, wording, site, isMistyped, isCovered = false }: Props) {
  const { reading, judged, hold } = request;
  const level: Level = judged?.assessed.verdict.level ?? 'unknown';
  const { translate } = wording;
  const stake = hold === 'type-amount' && judged !== undefined ? stakeOf(judged.assessed) : undefined;
  return (
    <div class={`rf-hold rf-hold-${level}`} data-surface="hold" data-level={level} data-hold={hold}>
      <p class="rf-hold-brand">
        <BrandRing />
        {translate('hold_brand')}
        <span class="rf-hold-level">
          <LevelWord level={level} translate={translate} />
        </span>
      </p>
      <section class="rf-hold-body" aria-labelledby="rf-hold-lead">
        <header>
          <LevelIcon level={level} size={30} />
          <div>
            <h2 id="rf-hold-lead">
              {judged === undefined
                ? translate('hold_unchecked_lead')
                : withAmounts(leadSentence(judged.assessed, wording))}
            </h2>
            <p id="rf-hold-order">
              {orderLine(reading, judged?.side ?? request.ticket.side ?? 'long', wording)}
            </p>
          </div>
        </header>
        {judged === undefined ? (
          <p>{translate('hold_unchecked_text')}</p>
        ) : (
          <Judged judged={judged} wording={wording} />
        )}
      </section>
      <Ways stake={stake} wording={wording} isMistyped={isMistyped} isCovered={isCovered}>
        {judged !== undefined && canSnooze(judged, reading) && (
          <SnoozeChoice order={orderName(reading, judged.side, wording)} site={site} wording={wording} />
        )}
      </Ways>
    </div>
  );
}

function Judged({
  judged: { assessed },
  wording,
}: {
  readonly judged: JudgedSide;
  readonly wording: Wording;
}) {
  const { exposure, verdict } = assessed;
  const lead = worstFinding(verdict.findings);
  const fix = lead?.remedy ?? verdict.findings.find(({ remedy }) => remedy !== undefined)?.remedy;
  const findings = verdict.findings.map((finding) => {
    if (finding.remedy !== fix) return finding;
    const { remedy: _, ...rest } = finding;
    return rest;
  });
  const order = holdOrder(lead?.id);
  const parts: Readonly<Record<HoldPart, ComponentChildren>> = {
    fence: isOrderExposure(exposure) && <Fence key="fence" exposure={exposure} wording={wording} />,
    modes: isOrderExposure(exposure) && (
      <ModePair key="modes" exposure={exposure} wording={wording} level={verdict.level} />
    ),
    losses: isOrderExposure(exposure) && <ThreeLosses key="losses" exposure={exposure} wording={wording} />,
    findings: <FindingsList key="findings" findings={findings} wording={wording} />,
  };
  // The findings stand beside the checklist, but where one of them is the news itself.
  const first = order.filter((part, index) => part !== 'findings' || index === 0);
  return (
    <div class="rf-hold-columns" data-lead={lead?.id}>
      <div>
        {first.map((part) => parts[part])}
        {fix !== undefined && (
          <p class="rf-fix">
            <b>{wording.translate('hold_fix')}</b> {fix.text}
          </p>
        )}
      </div>
      <div>
        <Checklist items={verdict.checklist} wording={wording} />
        {!first.includes('findings') && parts.findings}
      </div>
    </div>
  );
}

/** A figure with the sign that stands by it; a full stop behind it is the sentence's. */
const figure =
  /([^\s\p{L}\p{N}(]?\p{Nd}(?:[\p{Nd}.,'’٬٫\u00a0\u202f]*\p{Nd})?(?:[\s\u00a0\u202f]?[%٪€$₮])?)/u;

/** The sentence with its figures set apart: they are what differs from hold to hold. */
function withAmounts(sentence: string): ComponentChildren {
  return sentence.split(figure).map((part, index) => (index % 2 === 1 ? <b key={index}>{part}</b> : part));
}

/** Something holds it, and its worst loss is known: else nobody could tell when it has become another order. */
function canSnooze({ assessed: { exposure, verdict } }: JudgedSide, { symbol }: TicketReading): boolean {
  const isHeld = verdict.findings.some(({ hold }) => hold !== 'none');
  return isHeld && !isUnknown(symbol) && isOrderExposure(exposure) && !isUnknown(exposure.losses.worst);
}

interface WaysProps {
  readonly stake: DecimalString | undefined;
  readonly wording: Wording;
  readonly isMistyped: boolean;
  readonly isCovered: boolean;
  readonly children: ComponentChildren;
}

/** The safe act is the button; the override is plain, and work where money is at stake. */
function Ways({ stake, wording, isMistyped, isCovered, children }: WaysProps) {
  const { translate } = wording;
  const amount = stake === undefined ? '' : stakeText(stake, wording);
  return (
    <footer>
      <div class="rf-ways">
        {/* Closes the dialog by itself too: it must never outlive a script that was torn down under it. */}
        <form method="dialog">
          <button type="submit" class="rf-way-back" data-act="back">
            {translate('hold_go_back')}
          </button>
        </form>
        {stake === undefined ? (
          <button type="button" class="rf-way-on" data-act="override">
            {translate('hold_allow_one_press')}
          </button>
        ) : (
          <span class="rf-way-typed">
            <label for="rf-stake">{translate('hold_type_to_allow', amount)}</label>
            <input
              id="rf-stake"
              data-act="override"
              inputmode="decimal"
              autocomplete="off"
              spellcheck={false}
              size={Math.max(8, amount.length + 1)}
              aria-invalid={isMistyped}
              aria-describedby="rf-mistyped"
            />
            <button type="button" class="rf-way-on" data-act="override">
              {translate('hold_allow')}
            </button>
          </span>
        )}
      </div>
      <p class="rf-hold-note" id="rf-mistyped" role="status">
        {isCovered
          ? translate('hold_covered')
          : isMistyped
            ? translate('hold_mistyped', amount)
            : translate('hold_note')}
      </p>
      {children}
    </footer>
  );
}
