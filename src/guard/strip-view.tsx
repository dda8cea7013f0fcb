import type { TicketState } from '../domain/health.ts';
import { BrandRing } from '../ui/kit/brand-ring.tsx';
import { LevelIcon } from '../ui/kit/level-icon.tsx';
import { levelText } from '../ui/kit/level-word.tsx';
import { Fact } from '../ui/kit/money.tsx';
import type { Wording } from '../ui/kit/wording.ts';
import { timeText } from './finding-actions.tsx';
import type { GateNews } from './gate-news.ts';
import { sideText } from './order-line.ts';
import { stripLine } from './strip-line.tsx';
import { StripMover } from './strip-mover.tsx';
import { StripPanel } from './strip-panel.tsx';
import { type StripState, stripLevel } from './strip-state.ts';

/** What the strip has to tell for a while. `covered`: something of the page's lay over it. */
export type StripNews = GateNews | { readonly kind: 'covered' };

/** News of the gate as it stands on the strip for a while. */
export interface ShownNews {
  readonly news: StripNews;
  /** Whole seconds a pass is still good for; 0 where there is none. */
  readonly secondsLeft: number;
}

interface Props {
  readonly state: StripState;
  readonly ticket: TicketState;
  readonly wording: Wording;
  /** The venue's recipe has not fitted the page for a while. */
  readonly isPageChanged: boolean;
  readonly news: ShownNews | undefined;
  readonly isOpen: boolean;
  /** Only the tab with the level's shape. */
  readonly isSmall: boolean;
  readonly moving?: 'dragged' | 'by-steps' | undefined;
  /** It stands where the trader put it. */
  readonly isMoved?: boolean;
  readonly site: string;
  /** Said to screen readers when the level changes, and for news of the gate; nothing else is. */
  readonly announcement: string;
}

/** The strip and, when it is open, its panel. One button, so that the whole line is the target. */
export function StripView(props: Props) {
  const { state, ticket, wording, isPageChanged, news, isOpen, isSmall, moving, announcement } = props;
  const { translate } = wording;
  const drawn = stripLevel(state);
  const level = drawn === 'quiet' ? undefined : drawn;
  const word = level === undefined ? translate('strip_name') : levelText(level, translate);
  const { word: lead, main, rest: facts = [] } = stripLine(state, wording);
  // A warning about the reading goes before what was read.
  const rest =
    isPageChanged && state.kind !== 'no-ticket' ? [translate('strip_page_changed_short'), ...facts] : facts;
  return (
    <div
      class={`rf-strip rf-strip-${drawn}${isSmall ? ' rf-strip-small' : ''}${moving === undefined ? '' : ` rf-strip-${moving}`}`}
      data-surface="strip"
      {...(level === undefined ? {} : { 'data-level': level })}
      data-state={state.kind}
    >
      {moving === 'by-steps' ? (
        <StripMover translate={translate} />
      ) : (
        <button
          type="button"
          class="rf-strip-line"
          data-drag
          data-act={isSmall ? 'expand' : 'panel'}
          aria-expanded={isOpen}
          aria-controls="rf-panel"
          aria-label={isSmall ? `${translate('strip_name')} ${word}` : undefined}
        >
          <Fact name="level" value={level}>
            {level === undefined ? <BrandRing size={16} /> : <LevelIcon level={level} size={18} />}
            <span class="rf-unseen">{word} </span>
          </Fact>
          {!isSmall && news !== undefined && <News shown={news} wording={wording} />}
          {!isSmall && news === undefined && (
            <>
              <span class="rf-strip-main">
                {lead !== undefined && (
                  <>
                    <span class={`rf-word rf-word-${drawn}`}>{lead}</span>
                    <Dot />
                  </>
                )}
                {main}
              </span>
              <span class="rf-strip-rest">
                <i />
                {rest.map((piece, index) => (
                  <span key={index}>{piece}</span>
                ))}
              </span>
            </>
          )}
          {!isSmall && <Chevron isOpen={isOpen} />}
        </button>
      )}
      <div id="rf-panel" class="rf-panel" hidden={!isOpen}>
        {isOpen && (
          <StripPanel
            state={state}
            ticket={ticket}
            wording={wording}
            isPageChanged={isPageChanged}
            isMoved={props.isMoved === true}
            site={props.site}
          />
        )}
      </div>
      <span class="rf-unseen" role="status">
        {announcement}
      </span>
    </div>
  );
}

function Dot() {
  return (
    <span class="rf-dot" aria-hidden="true">
      {' · '}
    </span>
  );
}

function Chevron({ isOpen }: { readonly isOpen: boolean }) {
  return (
    <svg class="rf-chevron" width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
      <path d={isOpen ? 'M2.5 4 6 7.5 9.5 4' : 'M2.5 8 6 4.5 9.5 8'} />
    </svg>
  );
}

/** The gate's news in words; also what a screen reader is told. */
export function newsText({ news, secondsLeft }: ShownNews, wording: Wording): string {
  const { translate } = wording;
  switch (news.kind) {
    case 'checking':
      return translate('strip_news_checking');
    case 'pass-used':
      return translate('strip_news_pass_used');
    case 'ticket-changed':
      return translate('strip_news_ticket_changed');
    case 'script-stopped':
      return translate('strip_news_script_stopped');
    case 'read-failed':
      return translate('strip_news_read_failed');
    case 'taken-away':
      return translate('strip_news_taken_away');
    case 'rival':
      return translate('strip_news_rival');
    case 'settings-lost':
      return translate('strip_news_settings_lost');
    case 'covered':
      return translate('strip_news_covered');
    case 'snoozed':
      if (news.outcome === 'saved') return translate('snooze_kept', timeText(news.until, wording));
      return translate(news.outcome === 'refused' ? 'snooze_refused' : 'snooze_not_kept');
    case 'press-again': {
      const side = news.side === undefined ? '' : sideText(news.side, translate);
      const again =
        side === ''
          ? translate('strip_news_press_again', String(secondsLeft))
          : translate('strip_news_press_side_again', side, String(secondsLeft));
      if (news.why === 'overridden') return again;
      return `${translate(news.why === 'checked' ? 'strip_news_checked' : 'strip_news_not_checked')} ${again}`;
    }
  }
}

function News({ shown, wording }: { readonly shown: ShownNews; readonly wording: Wording }) {
  return (
    <span class="rf-strip-main rf-strip-news" data-news={shown.news.kind}>
      {newsText(shown, wording)}
    </span>
  );
}
