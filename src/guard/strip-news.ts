import { passLifeMs } from './pass.ts';
import type { ShownNews, StripNews } from './strip-view.tsx';

/** How long each kind of news stays on the strip. */
const newsLifeMs: Readonly<Record<StripNews['kind'], number>> = {
  checking: 1_500,
  'press-again': passLifeMs,
  'pass-used': 4_000,
  'ticket-changed': 8_000,
  'script-stopped': 8_000,
  'read-failed': 8_000,
  'taken-away': 8_000,
  rival: 30_000,
  'settings-lost': 20_000,
  snoozed: 4_000,
  covered: 8_000,
};

/** The last of the news, for as long as it stands on the strip. */
export class NewsBoard {
  readonly #now: () => number;
  readonly #changed: () => void;
  #news: { readonly news: StripNews; readonly until: number } | undefined;
  #timer: ReturnType<typeof setInterval> | undefined;

  /** @param changed told once a second while there is news, and when its time is over */
  constructor(now: () => number, changed: () => void) {
    this.#now = now;
    this.#changed = changed;
  }

  put(news: StripNews): void {
    this.#news = { news, until: this.#now() + newsLifeMs[news.kind] };
    clearInterval(this.#timer);
    this.#timer = setInterval(this.#changed, 1_000);
  }

  /** Takes the news off when it is of one of these kinds, and says whether it was. */
  take(...kinds: readonly StripNews['kind'][]): boolean {
    if (this.#news === undefined || !kinds.includes(this.#news.news.kind)) return false;
    this.stop();
    return true;
  }

  get isUp(): boolean {
    return this.#news !== undefined;
  }

  /** What is up now; news whose time is over is taken off by being looked at. */
  get shown(): ShownNews | undefined {
    if (this.#news === undefined) return undefined;
    const left = this.#news.until - this.#now();
    if (left <= 0) {
      this.stop();
      return undefined;
    }
    return { news: this.#news.news, secondsLeft: Math.ceil(left / 1_000) };
  }

  stop(): void {
    this.#news = undefined;
    clearInterval(this.#timer);
  }
}
