import type { Assessment } from '../domain/assessment.ts';
import { readingId, type TicketReading } from '../domain/ticket-reading.ts';
import type { Hold } from '../domain/verdict.ts';
import type { AskedOnce } from './asked-once.ts';
import { oldestVerdictMs } from './assessments.ts';
import { decidePress, type JudgedSide, type PressDecision } from './decide-press.ts';
import type { GateNews } from './gate-news.ts';
import type { PassDesk, PressedTicket } from './pass.ts';
import { newPress, type Press, pressed, stillCovers } from './press.ts';
import {
  beginsPress,
  isDecisive,
  isKeyOnOwnControl,
  isMainButton,
  isMeant,
  isPressEvent,
  isPressingKey,
  isReleaseOrDecisive,
  isRepeated,
  isTail,
  type PressKind,
  pressEvents,
  pressKind,
  pressPath,
  stopEvent,
} from './press-event.ts';

/** What the hold dialog is opened with. `judged` is absent when nobody could check the ticket. */
export interface HoldRequest {
  readonly ticket: PressedTicket;
  readonly reading: TicketReading;
  readonly hold: Exclude<Hold, 'none'>;
  readonly judged: JudgedSide | undefined;
}

export interface GateParts {
  /**
   * Reads the ticket at this instant; `null`: the event is not on a submit control. May throw. When a press only begins, what
   * was read a moment ago will do where nothing changed since: it is read anew when it is let go and at its click.
   */
  readonly readAtPress: (
    path: readonly EventTarget[],
    kind: PressKind,
    isBegun: boolean,
  ) => TicketReading | null;
  /**
   * What is left to say where that failed: a press on what was an order button when the page could last be read sends an
   * order of which nothing is known; `null` for any other.
   */
  readonly unreadPress: (path: readonly EventTarget[], kind: PressKind) => TicketReading | null;
  /** The fresh verdict of exactly this ticket. */
  readonly current: (id: string) => Assessment | undefined;
  /** Asks the worker, with its deadline. */
  readonly judge: (reading: TicketReading) => Promise<Assessment | undefined>;
  readonly policy: () => 'notice' | 'hold-once';
  readonly passes: PassDesk;
  readonly asked: AskedOnce;
  /** Milliseconds of a clock that only goes forward. */
  readonly now: () => number;
  readonly openHold: (request: HoldRequest) => void;
  /** A press that opens something reached the page with this ticket. Called when nothing waits for it any more. */
  readonly sent: (reading: TicketReading) => void;
  readonly say: (news: GateNews) => void;
  /** False for an older copy of this script whose extension is gone: it must not touch the page any more. */
  readonly alive: () => boolean;
  readonly later: (work: () => void, ms: number) => void;
}

/** A page may check something of its own between a click and the submission it makes of it. */
const submitTailMs = 1_000;
/** A pointer that went up on the button and brought no click: the page swapped the button under it. */
const clickGraceMs = 60;
/** The last events of a blocked press come within this after it was let go. */
const pressTailMs = 700;

/**
 * Stands before the page's own submit buttons. Every event of a press passes here, in the capture phase of the window,
 * before the page sees it; the decision is synchronous, from the ticket as it stands at that instant. The gate never
 * presses anything itself, and what a script of the page presses neither opens a hold nor uses a pass.
 */
export class Gate {
  readonly #parts: GateParts;
  #press: Press | undefined;
  /** The blocked press whose answer may still come. */
  #waiting: Press | undefined;
  /** A press with a pass whose trusted event is being handled just now. */
  #handling: Press | undefined;
  /** The order of the last press, until it is told of. */
  #untold: TicketReading | undefined;
  #submitTail: { readonly readingId: string; readonly until: number } | undefined;

  constructor(parts: GateParts) {
    this.#parts = parts;
  }

  /** Listens by itself, in a frame; adding a listener twice does nothing, so this may be called again. */
  listen(target: EventTarget, signal: AbortSignal): void {
    for (const type of pressEvents) {
      target.addEventListener(type, this.take, { capture: true, passive: type === 'touchstart', signal });
    }
  }

  /** Decides about an event of a press; any other is none of its business. */
  readonly take = (event: Event): void => {
    if (!isPressEvent(event) || !this.#parts.alive()) return;
    if (pressKind(event) === 'key' && !isPressingKey(event)) return;
    if (event.isTrusted && !this.#isScriptedSubmission(event)) this.#onTrusted(event);
    else this.#onScripted(event);
  };

  /** `form.requestSubmit()` fires a trusted event with no press before it. */
  #isScriptedSubmission({ type }: Event): boolean {
    return type === 'submit' && this.#press === undefined;
  }

  #onTrusted(event: Event): void {
    if (beginsPress(event)) {
      this.#press = undefined;
      // A busy page hands on the next press before it runs a timer.
      this.#tellNow();
    }
    const before = this.#press;
    if (before === undefined || (before.way !== 'blocked' && isReleaseOrDecisive(event))) {
      const reading = this.#read(event);
      if (reading !== null) this.#press = this.#decide(reading, event, before);
    }
    const press = this.#press;
    if (press === undefined) return;
    if (press.way === 'blocked') this.#followBlocked(press, event);
    if (press.way === 'pass') this.#followPass(press, event);
    this.#endAfter(press, event);
  }

  #read(event: Event): TicketReading | null {
    try {
      return this.#parts.readAtPress(pressPath(event), pressKind(event), !isReleaseOrDecisive(event));
    } catch {
      this.#parts.say({ kind: 'read-failed' });
      return this.#parts.unreadPress(pressPath(event), pressKind(event));
    }
  }

  /** Decides a press at its start, and again when it is let go, at its click and submission: the ticket may change in between. */
  #decide(reading: TicketReading, event: Event, before: Press | undefined): Press {
    const ticket = pressed(reading);
    const decision = this.#decisionFor(reading);
    if (decision.act === 'through') {
      const press = newPress(ticket, 'through', event, before);
      if (isDecisive(event) || isKeyOnOwnControl(event)) {
        this.#parts.passes.drop();
        if (decision.why === 'nothing-to-hold') this.#tell(press, reading);
      }
      return press;
    }
    const hold = decision.act === 'hold' ? decision.hold : 'none';
    if (!this.#isCovered(ticket, hold, event, before))
      return this.#block(reading, ticket, decision, event, before);
    const press = before?.way === 'pass' ? before : newPress(ticket, 'pass', event, before);
    if (isDecisive(event)) this.#useUp(press, event, reading);
    else if (event.type === 'keydown') this.#useUpByKey(event, press, reading);
    return press;
  }

  /** One press is one order, however many events it takes. */
  #tell(press: Press, reading: TicketReading): void {
    if (press.isTold) return;
    press.isTold = true;
    this.#untold = reading;
    this.#parts.later(() => this.#tellNow(), 0);
  }

  #tellNow(): void {
    const reading = this.#untold;
    this.#untold = undefined;
    if (reading !== undefined) this.#parts.sent(reading);
  }

  #decisionFor(reading: TicketReading): PressDecision {
    return decidePress(reading, this.#parts.current(readingId(reading)), this.#parts.asked);
  }

  #isCovered(ticket: PressedTicket, hold: Hold, event: Event, before: Press | undefined): boolean {
    if (before?.way === 'pass') return stillCovers(before, ticket, event);
    return this.#parts.passes.isGood(ticket, this.#parts.now(), hold);
  }

  #useUp(press: Press, { type }: Event, reading: TicketReading): void {
    this.#parts.passes.drop();
    this.#tell(press, reading);
    if (press.used === 'no' || press.used === 'key') this.#parts.say({ kind: 'pass-used' });
    press.used = type === 'submit' ? 'submit' : 'click';
    this.#submitTail =
      press.used === 'submit'
        ? undefined
        : { readingId: press.ticket.readingId, until: this.#parts.now() + submitTailMs };
  }

  /** A page may take the key itself for the order, so it is the one press that the pass was for, click or not. */
  #useUpByKey(event: Event, press: Press, reading: TicketReading): void {
    this.#parts.passes.drop();
    press.used = 'key';
    if (isKeyOnOwnControl(event)) this.#tell(press, reading);
  }

  #block(
    reading: TicketReading,
    ticket: PressedTicket,
    decision: PressDecision,
    event: Event,
    before?: Press,
  ): Press {
    const press = newPress(ticket, 'blocked', event);
    if ((before === undefined && isTail(event)) || !isMainButton(event)) return press;
    this.#waiting = press;
    if (decision.act === 'hold') {
      const { hold, judged } = decision;
      press.act = () => this.#parts.openHold({ ticket, reading, hold, judged });
    } else void this.#ask(press, reading);
    return press;
  }

  /** No verdict at hand: the worker may have slept. Its answer decides; without one, what the trader chose for this. */
  async #ask(press: Press, reading: TicketReading): Promise<void> {
    this.#parts.say({ kind: 'checking' });
    const askedAt = this.#parts.now();
    const answer = await this.#parts.judge(reading);
    if (this.#waiting !== press) return;
    // A page that was frozen meanwhile gets its answer late, about a market that has moved on.
    const isOld = this.#parts.now() - askedAt > oldestVerdictMs;
    const decision = decidePress(reading, isOld ? undefined : answer, this.#parts.asked);
    press.act = () => this.#conclude(press.ticket, reading, decision);
    if (press.meant) this.#act(press);
  }

  #conclude(ticket: PressedTicket, reading: TicketReading, decision: PressDecision): void {
    const { passes, asked, policy, now, say, openHold } = this.#parts;
    if (decision.act === 'hold') {
      openHold({ ticket, reading, hold: decision.hold, judged: decision.judged });
    } else if (decision.act === 'ask' && policy() === 'hold-once' && !asked.has('not-checked', reading)) {
      openHold({ ticket, reading, hold: 'acknowledge', judged: undefined });
    } else {
      passes.grant(ticket, now(), 'none');
      say({
        kind: 'press-again',
        why: decision.act === 'ask' ? 'not-checked' : 'checked',
        side: ticket.side,
      });
    }
  }

  #followBlocked(press: Press, event: Event): void {
    stopEvent(event);
    if (isMeant(event)) {
      press.meant = true;
      this.#act(press);
    } else if (event.type === 'pointerup' && this.#isOn(press, event)) {
      this.#parts.later(() => {
        press.meant = true;
        this.#act(press);
      }, clickGraceMs);
    }
  }

  #act(press: Press): void {
    const { act } = press;
    press.act = undefined;
    act?.();
  }

  #isOn({ ticket }: Press, event: Event): boolean {
    const reading = this.#read(event);
    return reading !== null && pressed(reading).side === ticket.side;
  }

  /** A key that is held down is one press, and not one for each repetition that a page could take for an order. */
  #followPass(press: Press, event: Event): void {
    if (isRepeated(event)) event.stopImmediatePropagation();
    if (event.type === 'keyup' && press.used === 'key') this.#parts.say({ kind: 'pass-used' });
    this.#handle(press);
  }

  /** What the page does at once in answer to a trusted event is part of that press, a call of `button.click()` too. */
  #handle(press: Press): void {
    this.#handling = press;
    this.#parts.later(() => {
      if (this.#handling === press) this.#handling = undefined;
    }, 0);
  }

  /** A key's press lasts until the key is up, a pointer's until its click; a blocked one a little longer. */
  #endAfter(press: Press, event: Event): void {
    const isBlocked = press.way === 'blocked';
    const isOver = press.byKey ? event.type === 'keyup' : isDecisive(event);
    if (!isOver && !isTail(event) && !(isBlocked && isMeant(event))) return;
    this.#parts.later(
      () => {
        if (this.#press === press) this.#press = undefined;
      },
      isOver && !isBlocked ? 0 : pressTailMs,
    );
  }

  /** The submission a page makes of a click that came with a pass, a moment later. Once. */
  #isSubmitTail(reading: TicketReading): boolean {
    const tail = this.#submitTail;
    this.#submitTail = undefined;
    return tail !== undefined && this.#parts.now() <= tail.until && tail.readingId === readingId(reading);
  }

  /** Events made by scripts: on a ticket that is held or unchecked they stop here, else they are none of our business. */
  #onScripted(event: Event): void {
    const reading = this.#read(event);
    if (reading === null || this.#decisionFor(reading).act === 'through') return;
    const press = this.#handling;
    if (press !== undefined && isDecisive(event) && stillCovers(press, pressed(reading), event)) {
      this.#useUp(press, event, reading);
      return;
    }
    if (event.isTrusted && this.#isSubmitTail(reading)) return;
    stopEvent(event);
    this.#parts.say({ kind: 'script-stopped' });
  }
}
