import type { CoinHolding, Position } from '../../src/domain/account.ts';
import type { AssessInput } from '../../src/domain/assess-input.ts';
import type { Instrument } from '../../src/domain/instrument.ts';
import type { VenueRules } from '../../src/domain/venue.ts';
import {
  add,
  compare,
  divide,
  type Fraction,
  fraction,
  fromText,
  multiply,
  negate,
  reduced,
  subtract,
  zero,
} from './exact-fraction.ts';

/**
 * The trigger of the models that have no brackets (Deribit, Orderly, GMX) and of coins as collateral, evaluated at a price
 * with whole rationals, and a search over the price. It shares no code and no algebra with the engine: it never solves an
 * equation, and takes the power 0.8 as a whole number's fifth root.
 */

/** Fifth root of a whole number, rounded down. */
function fifthRoot(n: bigint): bigint {
  if (n === 0n) return 0n;
  // From above, where each step comes down: 2^50 of the number are enough to start within a millionth.
  const bits = BigInt(n.toString(16).length * 4);
  const shift = bits > 50n ? ((bits - 50n) / 5n) * 5n : 0n;
  const top = Number(n >> shift) ** 0.2;
  let x = (BigInt(Math.ceil(top * 1.000001 * 2 ** 20)) << (shift / 5n)) / 2n ** 20n + 1n;
  for (;;) {
    const next = (4n * x + n / x ** 4n) / 5n;
    if (next >= x) return x;
    x = next;
  }
}

const rootScale = 10n ** 30n;

/** value^0.8 to some thirty digits. */
function toFourFifths({ n, d }: Fraction): Fraction {
  return fraction(fifthRoot((n ** 4n * rootScale ** 5n) / d ** 4n), rootScale);
}

function larger(a: Fraction, b: Fraction): Fraction {
  return compare(a, b) < 0 ? b : a;
}

interface Leg {
  readonly position: Position;
  readonly instrument: Instrument;
}

const text = (value: string | undefined) => fromText(value ?? '0');

function valueAt(size: Fraction, { kind }: Instrument, price: Fraction): Fraction {
  return kind === 'inverse' ? divide(size, price) : multiply(size, price);
}

function pnlAt({ position, instrument }: Leg, price: Fraction): Fraction {
  const size = text(position.size);
  const entered = valueAt(size, instrument, text(position.entryPrice));
  const gain = subtract(valueAt(size, instrument, price), entered);
  const signed = instrument.kind === 'inverse' ? negate(gain) : gain;
  return position.side === 'long' ? signed : negate(signed);
}

/** Everything a position has to keep at a price, as its venue describes it in words. */
function keptAt({ position, instrument }: Leg, price: Fraction, { model }: VenueRules): Fraction {
  const size = text(position.size);
  const value = valueAt(size, instrument, price);
  const { sizeRate, powerRate, collateral, takerFee } = instrument;
  if (model === 'deribit') {
    const coins = instrument.kind === 'inverse' ? value : size;
    return multiply(value, add(text(sizeRate?.base), multiply(text(sizeRate?.perUnit), coins)));
  }
  if (model === 'orderly') {
    const [base, initial, factor] = [powerRate?.base, powerRate?.baseInitial, powerRate?.factor].map(text);
    if (base === undefined || initial === undefined || factor === undefined) throw new Error('no rates');
    const grown = multiply(multiply(divide(base, initial), factor), toFourFifths(value));
    return multiply(value, larger(base, grown));
  }
  const sizeInMoney = valueAt(size, instrument, text(position.entryPrice));
  const least = larger(text(collateral?.minimum), multiply(text(collateral?.minimumFactor), sizeInMoney));
  const impact = larger(negate(text(position.priceImpact)), zero);
  return [multiply(text(takerFee), sizeInMoney), text(position.pendingFees), impact].reduce(add, least);
}

function coinWorth(coins: Fraction, instrument: Instrument, price: Fraction): Fraction {
  return valueAt(coins, instrument, price);
}

interface Question {
  readonly behind: Fraction;
  readonly moving: readonly Leg[];
  readonly coins: Fraction;
  readonly instrument: Instrument;
  readonly rules: VenueRules;
}

function room({ behind, moving, coins, instrument, rules }: Question, price: Fraction): Fraction {
  const start = coins.n === 0n ? behind : add(behind, coinWorth(coins, instrument, price));
  return moving.reduce((sum, leg) => add(sum, subtract(pnlAt(leg, price), keptAt(leg, price, rules))), start);
}

function questionOf(input: AssessInput, rules: VenueRules, target: number): Question & { mark: Fraction } {
  const instrumentOf = (symbol: string) => {
    const found = input.instruments[symbol];
    if (found === undefined) throw new Error(`no instrument ${symbol}`);
    return found;
  };
  const legs = input.account.positions.map((position) => ({
    position,
    instrument: instrumentOf(position.symbol),
  }));
  const own = legs[target];
  if (own === undefined) throw new Error(`no position ${target}`);
  const { symbol, marginMode } = own.position;
  const common = { instrument: own.instrument, rules, mark: text(own.position.markPrice) };
  if (marginMode === 'isolated') {
    return {
      ...common,
      behind: text(own.position.margin),
      moving: [own],
      coins: text(own.position.collateralCoins),
    };
  }
  const pool = legs.filter(({ position }) => position.marginMode === 'cross');
  const inside = (input.account.coins ?? []).filter(({ inMarginAccount }) => inMarginAccount);
  const counted = ({ amount, weight }: CoinHolding) => multiply(text(amount), text(weight));
  const coinsBehind = inside
    .filter((coin) => coin.symbol !== symbol)
    .map((coin) =>
      coinWorth(counted(coin), instrumentOf(coin.symbol), text(instrumentOf(coin.symbol).markPrice)),
    );
  const others = pool
    .filter(({ position }) => position.symbol !== symbol)
    .map((leg) => {
      const mark = text(leg.position.markPrice);
      return subtract(pnlAt(leg, mark), keptAt(leg, mark, rules));
    });
  return {
    ...common,
    behind: [...coinsBehind, ...others].reduce(
      (sum, each) => reduced(add(sum, each)),
      text(input.account.crossBalance),
    ),
    moving: pool.filter(({ position }) => position.symbol === symbol),
    coins: inside
      .filter((coin) => coin.symbol === symbol)
      .reduce((sum, coin) => add(sum, counted(coin)), zero),
  };
}

/** How far from the mark prices are looked for, as a factor. Whatever lies beyond is no price. */
export const reach = 10n ** 18n;

/**
 * The first price at which alive and dead change places, or `null` where there is none within reach; the mark for what is
 * dead and no price within reach brings back.
 */
export function bruteModelLiquidation(
  input: AssessInput,
  rules: VenueRules,
  target: number,
): Fraction | null {
  const question = questionOf(input, rules, target);
  const alive = compare(room(question, question.mark), zero) > 0;
  return searched(question, alive) ?? (alive ? null : question.mark);
}

function searched(question: Question & { readonly mark: Fraction }, alive: boolean): Fraction | null {
  const { mark, moving, coins } = question;
  const down = () => search(question, mark, divide(mark, fraction(reach)), alive);
  const up = () => search(question, mark, multiply(mark, fraction(reach)), alive);
  if (moving.length + (coins.n === 0n ? 0 : 1) > 1) {
    const [below, above] = [down(), up()];
    if (below === null || above === null) return below ?? above;
    return compare(subtract(mark, below), subtract(above, mark)) <= 0 ? below : above;
  }
  return (moving[0]?.position.side === 'long') === alive ? down() : up();
}

/** Room has one summit over the price, so from alive the far end tells; from dead the summit does. */
function search(question: Question, mark: Fraction, end: Fraction, alive: boolean): Fraction | null {
  const isTurned = (price: Fraction) => compare(room(question, price), zero) > 0 !== alive;
  const turned = alive ? end : summit(question, mark, end);
  if (!isTurned(turned)) return null;
  let [a, b] = [mark, turned];
  for (;;) {
    const [low, high] = compare(a, b) < 0 ? [a, b] : [b, a];
    if (compare(subtract(high, low), multiply(high, fraction(1n, 10n ** 16n))) <= 0) return low;
    const middle = coarse(divide(add(a, b), fraction(2n)));
    if (isTurned(middle)) b = middle;
    else a = middle;
  }
}

/** Where there is most room between two prices, by thirds. */
function summit(question: Question, from: Fraction, to: Fraction): Fraction {
  let [a, b] = [from, to];
  for (let step = 0; step < 160; step += 1) {
    const third = divide(subtract(b, a), fraction(3n));
    const [first, second] = [coarse(add(a, third)), coarse(subtract(b, third))];
    const heights = [room(question, first), room(question, second)] as const;
    if (compare(heights[0], zero) > 0) return first;
    if (compare(heights[1], zero) > 0) return second;
    if (compare(heights[0], heights[1]) < 0) a = first;
    else b = second;
  }
  return coarse(divide(add(a, b), fraction(2n)));
}

/** Keeps the search's numbers short. */
function coarse({ n, d }: Fraction): Fraction {
  const scale = 10n ** 44n;
  return fraction((n * scale) / d, scale);
}
