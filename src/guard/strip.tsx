import { render } from 'preact';
import type { TicketState } from '../domain/health.ts';
import type { StripPlace } from '../domain/strip-place.ts';
import { leadSentence } from '../ui/kit/lead-sentence.ts';
import { levelText } from '../ui/kit/level-word.tsx';
import type { Wording } from '../ui/kit/wording.ts';
import type { Box } from './box.ts';
import type { Drag } from './follow-drag.ts';
import { OnTop } from './on-top.ts';
import { placePanel, type Surroundings } from './place-strip.ts';
import { NewsBoard } from './strip-news.ts';
import type { Way } from './strip-spot.ts';
import { type Needs, StripStand } from './strip-stand.ts';
import { type StripState, stripLevel } from './strip-state.ts';
import { newsText, type StripNews, StripView } from './strip-view.tsx';

/** Shorter than what a person notices, longer than the usual answer. */
const flickerMs = 50;

interface Options {
  readonly root: ShadowRoot;
  readonly now: () => number;
  readonly surroundings: () => Surroundings;
  /** An order button can be pressed just now: nothing of the page's lies over it. */
  readonly canOrder: () => boolean;
  readonly busyUnder: (box: Box) => number;
  /** The trader moved, collapsed or put it back. */
  readonly keepPlace?: (place: StripPlace) => void;
  /** How a snooze names where it counts; the page's host unless said. */
  readonly site?: string;
}

const ways: Readonly<Record<string, Way>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

/** What is on the strip, and on its panel. */
interface Shown {
  readonly state: StripState;
  readonly ticket: TicketState;
  readonly wording: Wording;
  readonly isPageChanged: boolean;
}

/** The strip in the top layer: draws, docks, opens its panel, and speaks when the level changes. */
export class Strip {
  readonly #options: Options;
  readonly #layer: HTMLElement;
  readonly #stand: StripStand;
  readonly #onTop: OnTop;
  readonly #news: NewsBoard;
  #shown: Shown | undefined;
  #next: (() => void) | undefined;
  #lateTimer: ReturnType<typeof setTimeout> | undefined;
  #isOpen = false;
  #announcement = '';
  #level = '';

  constructor(options: Options) {
    this.#options = options;
    this.#stand = new StripStand(options);
    this.#layer = options.root.ownerDocument.createElement('div');
    this.#layer.className = 'rf rf-strip-layer';
    this.#layer.setAttribute('popover', 'manual');
    options.root.append(this.#layer);
    this.#onTop = new OnTop({
      ...options,
      layer: this.#layer,
      target: () => this.#layer.querySelector('.rf-strip-line'),
      risen: () => this.say({ kind: 'covered' }),
    });
    this.#news = new NewsBoard(options.now, () => this.#redraw());
  }

  /** Where it stands, once it was placed. */
  get box(): Box | undefined {
    return this.#stand.box;
  }

  /** What it shows; for a moment that is still the verdict before, while another is asked for. */
  get shown(): StripState | undefined {
    return this.#shown?.state;
  }

  stop(): void {
    this.#news.stop();
    clearTimeout(this.#lateTimer);
    this.#onTop.stop();
    render(null, this.#layer);
  }

  theme(colorScheme: 'light' | 'dark'): void {
    this.#layer.style.colorScheme = colorScheme;
  }

  /** Shows it in the top layer, again where the page took it out or came over it, and keeps it from fading by itself. */
  renew(): void {
    this.#onTop.renew();
  }

  /** An event of the page's that may tell of something over it. */
  heard(event: Event): void {
    this.#onTop.heard(event);
  }

  /** Something of the page's lies over it, or does so again each time it rises. */
  get isCovered(): boolean {
    return this.#onTop.isCovered;
  }

  /**
   * Most answers come within a frame or two: until then the figures stay, so that the line does not flicker with every
   * key. No press is decided by what the strip shows.
   */
  update(state: StripState, ticket: TicketState, wording: Wording, isPageChanged = false): void {
    this.#next = () => this.#show({ state, ticket, wording, isPageChanged });
    if (state.kind === 'asking' && this.#shown?.state.kind === 'checked') {
      this.#lateTimer ??= setTimeout(() => this.#drawNext(), flickerMs);
    } else this.#drawNext();
  }

  #drawNext(): void {
    clearTimeout(this.#lateTimer);
    this.#lateTimer = undefined;
    this.#next?.();
  }

  #show(next: Shown): void {
    const { state, wording } = next;
    const hadNothing = this.#hasNothingToSay();
    this.#shown = next;
    const level = stripLevel(state);
    if (level !== this.#level) {
      // Said once a level; the level before the first verdict says nothing.
      if (state.kind === 'checked') {
        this.#announcement = `${levelText(state.assessed.verdict.level, wording.translate)}. ${leadSentence(state.assessed, wording)}`;
      } else if (state.kind === 'failed') this.#announcement = wording.translate('strip_failed_text');
      else if (state.kind === 'no-ticket' && state.isPageChanged)
        this.#announcement = wording.translate('strip_page_changed');
      if (state.kind !== 'asking') this.#level = level;
    }
    this.#draw();
    if (hadNothing !== this.#hasNothingToSay()) this.place();
  }

  say(news: StripNews): void {
    this.#news.put(news);
    const { shown } = this.#news;
    if (this.#shown !== undefined && shown !== undefined && news.kind !== 'checking')
      this.#announcement = newsText(shown, this.#shown.wording);
    this.#redraw();
  }

  /** The pass is gone: nothing may go on promising it. */
  unsayPass(): void {
    if (this.#news.take('press-again', 'checking')) this.#redraw();
  }

  /** Where the trader wants it on this exchange, as far as that is known by now. */
  placeIs(place: StripPlace): void {
    this.#stand.placeIs(place);
    this.#redraw();
  }

  /** An act of the trader's on this surface; false when it is none of the strip's. */
  act(name: string): boolean {
    const [kind = '', way = ''] = name.split(':');
    switch (kind) {
      case 'panel':
        this.#isOpen = !this.#isOpen;
        break;
      case 'collapse':
        this.#isOpen = false;
        this.#stand.collapse(true);
        break;
      case 'expand':
        this.#isOpen = this.#stand.isSquashed || this.#hasNothingToSay();
        this.#stand.collapse(false);
        break;
      case 'move':
        this.#beginMove('by-steps');
        this.#focus('[data-act="moved"]');
        return true;
      case 'step':
        this.#step(way as Way);
        return true;
      case 'moved':
        this.#stand.endMove(true);
        break;
      case 'put-back':
        this.#isOpen = false;
        this.#stand.putBack();
        break;
      default:
        return false;
    }
    this.#redraw();
    if (kind === 'moved' || kind === 'put-back' || kind === 'collapse') this.#focus('.rf-strip-line');
    return true;
  }

  /** While the trader moves it step by step: an arrow is a step, Escape takes all of them back. */
  key(name: string): boolean {
    if (this.#stand.moving !== 'by-steps') return false;
    const way = ways[name];
    if (way !== undefined) this.#step(way);
    else if (name === 'Escape') {
      this.#endMove(false);
      this.#focus('.rf-strip-line');
    } else return false;
    return true;
  }

  /** What a pointer does that takes the line along. */
  readonly drag: Drag = {
    start: () => this.#beginMove('dragged'),
    move: (dx, dy) => {
      this.#stand.moveBy(dx, dy);
      this.place();
    },
    end: () => this.#endMove(true),
    cancel: () => this.#endMove(false),
  };

  #beginMove(how: 'dragged' | 'by-steps'): void {
    this.#isOpen = false;
    this.#redraw();
    this.#stand.beginMove(how);
    this.#redraw();
  }

  #endMove(isKept: boolean): void {
    this.#stand.endMove(isKept);
    this.#redraw();
  }

  #step(way: Way): void {
    if (!this.#stand.step(way) && this.#shown !== undefined) {
      this.#announcement = this.#shown.wording.translate('strip_move_no_room');
    }
    this.#redraw();
  }

  #focus(selector: string): void {
    this.#layer.querySelector<HTMLElement>(selector)?.focus();
  }

  closePanel(): void {
    if (this.#isOpen) this.act('panel');
  }

  /** Docks the strip where the page moved. Asks the page for its layout: at most a few times a second. */
  place(): void {
    const line = this.#layer.querySelector<HTMLElement>('.rf-strip-line');
    if (line === null) return;
    const wasSmall = this.#stand.isSmall(this.#needs());
    const { box, around } = this.#stand.stand(line.offsetHeight || 38, this.#needs());
    if (wasSmall !== this.#stand.isSmall(this.#needs())) this.#draw();
    const strip = this.#layer.querySelector<HTMLElement>('.rf-strip');
    if (strip !== null) setPixels(strip, { left: box.left, top: box.top, width: box.width });
    const panel = this.#layer.querySelector<HTMLElement>('.rf-panel');
    if (panel === null || !this.#isOpen) return;
    const { left, width: panelWidth, maxHeight, anchor } = placePanel(around, box);
    setPixels(panel, { left, width: panelWidth, 'max-height': maxHeight, [anchor.edge]: anchor.at });
    panel.style.setProperty(anchor.edge === 'top' ? 'bottom' : 'top', 'auto');
  }

  /** No ticket on the page, and none to be expected. */
  #hasNothingToSay(): boolean {
    const state = this.#shown?.state;
    return state?.kind === 'no-ticket' && !state.isPageChanged;
  }

  #needs(): Needs {
    return { isBusy: this.#isOpen || this.#news.isUp, hasNothingToSay: this.#hasNothingToSay() };
  }

  #redraw(): void {
    this.#draw();
    this.place();
  }

  #draw(): void {
    if (this.#shown === undefined) return;
    render(
      <StripView
        {...this.#shown}
        news={this.#news.shown}
        isOpen={this.#isOpen}
        isSmall={this.#stand.isSmall(this.#needs())}
        moving={this.#stand.moving}
        isMoved={this.#stand.isMoved}
        site={this.#options.site ?? this.#layer.ownerDocument.location.hostname}
        announcement={this.#announcement}
      />,
      this.#layer,
    );
  }
}

function setPixels(element: HTMLElement, values: Readonly<Record<string, number>>): void {
  for (const [name, value] of Object.entries(values))
    element.style.setProperty(name, `${Math.round(value)}px`);
}
