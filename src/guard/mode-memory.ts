import type { MarginMode } from '../domain/account.ts';
import type { TicketReading } from '../domain/ticket-reading.ts';

/** The margin mode each symbol's ticket had before the one it has now, in this page's life. */
export class ModeMemory {
  readonly #modes = new Map<string, { readonly now: MarginMode; readonly before: MarginMode | null }>();

  note({ symbol, marginMode }: TicketReading): void {
    if (!symbol.known || !marginMode.known) return;
    const known = this.#modes.get(symbol.value);
    if (known?.now === marginMode.value) return;
    this.#modes.set(symbol.value, { now: marginMode.value, before: known?.now ?? null });
  }

  /** `null`: it was not changed. */
  earlier({ symbol }: TicketReading): MarginMode | null {
    return symbol.known ? (this.#modes.get(symbol.value)?.before ?? null) : null;
  }
}
