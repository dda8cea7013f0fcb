/**
 * The three contracts of the practice exchange. All are linear and settled in USDT.
 * `tick` is the price step, `lot` the size step; the digits are what the page prints. `swing` is the usual size of one
 * move of the random walk, as a fraction of the price.
 */
export const contracts = {
  BTCUSDT: {
    base: 'BTC',
    start: 60_000,
    tick: 0.1,
    priceDigits: 1,
    lot: 0.001,
    sizeDigits: 3,
    swing: 0.000045,
  },
  ETHUSDT: {
    base: 'ETH',
    start: 3_000,
    tick: 0.01,
    priceDigits: 2,
    lot: 0.001,
    sizeDigits: 3,
    swing: 0.00006,
  },
  SOLUSDT: { base: 'SOL', start: 150, tick: 0.01, priceDigits: 2, lot: 0.1, sizeDigits: 1, swing: 0.00009 },
};

export const takerFee = 0.0005;
export const makerFee = 0.0002;

/** Maintenance brackets by position value in USDT: maintenance margin = value x rate - amount. */
export const brackets = [
  { cap: 50_000, rate: 0.004, amount: 0, maxLeverage: 125 },
  { cap: 600_000, rate: 0.005, amount: 50, maxLeverage: 100 },
  { cap: 3_000_000, rate: 0.0065, amount: 950, maxLeverage: 75 },
  { cap: Number.POSITIVE_INFINITY, rate: 0.01, amount: 11_450, maxLeverage: 50 },
];

/** Maintenance margin in USDT of a position worth `value` USDT. */
export function maintenanceOf(value) {
  const bracket = brackets.find((each) => value <= each.cap) ?? brackets[brackets.length - 1];
  return value * bracket.rate - bracket.amount;
}

/** The largest position value in USDT that may be held at a leverage. */
export function capAt(leverage) {
  return Math.max(...brackets.filter((each) => leverage <= each.maxLeverage).map((each) => each.cap));
}

/**
 * The mark at which `collateral` plus the position's PnL equals its maintenance margin, or `undefined` where a long
 * could fall to zero without that. `collateral` in USDT; solved in each bracket, the one that holds at that price counts.
 *
 * Example: long 0.1 BTC at 60,000 on 2,000: (6,000 - 2,000) / (0.1 x 0.996) = 40,160.6.
 */
export function liquidationPrice({ side, size, entry }, collateral) {
  const sign = side === 'long' ? 1 : -1;
  let floor = 0;
  for (const { cap, rate, amount } of brackets) {
    const price = (sign * size * entry - collateral - amount) / (size * (sign - rate));
    const value = price * size;
    if (price > 0 && value >= floor && value <= cap) return price;
    floor = cap;
  }
  return undefined;
}
