import type { MarginMode } from '../domain/account.ts';
import type { DecimalString } from '../domain/decimal-string.ts';
import type { TicketReading } from '../domain/ticket-reading.ts';

interface Known {
  readonly now: MarginMode;
  /** The last one read in that mode. */
  readonly leverage: DecimalString | null;
  readonly before: MarginMode | null;
  readonly leverageBefore: DecimalString | null;
}

/** The margin mode each symbol's ticket had before the one it has now, in this page's life, and its leverage then. */
export class ModeMemory {
  readonly #modes = new Map<string, Known>();

  note({ symbol, marginMode, leverage }: TicketReading): void {
    if (!symbol.known || !marginMode.known) return;
    const known = this.#modes.get(symbol.value);
    const read = leverage.known ? leverage.value : null;
    const next: Known =
      known?.now === marginMode.value
        ? { ...known, leverage: read ?? known.leverage }
        : {
            now: marginMode.value,
            leverage: read,
            before: known?.now ?? null,
            leverageBefore: known?.leverage ?? null,
          };
    this.#modes.set(symbol.value, next);
  }

  /** `null`: it was not changed. */
  earlier({ symbol }: TicketReading): MarginMode | null {
    return symbol.known ? (this.#modes.get(symbol.value)?.before ?? null) : null;
  }

  /** The leverage it had in that mode; `null` where it was not changed, or not read then. */
  earlierLeverage({ symbol }: TicketReading): DecimalString | null {
    return symbol.known ? (this.#modes.get(symbol.value)?.leverageBefore ?? null) : null;
  }
}
