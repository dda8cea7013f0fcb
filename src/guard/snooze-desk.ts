import { type SnoozeSpan, snoozeSpans } from '../domain/snooze.ts';
import type { TicketReading } from '../domain/ticket-reading.ts';
import type { JudgedSide } from './decide-press.ts';
import type { GateNews } from './gate-news.ts';
import type { GuardParts } from './guard-parts.ts';
import { withSide } from './hold-log.ts';
import type { StripState } from './strip-state.ts';

interface Options {
  readonly snooze: GuardParts['snooze'];
  readonly tell: (news: GateNews) => void;
  /** The verdict on show is out of date. */
  readonly changed: () => void;
  readonly signal: AbortSignal;
}

/** What the trader puts off, on the hold or on the panel. The worker sets it, from its own figures. */
export class SnoozeDesk {
  readonly #options: Options;

  constructor(options: Options) {
    this.#options = options;
  }

  /** Everything that held an order, for the side it was judged on. */
  putOffHolds(reading: TicketReading, { side, assessed }: JudgedSide, span: SnoozeSpan): void {
    for (const { id, hold } of assessed.verdict.findings) {
      if (hold !== 'none') void this.#ask(withSide(reading, side), id, span);
    }
  }

  /** One finding on the panel, for the side the panel leads with; `end` takes it back. */
  putOffShown(state: StripState | undefined, id: string, span: string): void {
    const chosen = [...snoozeSpans, 'end' as const].find((each) => each === span);
    if (state?.kind !== 'checked' || chosen === undefined) return;
    void this.#ask(withSide(state.reading, state.side), id, chosen);
  }

  async #ask(reading: TicketReading, id: string, span: SnoozeSpan | 'end'): Promise<void> {
    const { snooze, tell, changed, signal } = this.#options;
    const answer = await snooze(reading, id, span);
    if (signal.aborted) return;
    if (!answer.ok) tell({ kind: 'snoozed', outcome: 'not-saved', until: '' });
    else if (span !== 'end')
      tell({ kind: 'snoozed', outcome: answer.value.outcome, until: answer.value.until ?? '' });
    changed();
  }
}
