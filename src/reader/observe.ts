import type { TicketState } from '../domain/health.ts';
import { inFrame } from './page/in-frame.ts';
import { liveValues } from './page/live-values.ts';
import type { TicketReader } from './ticket-reader.ts';

/** At most ten reads a second for what the page does by itself, however often it changes. */
const spacingMs = 100;
/** What the trader does is read at once, but no more often than he could see: he is looking at the answer. */
const traderSpacingMs = 16;
/** Values that a script sets fire no event and no mutation, so they are compared. */
const compareMs = 100;
/** Market header and positions stand outside the ticket: looked at once a second. */
const lookAroundMs = 1000;
/** What of a ticket never rests (prices, balances) may take a small share of the time; all else is read at once. */
const dutyFactor = 400;
/** However long a read takes, no reading gets older. */
const longestRestMs = 2000;
/** What changes again within this time is restless; the mode or the leverage of a ticket is not. */
const restlessMs = 1500;

/**
 * Reads the ticket whenever it may have changed and reports each reading that differs from the one before; the first
 * one always. The first change is read at once, then at most one read in 100 ms (16 ms when it was the trader's doing;
 * what he types is read in the event itself, after the page has heard of it, where the page lets it reach the window),
 * less often where only what never rests has changed; the last state is never left unread. Nothing runs while the page
 * is hidden, and nothing after `signal` aborts.
 */
export function observeTicket(
  reader: Pick<TicketReader, 'look'>,
  onChange: (state: TicketState) => void,
  signal: AbortSignal,
): void {
  if (signal.aborted) return;
  let watched: Element | null = null;
  let inputs: readonly Input[] = [];
  let typed = '';
  let last = '';
  let nextAt = 0;
  let nextForTraderAt = 0;
  let restUntil = 0;
  let readAt = 0;
  let address = '';
  let pending: Pending | undefined;
  let timers: ReturnType<typeof setInterval>[] = [];
  const changedAt = new WeakMap<Node, number>();

  /** Notes what changed, and tells whether any of it had been at rest. */
  const wereAtRest = (records: readonly MutationRecord[]): boolean => {
    const now = performance.now();
    let anyWas = false;
    for (const { target } of records) {
      const before = changedAt.get(target) ?? Number.NEGATIVE_INFINITY;
      anyWas ||= now - before > restlessMs;
      changedAt.set(target, now);
    }
    return anyWas;
  };

  const mutations = new MutationObserver((records) => {
    if (wereAtRest(records)) request(nextAt);
    else requestInFrame(Math.max(nextAt, restUntil));
  });

  const read = () => {
    drop();
    const start = performance.now();
    const { state, scope } = reader.look();
    if (scope !== watched) watch(scope);
    address = document.URL;
    inputs = inputsIn(watched);
    typed = liveValues(inputs);
    const now = performance.now();
    nextAt = now + spacingMs;
    nextForTraderAt = now + traderSpacingMs;
    readAt = now;
    restUntil = now + Math.min(Math.max(spacingMs, (now - start) * dutyFactor), longestRestMs);
    const shown = JSON.stringify([state.reading, state.health.scope, state.health.failedChecks]);
    if (shown === last) return;
    last = shown;
    onChange(state);
  };

  const drop = () => {
    pending?.cancel();
    pending = undefined;
  };

  /** Reads at the given time or now, whichever is later; an earlier request that is waiting is kept. */
  const request = (at: number) => {
    const isSlow = pending?.isInFrame === true && at <= performance.now();
    if (pending === undefined || pending.at > at || isSlow) waitUntil(at, false);
  };

  /** As `request`, for what does not have to be read at once: in the frame after. */
  const requestInFrame = (at: number) => {
    if (pending === undefined || pending.at > at) waitUntil(at, true);
  };

  const waitUntil = (at: number, isInFrame: boolean) => {
    if (document.hidden || signal.aborted) return;
    drop();
    const due = () => {
      if (isInFrame) waiting.cancel = inFrame(read);
      else read();
    };
    const timer = setTimeout(due, Math.max(0, at - performance.now()));
    const waiting: Pending = { at, isInFrame, cancel: () => clearTimeout(timer) };
    pending = waiting;
  };

  const watch = (scope: Element | null) => {
    mutations.disconnect();
    watched = scope;
    if (scope === null) return;
    mutations.observe(scope, { subtree: true, childList: true, characterData: true, attributes: true });
  };

  const compare = (at = nextAt) => {
    if (inputs.some((input) => !input.isConnected)) inputs = inputsIn(watched);
    const isElsewhere = watched?.isConnected === false || document.URL !== address;
    if (isElsewhere || liveValues(inputs) !== typed) request(at);
  };

  /** Every reading is of the whole page: one of what never rests will do. */
  const lookAround = () => requestInFrame(Math.max(nextAt, restUntil, readAt + lookAroundMs));

  const stop = () => {
    for (const timer of timers) clearInterval(timer);
    timers = [];
    drop();
    mutations.disconnect();
    watched = null;
  };

  const start = () => {
    stop();
    if (document.hidden) return;
    timers = [setInterval(() => compare(), compareMs), setInterval(lookAround, lookAroundMs)];
    read();
  };

  const byTrader = () => request(nextForTraderAt);
  // A timer would come after the frame that the browser makes of the key first.
  const typedInto = () => {
    if (pending !== undefined && performance.now() >= nextForTraderAt) read();
  };
  const heard = { capture: true, passive: true, signal };
  for (const event of ['input', 'change', 'click'] as const)
    document.addEventListener(event, byTrader, heard);
  // A key that changes something without an event of its own; what it typed has been read by now.
  document.addEventListener('keyup', () => compare(nextForTraderAt), heard);
  for (const event of ['input', 'change'] as const) {
    window.addEventListener(event, typedInto, { passive: true, signal });
  }
  document.addEventListener('visibilitychange', start, { signal });
  signal.addEventListener('abort', stop, { once: true });
  start();
}

/** A read that is waiting for its time, or for the frame after. */
interface Pending {
  readonly at: number;
  readonly isInFrame: boolean;
  cancel: () => void;
}

type Input = HTMLInputElement | HTMLSelectElement;

function inputsIn(scope: Element | null): readonly Input[] {
  return scope === null ? [] : [...scope.querySelectorAll<Input>('input,select')];
}
