import type { Account } from './account.ts';
import type { Assumed } from './exposure.ts';
import type { Instrument } from './instrument.ts';
import type { Assumptions, Order } from './order.ts';
import type { VenueId, VenueRules } from './venue.ts';

/** The engine's one input, the contract's JSON after validation. */
export interface AssessInput {
  readonly contract: 1;
  readonly venue: VenueId;
  /** Wins over the venue's own rules, member by member. */
  readonly rules?: Partial<VenueRules>;
  readonly account: Account;
  readonly instruments: Readonly<Record<string, Instrument>>;
  readonly order?: Order;
  readonly assumptions?: Assumptions;
  /** What the maker of this input took from a default or derived; passed on to the exposure. */
  readonly assumed?: readonly Assumed[];
}
