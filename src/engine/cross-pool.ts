import { isUnknown, type Unknown, unknown } from '../domain/known.ts';
import type { VenueRules } from '../domain/venue.ts';
import type { AccountState } from './account-state.ts';
import { type Amount, combine, mergeUnknowns, total } from './amount.ts';
import type { Coin } from './coin.ts';
import { type Decimal, smaller, zero } from './decimal.ts';
import type { Holding } from './holding.ts';

/**
 * The money and positions that stand together on cross. Sums are made once, so that "everything but this symbol" costs
 * the same however many positions there are.
 */
export class CrossPool {
  readonly cash: Amount;
  readonly members: readonly Holding[];
  /** Coins that are collateral here. */
  readonly coins: readonly Coin[];
  readonly #rules: VenueRules;
  /** Positions of which it is not known whether they belong here. */
  readonly #unsorted: readonly Unknown[];
  readonly #state: AccountState;
  #equity: Amount | undefined;
  #initialMargin: Amount | undefined;
  #nets:
    | {
        readonly known: Decimal;
        readonly unknown: ReadonlyMap<Holding, Unknown>;
      }
    | undefined;
  readonly #bySymbol = new Map<string, Holding[]>();

  constructor(state: AccountState, rules: VenueRules) {
    const { crossBalance, holdings, coins } = state;
    this.cash = crossBalance;
    this.coins = coins.filter(({ inMarginAccount }) => inMarginAccount);
    this.#state = state;
    this.members = holdings.filter((holding) => holding.terms.mode === 'cross');
    this.#unsorted = holdings.map((holding) => holding.terms.mode).filter(isUnknown);
    this.#rules = rules;
    for (const member of this.members) {
      const there = this.#bySymbol.get(member.terms.symbol);
      if (there === undefined) this.#bySymbol.set(member.terms.symbol, [member]);
      else there.push(member);
    }
  }

  /** Cash and what the coins are worth. */
  get money(): Amount {
    return this.coins.length === 0 ? this.cash : this.#with((coin) => coin.worth);
  }

  /** Cash, coins and unrealised PnL of the members, in the settle currency. */
  get equity(): Amount {
    this.#equity ??= this.#withProfit(this.money);
    return this.#equity;
  }

  /** What of the equity the venue takes as collateral: coins count by their weight. */
  get backing(): Amount {
    return this.coins.length === 0 ? this.equity : this.#withProfit(this.#with((coin) => coin.counted));
  }

  #with(of: (coin: Coin) => Amount): Amount {
    const sum = total(zero, this.coins.map(of));
    return combine([this.cash, sum], (cash, coins) => cash.plus(coins));
  }

  #withProfit(money: Amount): Amount {
    return this.#sum(money, (holding) => holding.countedPnl);
  }

  get initialMargin(): Amount {
    this.#initialMargin ??= this.#sum(zero, (holding) => holding.initialMargin);
    return this.#initialMargin;
  }

  /** Maintenance of all members, with the trigger's fee. */
  get requirement(): Amount {
    return this.#sum(zero, ({ requirement }) => (isUnknown(requirement) ? requirement : requirement.withFee));
  }

  /** What can be taken out: neither profit that is no cash yet, nor what losses and initial margins stand on. */
  get free(): Amount {
    return combine([this.money, this.backing, this.initialMargin], (cash, equity, margin) =>
      smaller(cash, equity).minus(margin),
    );
  }

  /** The same positions with other cash; what was summed over them stays. */
  withCash(cash: Amount): CrossPool {
    const pool = new CrossPool({ ...this.#state, crossBalance: cash }, this.#rules);
    pool.#nets = this.#nets;
    pool.#initialMargin = this.#initialMargin;
    return pool;
  }

  get maintenance(): Amount {
    return this.#sum(zero, ({ requirement }) =>
      isUnknown(requirement) ? requirement : requirement.maintenance,
    );
  }

  /** The members whose liquidation is decided by the same mark as this one's, itself included. */
  legsOf(holding: Holding): readonly Holding[] {
    const { symbol, side } = holding.terms;
    const together = this.#rules.hedgedLegsShareLiquidation;
    const onSymbol = this.#bySymbol.get(symbol) ?? [];
    return together ? onSymbol : onSymbol.filter(({ terms }) => terms.side === side);
  }

  /**
   * Collateral behind some members before their own PnL: cash, and of all the others PnL less maintenance at their marks.
   * Where the venue spreads its pool pro rata to value (KuCoin), the share of each by its value instead.
   */
  collateralBehind(legs: readonly Holding[]): Amount {
    if (this.#rules.crossPool === 'pro-rata') return this.#proRata(legs);
    const { known, unknown } = this.#netSums();
    const missing = [...unknown].filter(([holding]) => !legs.includes(holding)).map(([, why]) => why);
    return combine([this.#moneyBehind(legs), ...missing, ...this.#unsorted], (cash) =>
      legs.reduce((sum, { net }) => (isUnknown(net) ? sum : sum.minus(net)), cash.plus(known)),
    );
  }

  /** Cash, and what the coins count that do not move with these legs. */
  #moneyBehind(legs: readonly Holding[]): Amount {
    if (this.coins.length === 0) return this.cash;
    const symbol = legs[0]?.terms.symbol;
    return this.#with((coin) => (coin.symbol === symbol ? zero : coin.counted));
  }

  /** Coins that move with a symbol's mark, as far as they count. */
  coinsOn(symbol: string): Amount {
    if (this.coins.length === 0) return zero;
    const moving = this.coins.filter((coin) => coin.symbol === symbol);
    if (moving.length > 0 && this.#rules.crossPool === 'pro-rata')
      return unknown('model-not-supported', 'account.coins', ['account.coins']);
    return total(
      zero,
      moving.map((coin) => coin.countedAmount),
    );
  }

  #proRata(legs: readonly Holding[]): Amount {
    const whole = this.#sum(zero, (holding) => holding.value);
    const values = legs.map((leg) => leg.value);
    const profits = legs.map((leg) => leg.unrealisedPnl);
    return combine([this.backing, whole, ...values, ...profits], (equity, sum, ...rest) => {
      const amounts = rest as readonly Decimal[];
      const value = amounts.slice(0, legs.length).reduce((a, b) => a.plus(b), zero);
      const profit = amounts.slice(legs.length).reduce((a, b) => a.plus(b), zero);
      return sum.isZero() ? equity : equity.times(value).div(sum).minus(profit);
    });
  }

  /** PnL less maintenance of the members of which both are known; and the members of which they are not. */
  #netSums() {
    if (this.#nets !== undefined) return this.#nets;
    let known = zero;
    const unknown = new Map<Holding, Unknown>();
    for (const holding of this.members) {
      const { net } = holding;
      if (isUnknown(net)) unknown.set(holding, net);
      else known = known.plus(net);
    }
    this.#nets = { known, unknown };
    return this.#nets;
  }

  #sum(start: Amount, of: (holding: Holding) => Amount): Amount {
    const unknowns: Unknown[] = isUnknown(start) ? [start] : [];
    unknowns.push(...this.#unsorted);
    let sum = isUnknown(start) ? zero : start;
    for (const holding of this.members) {
      const amount = of(holding);
      if (isUnknown(amount)) unknowns.push(amount);
      else sum = sum.plus(amount);
    }
    return unknowns.length > 0 ? mergeUnknowns(unknowns) : sum;
  }
}
