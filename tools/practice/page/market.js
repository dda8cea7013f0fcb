import { contracts } from './contracts.js';

/** Uniform numbers in [0, 1) from a 32-bit seed (mulberry32): the same seed gives the same session. */
export function randomFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Levels a side of the book. */
export const levels = 9;
const candleCount = 90;
/** Moves in one candle of the past; the live candle closes after as many. */
const movesACandle = 60;

/** One contract's prices: last trade, mark, candles and the book around them. */
export class Market {
  constructor(symbol, { seed, price, still }) {
    this.symbol = symbol;
    this.facts = contracts[symbol];
    this.random = randomFrom(seed + symbol.length * 7 + symbol.charCodeAt(0));
    this.still = still;
    this.last = price;
    this.mark = price;
    this.candles = this.pastCandles(price);
    this.moves = 0;
    this.sizes = Array.from({ length: levels * 2 }, () => this.someSize());
  }

  round(price) {
    const { tick, priceDigits } = this.facts;
    return Number((Math.round(price / tick) * tick).toFixed(priceDigits));
  }

  step(price) {
    // The sum of three uniform numbers is bell-shaped enough for a price.
    const pull = this.random() + this.random() + this.random() - 1.5;
    return price * (1 + pull * this.facts.swing);
  }

  /** Walked backwards from the present price, so that the chart ends where trading starts. */
  pastCandles(price) {
    const candles = [];
    let walking = price;
    for (let index = 0; index < candleCount; index++) {
      const close = walking;
      let high = close;
      let low = close;
      for (let move = 0; move < movesACandle; move++) {
        walking = this.step(walking);
        high = Math.max(high, walking);
        low = Math.min(low, walking);
      }
      candles.unshift({ open: walking, high, low, close });
    }
    return candles;
  }

  /** One move of the walk. The mark follows the last price with a lag, as an index-based mark does. */
  move() {
    if (this.still) return;
    this.last = this.round(this.step(this.last));
    this.mark = this.round(this.mark + (this.last - this.mark) * 0.3);
    const candle = this.candles[this.candles.length - 1];
    candle.close = this.last;
    candle.high = Math.max(candle.high, this.last);
    candle.low = Math.min(candle.low, this.last);
    this.moves++;
    if (this.moves % movesACandle === 0) {
      this.candles.push({ open: this.last, high: this.last, low: this.last, close: this.last });
      this.candles.shift();
    }
  }

  someSize() {
    return (0.2 + this.random() ** 3 * 40) * (60_000 / this.facts.start) ** 0.8;
  }

  /** Changes some sizes of the book, as resting orders come and go. The book never rests, even when the price does. */
  shuffleBook() {
    for (let count = 0; count < 6; count++) {
      this.sizes[Math.floor(this.random() * this.sizes.length)] = this.someSize();
    }
  }

  get ask() {
    return this.round(this.last + this.facts.tick);
  }

  get bid() {
    return this.round(this.last - this.facts.tick);
  }

  /** Levels of one side, best first: price, size, and running total. */
  levelsOf(side) {
    const up = side === 'asks';
    let total = 0;
    return Array.from({ length: levels }, (_, index) => {
      const size = this.sizes[up ? index : levels + index];
      total += size;
      const away = this.facts.tick * (1 + index * (index < 3 ? 1 : 2));
      return { price: this.round(this.last + (up ? away : -away)), size, total };
    });
  }
}
