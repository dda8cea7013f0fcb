import type { ContractKind, Instrument, MarginTier } from '../domain/instrument.ts';
import { isUnknown, type Unknown, unknown } from '../domain/known.ts';
import type { VenueRules } from '../domain/venue.ts';
import { type Amount, amountAt, missingInput, positiveAt } from './amount.ts';
import { type Decimal, notBelowZero, parse, zero } from './decimal.ts';
import { fixedCurve, type MaintenanceRule, TieredCurve } from './models/maintenance-curve.ts';
import { minimumCurve } from './models/minimum-collateral.ts';
import { powerCurve } from './models/power.ts';
import { sizeRule } from './models/size-linear.ts';

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
  readonly maintenance: MaintenanceRule | Unknown;
  readonly #instrument: Instrument | undefined;
  readonly #amounts: Partial<Record<AmountName, Amount>> = {};
  readonly #rules: VenueRules;

  constructor(symbol: string, instrument: Instrument | undefined, rules: VenueRules) {
    this.symbol = symbol;
    this.#instrument = instrument;
    this.#rules = rules;
    this.kind = instrument?.kind ?? missingInput(this.path('kind'));
    this.maintenance = this.#maintenance();
  }

  path(member: string): string {
    return `instruments.${this.symbol}.${member}`;
  }

  amount(name: AmountName): Amount {
    const cached = this.#amounts[name];
    if (cached !== undefined) return cached;
    const read = mayBeNegative.has(name) ? amountAt : positiveAt;
    const amount = read(this.path(name), this.#instrument?.[name]);
    this.#amounts[name] = amount;
    return amount;
  }

  /** Fee rate that the venue counts as maintenance in the trigger; a rebate does not lower what it asks for. */
  get triggerFee(): Amount {
    const fee = this.#rules.triggerFee;
    if (fee === 'none') return zero;
    const rate = this.amount(fee === 'taker' ? 'takerFee' : 'liquidationFee');
    return isUnknown(rate) ? rate : notBelowZero(rate);
  }

  /** True when the bracket table or the rules are old or assumed, so that the range has to be wider. */
  get tiersAssumed(): boolean {
    return this.#instrument?.tiersAssumed === true;
  }

  /** The bracket table as it was given, where its bounds count value. */
  get tiersByValue(): readonly MarginTier[] | undefined {
    return this.#instrument?.tierUnit === 'size' ? undefined : this.#instrument?.tiers;
  }

  /** Rate of initial margin by size in coins, on venues where leverage does not decide it. */
  get initialRate(): { readonly base: Decimal; readonly perUnit: Decimal } | null {
    const { initialBase, initialPerUnit } = this.#instrument?.sizeRate ?? {};
    if (this.#rules.model !== 'deribit' || initialBase === undefined || initialPerUnit === undefined)
      return null;
    return { base: parse(initialBase), perUnit: parse(initialPerUnit) };
  }

  #maintenance(): MaintenanceRule | Unknown {
    const { model, tierScheme } = this.#rules;
    const { tiers, powerRate, sizeRate, collateral } = this.#instrument ?? {};
    switch (model) {
      case 'orderly': {
        if (powerRate === undefined) return missingInput(this.path('powerRate'));
        const curve = powerCurve(powerRate);
        return curve.coefficient.isZero() ? fixedCurve(curve.base, zero) : curve;
      }
      case 'deribit':
        return sizeRate === undefined ? missingInput(this.path('sizeRate')) : sizeRule(sizeRate);
      case 'gmx':
        return collateral === undefined ? missingInput(this.path('collateral')) : minimumCurve(collateral);
      case 'tiered':
        if (tiers === undefined || tiers.length === 0) return missingInput(this.path('tiers'));
        return this.#bracketed(new TieredCurve(tiers, tierScheme, this.#unknownBeyond()));
    }
  }

  #bracketed(table: TieredCurve): MaintenanceRule {
    return this.#instrument?.tierUnit === 'size' ? { kind: 'size-brackets', table } : table;
  }

  /** Why nothing is known beyond the last bracket; `undefined` of a whole table. */
  #unknownBeyond(): Unknown | undefined {
    if (this.#instrument?.tiersIncomplete !== true) return undefined;
    return unknown('venue-facts-missing', this.path('tiers'), [this.path('tiers')]);
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
