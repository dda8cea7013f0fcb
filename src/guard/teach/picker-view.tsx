import type { ComponentChildren } from 'preact';
import type { TaughtMeaning, TaughtName } from '../../domain/taught.ts';
import type { TicketFieldName, TicketReading } from '../../domain/ticket-reading.ts';
import type { Lesson } from '../../reader/teach/lesson.ts';
import { BrandRing } from '../../ui/kit/brand-ring.tsx';
import type { Wording } from '../../ui/kit/wording.ts';
import type { FieldState } from './left-to-show.ts';
import { lessonText, nameText, noneText, valueText } from './lesson-text.ts';

export interface PickerLook {
  readonly name: TaughtName | undefined;
  readonly lesson: Lesson | undefined;
  readonly states: readonly FieldState[];
  readonly reading: TicketReading;
  /** The place the arrow keys stand at: which of how many, and what is written there. */
  readonly spot: { readonly at: number; readonly of: number; readonly text: string } | undefined;
  readonly kept: string | undefined;
  readonly problem: string | undefined;
  /** On a small screen: over the page's upper part in place of its lower one. */
  readonly isUp: boolean;
}

interface Props extends PickerLook {
  readonly wording: Wording;
}

/** The picker's panel: what to show next, what was read there, and what is left. Everything is pressed by `data-act`. */
export function PickerView(props: Props) {
  const { name, lesson, wording, kept, problem, isUp } = props;
  const { translate } = wording;
  return (
    <section
      class="rf-teach"
      role="dialog"
      aria-labelledby="rf-teach-title"
      data-surface="teach"
      data-field-name={name}
      data-lesson={lesson?.kind}
      data-up={isUp}
    >
      <header>
        <BrandRing size={16} />
        <p>{translate('teach_title')}</p>
        <button
          type="button"
          class="rf-teach-close rf-teach-move"
          data-act="move"
          aria-label={translate('teach_move')}
        >
          <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
            <path d={isUp ? 'M7 3v8M3.5 7.5 7 11l3.5-3.5' : 'M7 11V3M3.5 6.5 7 3l3.5 3.5'} />
          </svg>
        </button>
        <button type="button" class="rf-teach-close" data-act="close" aria-label={translate('teach_close')}>
          <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
            <path d="M3 3l8 8M11 3l-8 8" />
          </svg>
        </button>
      </header>
      <div class="rf-teach-step">
        <h2 id="rf-teach-title">
          {name === undefined ? translate('teach_all_read') : translate(`teach_where_${name}`)}
        </h2>
        {name !== undefined && (lesson === undefined || lesson.kind === 'none') && <Pointing {...props} />}
        <div role="status">
          {problem !== undefined && <p class="rf-bad">{translate('teach_not_kept', problem)}</p>}
          {lesson === undefined && kept !== undefined && (
            <p class="rf-teach-kept">{translate('teach_kept', kept)}</p>
          )}
          {name !== undefined && lesson !== undefined && <Said {...props} lesson={lesson} name={name} />}
        </div>
        {name !== undefined && lesson !== undefined && <Ways {...props} lesson={lesson} />}
      </div>
      <Left {...props} />
      <footer>
        {name !== undefined && (
          <button type="button" class="rf-link" data-act="skip">
            {translate('teach_skip')}
          </button>
        )}
        <button type="button" class="rf-link" data-act="close">
          {translate('teach_done')}
        </button>
      </footer>
    </section>
  );
}

function Pointing({ spot, wording: { translate } }: Props) {
  return (
    <>
      <p class="rf-quiet" id="rf-teach-help">
        {translate('teach_keys')}
      </p>
      <div
        class="rf-teach-spots"
        role="listbox"
        tabIndex={0}
        aria-label={translate('teach_spots')}
        aria-describedby="rf-teach-help"
        aria-activedescendant="rf-teach-spot"
      >
        <div id="rf-teach-spot" role="option" tabIndex={-1} aria-selected={spot !== undefined}>
          {spot === undefined
            ? translate('teach_spot_none')
            : translate('teach_spot', String(spot.at), String(spot.of), spot.text)}
        </div>
      </div>
    </>
  );
}

type Told = Props & { readonly lesson: Lesson; readonly name: TaughtName };

/** What stands there, in words. */
function Said({ lesson, name, reading, wording }: Told) {
  const { translate } = wording;
  if (lesson.kind === 'none') return <p class="rf-teach-none">{noneText(lesson, name, wording)}</p>;
  if (lesson.kind === 'ask') {
    return (
      <>
        <p class="rf-teach-value">{translate(`teach_ask_${lesson.ask}`, lesson.word)}</p>
        <p class="rf-quiet">
          {translate(lesson.ask === 'quote' ? 'teach_ask_quote_help' : 'teach_ask_help')}
        </p>
      </>
    );
  }
  return (
    <>
      <p class="rf-teach-value" data-taught-value>
        {lessonText(lesson, reading, wording)}
      </p>
      {lesson.kind === 'differs' ? (
        <>
          <p>
            {lesson.without === undefined
              ? translate('teach_differs_unread')
              : translate('teach_differs', valueText(name as TicketFieldName, lesson.without, wording))}
          </p>
          <p class="rf-quiet">{translate('teach_differs_help')}</p>
        </>
      ) : (
        <p class="rf-quiet">{translate('teach_right')}</p>
      )}
    </>
  );
}

/** The answers there are to it. */
function Ways({ lesson, wording, reading }: Props & { readonly lesson: Lesson }) {
  const { translate } = wording;
  if (lesson.kind === 'none') return null;
  const again = <Way act="again">{translate('teach_no')}</Way>;
  if (lesson.kind !== 'ask') {
    return (
      <p class="rf-teach-ways">
        <Way act="keep" main>
          {translate(lesson.kind === 'differs' ? 'teach_mine' : 'teach_yes')}
        </Way>
        {again}
      </p>
    );
  }
  const meanings: Readonly<Record<typeof lesson.ask, readonly TaughtMeaning[]>> = {
    mode: ['isolated', 'cross'],
    unit: ['base', 'contracts', 'quote', 'cost', 'percent'],
    quote: ['quote', 'cost'],
  };
  const base = reading.symbol.known
    ? /^([A-Z0-9]{2,10}?)[-_/]?(?:USDT|USDC|USD)/.exec(reading.symbol.value)?.[1]
    : undefined;
  return (
    <p class="rf-teach-ways">
      {meanings[lesson.ask].map((meaning) => (
        <Way key={meaning} act={`mean-${meaning}`}>
          {meaning !== 'base'
            ? translate(`teach_mean_${meaning}`)
            : base === undefined
              ? translate('teach_mean_base_any')
              : translate('teach_mean_base', base)}
        </Way>
      ))}
      {again}
    </p>
  );
}

interface WayProps {
  readonly act: string;
  readonly main?: boolean;
  readonly children: ComponentChildren;
}

function Way({ act, main = false, children }: WayProps) {
  return (
    <button type="button" class={`rf-teach-way${main ? ' rf-teach-way-main' : ''}`} data-act={act}>
      {children}
    </button>
  );
}

/** Every field with its state; any of them can be shown, in any order. */
function Left({ states, name, wording }: Props) {
  const { translate } = wording;
  const list = (isNeeded: boolean) => (
    <ul>
      {states
        .filter((state) => state.needed === isNeeded)
        .map((state) => (
          <li key={state.name}>
            <button
              type="button"
              class={`rf-teach-chip rf-teach-chip-${state.state}`}
              data-act={`field-${state.name}`}
              aria-current={state.name === name ? 'step' : undefined}
            >
              <Mark state={state.state} />
              {nameText(state.name, wording)}
              <span class="rf-unseen">, {translate(`teach_state_${state.state}`)}</span>
            </button>
          </li>
        ))}
    </ul>
  );
  return (
    <div class="rf-teach-left">
      <h3 class="rf-label">{translate('teach_left')}</h3>
      {list(true)}
      <details>
        <summary>{translate('teach_others')}</summary>
        {list(false)}
      </details>
    </div>
  );
}

function Mark({ state }: { readonly state: FieldState['state'] }) {
  return (
    <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
      {state === 'left' ? (
        <circle cx="6" cy="6" r="4" stroke-dasharray="2 2" />
      ) : (
        <path d="M2.5 6.5 5 9l4.5-6" />
      )}
    </svg>
  );
}
