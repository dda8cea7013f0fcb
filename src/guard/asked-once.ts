import type { SideAssessment } from '../domain/assessment.ts';
import { isUnknown } from '../domain/known.ts';
import type { TicketReading } from '../domain/ticket-reading.ts';
import { type Finding, type Hold, stricterHold } from '../domain/verdict.ts';

/** Findings about what could not be read: asking about them at every press would teach the trader to click through. */
const onceFindings = ['margin-mode-unread', 'ticket-unread', 'cross-idle-exposed'] as const;

/** Not a rule of the verdict: there was no verdict. */
type OnceId = (typeof onceFindings)[number] | 'not-checked';

type Asked = Pick<Finding, 'id' | 'level'>;

/** What the trader was asked about and let pass, for each symbol, in this page's life. */
export class AskedOnce {
  readonly #asked = new Set<string>();

  has(id: OnceId, reading: TicketReading): boolean {
    return this.#asked.has(key(id, reading));
  }

  /** The trader acknowledged a hold that said this; `undefined` where there was no verdict. What was known counts for nothing. */
  note(findings: readonly Asked[] | undefined, reading: TicketReading): void {
    if (findings === undefined) this.#asked.add(key('not-checked', reading));
    const unknown = findings?.filter(({ level }) => level === 'unknown') ?? [];
    for (const once of onceFindings) {
      if (unknown.some(({ id }) => id === once)) this.#asked.add(key(once, reading));
    }
  }

  /** The hold that is left when what was asked before for this symbol is not asked again. */
  remainingHold({ verdict }: SideAssessment, reading: TicketReading): Hold {
    const answered = onceFindings.filter((id) => this.has(id, reading));
    if (answered.length === 0) return verdict.hold;
    return verdict.findings
      .filter(({ id, level }) => level !== 'unknown' || !answered.some((one) => one === id))
      .reduce<Hold>((strictest, { hold }) => stricterHold(strictest, hold), 'none');
  }
}

function key(id: OnceId, { symbol }: TicketReading): string {
  return `${id} ${isUnknown(symbol) ? '?' : symbol.value}`;
}
