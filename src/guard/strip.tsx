import { render } from 'preact';
import type { TicketState } from '../domain/health.ts';
import type { StripPlace } from '../domain/strip-place.ts';
import { dockedStrip } from '../domain/strip-place.ts';
import { leadSentence } from '../ui/kit/lead-sentence.ts';
import { levelText } from '../ui/kit/level-word.tsx';
import type { Wording } from '../ui/kit/wording.ts';
import { type Box, clamp } from './box.ts';
import type { Drag } from './follow-drag.ts';
import type { GateNews } from './gate-news.ts';
import { passLifeMs } from './pass.ts';
import { fullWidth, placePanel, placeStrip, type Surroundings } from './place-strip.ts';
import { boxAt, freeNear, isFree, spotOf, stepped, type Way } from './strip-spot.ts';
import { type StripState, stripLevel } from './strip-state.ts';
import { newsText, type ShownNews, StripView } from './strip-view.tsx';

/** How long each kind of news stays on the strip. */
const newsLifeMs: Readonly<Record<GateNews['kind'], number>> = {
  checking: 1_500,
  'press-again': passLifeMs,
  'pass-used': 4_000,
  'ticket-changed': 8_000,
  'script-stopped': 8_000,
  'read-failed': 8_000,
  snoozed: 4_000,
};

/** Shorter than what a person notices, longer than the usual answer. */
const flickerMs = 50;

interface Options {
  readonly root: ShadowRoot;
  readonly now: () => number;
  readonly surroundings: () => Surroundings;
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
  #shown: Shown | undefined;
  #news: { readonly news: GateNews; readonly until: number } | undefined;
  #newsTimer: ReturnType<typeof setInterval> | undefined;
  #next: (() => void) | undefined;
  #lateTimer: ReturnType<typeof setTimeout> | undefined;
  /** What the last place was chosen for, so that nothing is weighed again while nothing moved. */
  #placedFor = '';
  #box: Box | undefined;
  #isOpen = false;
  #place: StripPlace = dockedStrip;
  /** Where it is being moved from, so that the move can be taken back. */
  #movedFrom: { readonly place: StripPlace; readonly box: Box | undefined } | undefined;
  #isDragged = false;
  /** The ticket leaves no room for the whole line: only its tab is shown. */
  #isSquashed = false;
  #announcement = '';
  #level = '';

  constructor(options: Options) {
    this.#options = options;
    this.#layer = options.root.ownerDocument.createElement('div');
    this.#layer.className = 'rf rf-strip-layer';
    this.#layer.setAttribute('popover', 'manual');
    options.root.append(this.#layer);
  }

  /** Where it stands, once it was placed. */
  get box(): Box | undefined {
    return this.#box;
  }

  stop(): void {
    clearInterval(this.#newsTimer);
    clearTimeout(this.#lateTimer);
    render(null, this.#layer);
  }

  theme(colorScheme: 'light' | 'dark'): void {
    this.#layer.style.colorScheme = colorScheme;
  }

  /** Shows it in the top layer, again where the page took it out, and keeps it from fading by itself. */
  renew(): void {
    if (!this.#layer.isConnected) return;
    if (!this.#layer.matches(':popover-open')) this.#layer.showPopover();
    for (const fade of this.#layer.getAnimations()) fade.currentTime = 0;
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

  say(news: GateNews): void {
    const { now } = this.#options;
    this.#news = { news, until: now() + newsLifeMs[news.kind] };
    if (this.#shown !== undefined && news.kind !== 'checking') {
      this.#announcement = newsText(this.#newsNow() ?? { news, secondsLeft: 0 }, this.#shown.wording);
    }
    clearInterval(this.#newsTimer);
    this.#newsTimer = setInterval(() => this.#redraw(), 1_000);
    this.#redraw();
  }

  /** The pass is gone: nothing may go on promising it. */
  unsayPass(): void {
    if (this.#news?.news.kind === 'press-again' || this.#news?.news.kind === 'checking') {
      this.#news = undefined;
      this.#redraw();
    }
  }

  /** Where the trader wants it on this exchange, as far as that is known by now. */
  placeIs(place: StripPlace): void {
    if (this.#movedFrom !== undefined || this.#place !== dockedStrip) return;
    this.#place = place;
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
        this.#keep({ ...this.#place, isCollapsed: true });
        break;
      case 'expand':
        this.#isOpen = this.#isSquashed || this.#hasNothingToSay();
        if (this.#place.isCollapsed) this.#keep({ ...this.#place, isCollapsed: false });
        break;
      case 'move':
        this.#beginMove();
        this.#focus('[data-act="moved"]');
        return true;
      case 'step':
        this.#step(way as Way);
        return true;
      case 'moved':
        this.#endMove(true);
        break;
      case 'put-back':
        this.#isOpen = false;
        this.#movedFrom = undefined;
        this.#keep({ ...this.#place, spot: null });
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
    if (this.#movedFrom === undefined || this.#isDragged) return false;
    const way = ways[name];
    if (way !== undefined) this.#step(way);
    else if (name === 'Escape') {
      this.#endMove(false);
      this.#redraw();
      this.#focus('.rf-strip-line');
    } else return false;
    return true;
  }

  /** What a pointer does that takes the line along. */
  readonly drag: Drag = {
    start: () => {
      this.#isDragged = true;
      this.#isOpen = false;
      this.#redraw();
      this.#movedFrom ??= { place: this.#place, box: this.#box };
    },
    move: (dx, dy) => {
      const from = this.#movedFrom?.box ?? this.#box;
      if (from === undefined) return;
      const around = this.#options.surroundings();
      const { width, height } = around.view;
      const left = clamp(from.left + dx, 6, Math.max(6, width - 6 - from.width));
      const top = clamp(from.top + dy, 6, Math.max(6, height - 6 - from.height));
      this.#standAt(freeNear({ ...from, left, top }, around));
    },
    end: () => this.#endDrag(true),
    cancel: () => this.#endDrag(false),
  };

  #endDrag(isKept: boolean): void {
    this.#isDragged = false;
    this.#endMove(isKept);
    this.#redraw();
  }

  #beginMove(): void {
    this.#isOpen = false;
    this.#redraw();
    this.#movedFrom = { place: this.#place, box: this.#box };
    this.#redraw();
  }

  #endMove(isKept: boolean): void {
    const from = this.#movedFrom;
    this.#movedFrom = undefined;
    if (from === undefined) return;
    if (isKept) this.#keep(this.#place);
    else this.#place = from.place;
  }

  #step(way: Way): void {
    if (this.#box === undefined || this.#shown === undefined) return;
    const box = stepped(this.#box, way, this.#options.surroundings());
    if (box === undefined) this.#announcement = this.#shown.wording.translate('strip_move_no_room');
    else this.#standAt(box);
    this.#redraw();
  }

  #standAt(box: Box | undefined): void {
    if (box === undefined) return;
    this.#place = { ...this.#place, spot: spotOf(box, this.#options.surroundings().view) };
    this.place();
  }

  #keep(place: StripPlace): void {
    this.#place = place;
    this.#options.keepPlace?.(place);
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
    const around = this.#options.surroundings();
    const height = line.offsetHeight || 38;
    const placedFor = JSON.stringify([around, height, this.#wantsTab(), this.#mayBeTab(), this.#place.spot]);
    if (this.#box === undefined || placedFor !== this.#placedFor) {
      const wasSmall = this.#isSmall();
      this.#box = this.#boxFor(around, height);
      this.#placedFor = placedFor;
      if (wasSmall !== this.#isSmall()) this.#draw();
    }
    const box = this.#box;
    const strip = this.#layer.querySelector<HTMLElement>('.rf-strip');
    if (strip !== null) setPixels(strip, { left: box.left, top: box.top, width: box.width });
    const panel = this.#layer.querySelector<HTMLElement>('.rf-panel');
    if (panel === null || !this.#isOpen) return;
    const { left, width: panelWidth, maxHeight, anchor } = placePanel(around, box);
    setPixels(panel, { left, width: panelWidth, 'max-height': maxHeight, [anchor.edge]: anchor.at });
    panel.style.setProperty(anchor.edge === 'top' ? 'bottom' : 'top', 'auto');
  }

  /** At its own spot, moved on from what stands there; else docked; a tab where there is no room for the line. */
  #boxFor(around: Surroundings, height: number): Box {
    const { spot } = this.#place;
    const tab = { width: height, height };
    const isTab = this.#wantsTab() || (this.#isDragged && this.#isSquashed);
    this.#isSquashed &&= this.#isDragged;
    const own = (size: { width: number; height: number }) =>
      spot === null ? undefined : freeNear(boxAt(spot, size, around.view), around);
    const box = own(isTab ? tab : { width: fullWidth(around.view), height });
    if (box !== undefined) return box;
    const docked = placeStrip(around, height, this.#options.busyUnder);
    const end = { ...docked, left: docked.left + docked.width - height, width: height };
    if (isTab) return freeNear(end, around) ?? end;
    if (!this.#mayBeTab() || isFree(docked, around)) return docked;
    const small = own(tab) ?? freeNear(end, around);
    if (small === undefined) return docked;
    this.#isSquashed = true;
    return small;
  }

  /** No ticket on the page, and none to be expected. */
  #hasNothingToSay(): boolean {
    const state = this.#shown?.state;
    return state?.kind === 'no-ticket' && !state.isPageChanged;
  }

  /** Nothing asks for more than a tab. */
  #mayBeTab(): boolean {
    return !this.#isOpen && this.#news === undefined && (this.#movedFrom === undefined || this.#isDragged);
  }

  #wantsTab(): boolean {
    return this.#mayBeTab() && (this.#place.isCollapsed || this.#hasNothingToSay());
  }

  #isSmall(): boolean {
    return this.#wantsTab() || this.#isSquashed;
  }

  #redraw(): void {
    this.#draw();
    this.place();
  }

  #newsNow(): ShownNews | undefined {
    if (this.#news === undefined) return undefined;
    const left = this.#news.until - this.#options.now();
    if (left <= 0) {
      this.#news = undefined;
      clearInterval(this.#newsTimer);
      return undefined;
    }
    return { news: this.#news.news, secondsLeft: Math.ceil(left / 1_000) };
  }

  #draw(): void {
    if (this.#shown === undefined) return;
    const news = this.#newsNow();
    render(
      <StripView
        {...this.#shown}
        news={news}
        isOpen={this.#isOpen}
        isSmall={this.#isSmall()}
        moving={this.#isDragged ? 'dragged' : this.#movedFrom === undefined ? undefined : 'by-steps'}
        isMoved={this.#place.spot !== null}
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
