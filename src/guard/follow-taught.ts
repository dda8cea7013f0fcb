import type { TaughtField } from '../domain/taught.ts';
import type { CallResult } from '../protocol/call.ts';

/** The worker may be starting when a page does; after these pauses it is asked again. */
const pausesMs = [500, 2_000, 8_000];

export interface Taught {
  /** What the trader showed on this site, as far as it is known. */
  readonly fields: readonly TaughtField[];
  /** The worker says that something was shown or forgotten. */
  changed(origin: string, fields: readonly TaughtField[]): void;
}

/** What was taught on one site: asked for once, then told at every change. Of two answers the later one counts. */
export function followTaught(
  origin: string,
  ask: () => Promise<CallResult<'read-taught'>>,
  signal: AbortSignal,
): Taught {
  let fields: readonly TaughtField[] = [];
  let isTold = false;
  const tell = async (tries: number): Promise<void> => {
    const answer = await ask();
    if (signal.aborted || isTold) return;
    if (answer.ok) fields = answer.value.fields;
    else {
      const pause = pausesMs[tries];
      if (pause !== undefined) setTimeout(() => void tell(tries + 1), pause);
    }
  };
  void tell(0);
  return {
    get fields() {
      return fields;
    },
    changed: (site, now) => {
      if (site !== origin) return;
      isTold = true;
      fields = now;
    },
  };
}
