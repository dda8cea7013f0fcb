import type { ContractKind, Instrument } from '../domain/instrument.ts';
import { type Unknown, unknown } from '../domain/known.ts';
import type { VenueRules } from '../domain/venue.ts';
import { type Amount, amountAt, missingInput, positiveAt } from './amount.ts';
import { zero } from './decimal.ts';
import { type MaintenanceCurve, TieredCurve } from './models/maintenance-curve.ts';
import { powerCurve } from './models/power.ts';

type AmountName =
  | 'markPrice'
  | 'tick'
  | 'takerFee'
  | 'makerFee'
  | 'liquidationFee'
  | 'fundingRate'
  | 'fundingIntervalHours';

/** Rates may be zero or below (rebates, funding received); prices and hours may not. */
const mayBeNegative: ReadonlySet<AmountName> = new Set([
  'takerFee',
  'makerFee',
  'liquidationFee',
  'fundingRate',
]);

/** What is known of one contract, as numbers; each is turned into a number when it is first asked for. */
export class Contract {
  readonly symbol: string;
  readonly kind: ContractKind | Unknown;
  readonly maintenance: MaintenanceCurve | Unknown;
  readonly #instrument: Instrument | undefined;
  readonly #amounts = new Map<AmountName, Amount>();
  readonly #rules: VenueRules;

  constructor(symbol: string, instrument: Instrument | undefined, rules: VenueRules) {
    this.symbol = symbol;
    this.#instrument = instrument;
    this.#rules = rules;
    this.kind = instrument?.kind ?? missingInput(this.path('kind'));
    this.maintenance = this.#curve();
  }

  path(member: string): string {
    return `instruments.${this.symbol}.${member}`;
  }

  amount(name: AmountName): Amount {
    const cached = this.#amounts.get(name);
    if (cached !== undefined) return cached;
    const read = mayBeNegative.has(name) ? amountAt : positiveAt;
    const amount = read(this.path(name), this.#instrument?.[name]);
    this.#amounts.set(name, amount);
    return amount;
  }

  /** Fee rate that the venue counts as maintenance in the trigger. */
  get triggerFee(): Amount {
    const fee = this.#rules.triggerFee;
    if (fee === 'none') return zero;
    return this.amount(fee === 'taker' ? 'takerFee' : 'liquidationFee');
  }

  /** True when the bracket table or the rules are old or assumed, so that the range has to be wider. */
  get tiersAssumed(): boolean {
    return this.#instrument?.tiersAssumed === true;
  }

  #curve(): MaintenanceCurve | Unknown {
    const { model, tierScheme } = this.#rules;
    const tiers = this.#instrument?.tiers;
    const power = this.#instrument?.powerRate;
    if (model === 'orderly')
      return power === undefined ? missingInput(this.path('powerRate')) : powerCurve(power);
    if (model !== 'tiered') return unknown('model-not-supported', 'rules.model', ['rules.model']);
    if (tiers === undefined || tiers.length === 0) return missingInput(this.path('tiers'));
    return new TieredCurve(tiers, tierScheme);
  }
}

/** The contracts of one assessment, each made once. */
export class Contracts {
  readonly #instruments: Readonly<Record<string, Instrument>>;
  readonly #rules: VenueRules;
  readonly #made = new Map<string, Contract>();

  constructor(instruments: Readonly<Record<string, Instrument>>, rules: VenueRules) {
    this.#instruments = instruments;
    this.#rules = rules;
  }

  of(symbol: string): Contract {
    const made = this.#made.get(symbol);
    if (made !== undefined) return made;
    const instrument = Object.hasOwn(this.#instruments, symbol) ? this.#instruments[symbol] : undefined;
    const contract = new Contract(symbol, instrument, this.#rules);
    this.#made.set(symbol, contract);
    return contract;
  }
}
