import type { Assessment } from '../domain/assessment.ts';
import { isUnknown } from '../domain/known.ts';
import { isWayOut } from '../domain/order-typed.ts';
import type { TicketReading } from '../domain/ticket-reading.ts';
import { type AssessmentState, Assessments, type Policy } from './assessments.ts';

type Options = ConstructorParameters<typeof Assessments>[0];

/** Fields that a button can settle although the ticket leaves them open: "Open long", "Close short", a leverage a side. */
function isLeftToButtons({ effect, leverage }: TicketReading): boolean {
  return [effect, leverage].some((field) => isUnknown(field) && field.why === 'ambiguous');
}

/**
 * The verdicts of the ticket on the page: of the ticket as it stands, and, where its buttons say more than it does, of
 * what each button would send. So a press finds its verdict ready either way.
 */
export class TicketJudge {
  readonly #options: Options;
  readonly #ticket: Assessments;
  readonly #buttons: Assessments[] = [];

  constructor(options: Options) {
    this.#options = options;
    this.#ticket = new Assessments(options);
  }

  get policy(): Policy['whenUnchecked'] {
    return this.#ticket.policy;
  }

  /** @param presses reads what each of the ticket's buttons would send; called only where that may differ. */
  ticketIs(reading: TicketReading | undefined, presses: () => readonly (TicketReading | undefined)[]): void {
    this.#ticket.ticketIs(reading);
    const readings = reading !== undefined && isLeftToButtons(reading) ? presses() : [];
    while (this.#buttons.length < readings.length) this.#buttons.push(new Assessments(this.#options));
    this.#buttons.forEach((button, index) => {
      const press = readings[index];
      button.ticketIs(press === undefined || isWayOut(press) ? undefined : press);
    });
  }

  tick(): void {
    for (const each of [this.#ticket, ...this.#buttons]) each.tick();
  }

  /** What the settings or the trader's choices make of the ticket may be another thing now: asks anew at once. */
  renew(): void {
    for (const each of [this.#ticket, ...this.#buttons]) each.renew();
  }

  /** An order was sent: what may have been put off for it alone decides no other, from this moment on. */
  dropPutOff(): void {
    for (const each of [this.#ticket, ...this.#buttons]) each.dropPutOff();
  }

  /** The worker knows of the order: habits count from now on. */
  orderSent(): void {
    for (const each of [this.#ticket, ...this.#buttons]) each.orderSent();
  }

  /** The fresh verdict of exactly this ticket. */
  current(id: string): Assessment | undefined {
    for (const each of [this.#ticket, ...this.#buttons]) {
      const assessment = each.current(id);
      if (assessment !== undefined) return assessment;
    }
    return undefined;
  }

  /**
   * What became of judging the ticket as it stands; what the strip shows. Checked only when its buttons are too, so that
   * who presses upon seeing a verdict is not asked to wait for another.
   */
  state(): AssessmentState {
    const state = this.#ticket.state();
    const isWaiting = this.#buttons.some((button) => button.state().kind === 'asking');
    return state.kind === 'checked' && isWaiting ? { kind: 'asking' } : state;
  }

  judge(reading: TicketReading): Promise<Assessment | undefined> {
    return this.#ticket.judge(reading);
  }
}
