import { render } from 'preact';
import type { TicketState } from '../domain/health.ts';
import { leadSentence } from '../ui/kit/lead-sentence.ts';
import { levelText } from '../ui/kit/level-word.tsx';
import type { Wording } from '../ui/kit/wording.ts';
import type { Box } from './box.ts';
import type { GateNews } from './gate-news.ts';
import { passLifeMs } from './pass.ts';
import { placePanel, placeStrip, type Surroundings } from './place-strip.ts';
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
};

/** Shorter than what a person notices, longer than the usual answer. */
const flickerMs = 50;

interface Options {
  readonly root: ShadowRoot;
  readonly now: () => number;
  readonly surroundings: () => Surroundings;
  readonly busyUnder: (box: Box) => number;
}

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
  #isCollapsed = false;
  #announcement = '';
  #level = '';

  constructor(options: Options) {
    this.#options = options;
    this.#layer = options.root.ownerDocument.createElement('div');
    this.#layer.className = 'rf rf-strip-layer';
    this.#layer.setAttribute('popover', 'manual');
    options.root.append(this.#layer);
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
    this.#newsTimer = setInterval(() => this.#draw(), 1_000);
    this.#isCollapsed = false;
    this.#draw();
    this.place();
  }

  /** The pass is gone: nothing may go on promising it. */
  unsayPass(): void {
    if (this.#news?.news.kind === 'press-again' || this.#news?.news.kind === 'checking') {
      this.#news = undefined;
      this.#draw();
    }
  }

  /** An act of the trader's on this surface; false when it is none of the strip's. */
  act(name: string): boolean {
    if (name === 'panel') this.#isOpen = !this.#isOpen;
    else if (name === 'collapse') [this.#isOpen, this.#isCollapsed] = [false, true];
    else if (name === 'expand') [this.#isOpen, this.#isCollapsed] = [this.#hasNothingToSay(), false];
    else return false;
    this.#draw();
    this.place();
    return true;
  }

  closePanel(): void {
    if (this.#isOpen) this.act('panel');
  }

  /** Docks the strip where the page moved. Asks the page for its layout: at most a few times a second. */
  place(): void {
    const strip = this.#layer.querySelector<HTMLElement>('.rf-strip');
    const line = this.#layer.querySelector<HTMLElement>('.rf-strip-line');
    if (strip === null || line === null) return;
    const around = this.#options.surroundings();
    const height = line.offsetHeight || 38;
    const placedFor = JSON.stringify([around, height]);
    if (this.#box === undefined || placedFor !== this.#placedFor) {
      this.#box = placeStrip(around, height, this.#options.busyUnder);
      this.#placedFor = placedFor;
    }
    const box = this.#box;
    const width = this.#isSmall() ? height : box.width;
    setPixels(strip, { left: box.left + box.width - width, top: box.top, width });
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

  #isSmall(): boolean {
    return this.#isCollapsed || (this.#hasNothingToSay() && !this.#isOpen && this.#news === undefined);
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
        isCollapsed={this.#isSmall()}
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
