import { capAt, contracts, liquidationPrice, maintenanceOf, makerFee, takerFee } from './contracts.js';

const directionOf = { long: 1, short: -1 };
const opposite = { long: 'short', short: 'long' };
/** Sizes are sums of lots in binary floating point; below this nothing is left of a position. */
const nothing = 1e-9;

/**
 * One futures account in one-way mode. `wallet` is all cash, the margin of isolated positions included; `marks` gives a
 * mark price for each symbol. Methods that can be refused answer with a sentence, and with `undefined` when done.
 */
export class Account {
  constructor({ wallet, positions = [], orders = [], settings = {} }) {
    this.wallet = wallet;
    this.positions = positions;
    this.orders = orders;
    this.history = [];
    this.settings = settings;
    this.nextOrder = 1;
  }

  settingOf(symbol) {
    this.settings[symbol] ??= { mode: 'cross', leverage: 20 };
    return this.settings[symbol];
  }

  positionOf(symbol) {
    return this.positions.find((each) => each.symbol === symbol);
  }

  unrealised(position, marks) {
    return directionOf[position.side] * position.size * (marks[position.symbol] - position.entry);
  }

  initialMargin(position, marks) {
    if (position.mode === 'isolated') return position.margin;
    return (position.size * marks[position.symbol]) / position.leverage;
  }

  maintenance(position, marks) {
    return maintenanceOf(position.size * marks[position.symbol]);
  }

  get crossPositions() {
    return this.positions.filter((each) => each.mode === 'cross');
  }

  /** Cash that backs cross positions: the wallet less margin that isolated positions hold. */
  get crossWallet() {
    return this.positions.reduce(
      (sum, each) => (each.mode === 'isolated' ? sum - each.margin : sum),
      this.wallet,
    );
  }

  equity(marks) {
    return this.positions.reduce((sum, each) => sum + this.unrealised(each, marks), this.wallet);
  }

  crossEquity(marks) {
    return this.crossPositions.reduce((sum, each) => sum + this.unrealised(each, marks), this.crossWallet);
  }

  crossMaintenance(marks) {
    return this.crossPositions.reduce((sum, each) => sum + this.maintenance(each, marks), 0);
  }

  available(marks) {
    const bound = this.crossPositions.reduce((sum, each) => sum + this.initialMargin(each, marks), 0);
    const reserved = this.orders.reduce((sum, each) => sum + this.costOf(each, each.price), 0);
    return Math.max(0, this.crossEquity(marks) - bound - reserved);
  }

  /** What of an order opens; the rest closes a position on the other side. */
  openingSize({ symbol, side, size, reduceOnly }) {
    const held = this.positionOf(symbol);
    if (reduceOnly) return 0;
    return held?.side === opposite[side] ? Math.max(0, size - held.size) : size;
  }

  costOf(order, price) {
    return (this.openingSize(order) * price) / this.settingOf(order.symbol).leverage;
  }

  /** Largest size of an order at a price, in whole lots. */
  largestSize({ symbol, side, reduceOnly }, price, marks) {
    const held = this.positionOf(symbol);
    const closing = held?.side === opposite[side] ? held.size : 0;
    if (reduceOnly) return closing;
    const { leverage } = this.settingOf(symbol);
    const byMoney = this.available(marks) / (price * (1 / leverage + takerFee));
    const byBracket = capAt(leverage) / price - (held?.side === side ? held.size : 0);
    const { lot } = contracts[symbol];
    return closing + Math.max(0, Math.floor(Math.min(byMoney, byBracket) / lot + nothing) * lot);
  }

  liquidationOf(position, marks) {
    if (position.mode === 'isolated') return liquidationPrice(position, position.margin);
    const others = this.crossPositions.filter((each) => each !== position);
    const collateral = others.reduce(
      (sum, each) => sum + this.unrealised(each, marks) - this.maintenance(each, marks),
      this.crossWallet,
    );
    return liquidationPrice(position, collateral);
  }

  /** Liquidation price of the symbol's position if the order were filled at `price`. */
  liquidationAfter(order, price, marks) {
    const { wallet, positions, settings } = this;
    const copy = new Account(structuredClone({ wallet, positions, settings }));
    copy.fill(order, price, 0);
    const position = copy.positionOf(order.symbol);
    return position === undefined ? undefined : copy.liquidationOf(position, marks);
  }

  setMode(symbol, mode) {
    if (this.settingOf(symbol).mode === mode) return undefined;
    if (this.positionOf(symbol)) return 'The margin mode cannot be changed while a position is open.';
    if (this.orders.some((each) => each.symbol === symbol))
      return 'Cancel the open orders of this contract first.';
    this.settingOf(symbol).mode = mode;
    return undefined;
  }

  setLeverage(symbol, leverage, marks) {
    const position = this.positionOf(symbol);
    const setting = this.settingOf(symbol);
    if (position?.mode === 'isolated' && leverage < position.leverage) {
      return 'The leverage of an isolated position can only be raised.';
    }
    if (position && position.size * marks[symbol] > capAt(leverage)) {
      return 'The open position is too large for this leverage.';
    }
    const before = setting.leverage;
    setting.leverage = leverage;
    if (position) position.leverage = leverage;
    if (leverage < before && this.crossEquity(marks) < this.boundBy(marks)) {
      setting.leverage = before;
      if (position) position.leverage = before;
      return 'There is not enough available balance for this leverage.';
    }
    return undefined;
  }

  boundBy(marks) {
    return [
      ...this.crossPositions.map((each) => this.initialMargin(each, marks)),
      ...this.orders.map((each) => this.costOf(each, each.price)),
    ].reduce((sum, each) => sum + each, 0);
  }

  /** Sends an order against the best prices of the book. */
  place(order, marks, { bid, ask }) {
    const touch = order.side === 'long' ? ask : bid;
    const crosses =
      order.type === 'market' || (order.side === 'long' ? order.price >= ask : order.price <= bid);
    const price = crosses ? touch : order.price;
    const refused = this.refusal(order, price, marks);
    if (refused) return refused;
    if (crosses) this.fill(order, price, takerFee);
    else this.orders.push({ ...order, id: this.nextOrder++ });
    return undefined;
  }

  refusal(order, price, marks) {
    const { symbol, side, size, stopLoss, takeProfit, reduceOnly } = order;
    const { base, sizeDigits, lot } = contracts[symbol];
    if (!(size >= lot - nothing)) return `The smallest order is ${lot} ${base}.`;
    if (!(price > 0)) return 'Enter a price.';
    if (reduceOnly && this.positionOf(symbol)?.side !== opposite[side])
      return 'There is no position to reduce.';
    const sign = directionOf[side];
    if (stopLoss !== undefined && sign * (stopLoss - price) >= 0) {
      return `The stop loss must be ${side === 'long' ? 'below' : 'above'} the price.`;
    }
    if (takeProfit !== undefined && sign * (takeProfit - price) <= 0) {
      return `The take profit must be ${side === 'long' ? 'above' : 'below'} the price.`;
    }
    const largest = this.largestSize(order, price, marks);
    if (size > largest + nothing) {
      return `Not enough available balance: the largest size is ${largest.toFixed(sizeDigits)} ${base}.`;
    }
    return undefined;
  }

  /** Applies a fill: closes what stands against it, opens the rest, takes the fee from the wallet. */
  fill(order, price, feeRate, what = order.type === 'market' ? 'Market' : 'Limit') {
    const { symbol, side } = order;
    const held = this.positionOf(symbol);
    const closing = held?.side === opposite[side] ? Math.min(held.size, order.size) : 0;
    const opening = this.openingSize(order);
    const fee = (closing + opening) * price * feeRate;
    const realised = closing > 0 ? directionOf[held.side] * closing * (price - held.entry) : 0;
    this.wallet += realised - fee;
    if (closing > 0) this.shrink(held, closing);
    if (opening > nothing) this.grow(order, opening, price);
    this.record({ symbol, what: `${what} ${side}`, price, size: closing + opening, fee, realised });
  }

  shrink(position, size) {
    if (position.mode === 'isolated') position.margin *= 1 - size / position.size;
    position.size -= size;
    if (position.size < nothing) this.positions = this.positions.filter((each) => each !== position);
  }

  grow({ symbol, side, stopLoss, takeProfit }, size, price) {
    const { mode, leverage } = this.settingOf(symbol);
    const margin = (size * price) / leverage;
    let position = this.positionOf(symbol);
    if (position === undefined) {
      position = { symbol, side, size: 0, entry: 0, mode, leverage, margin: 0 };
      this.positions.push(position);
    }
    position.entry = (position.entry * position.size + price * size) / (position.size + size);
    position.size += size;
    if (mode === 'isolated') position.margin += margin;
    if (stopLoss !== undefined) position.stopLoss = stopLoss;
    if (takeProfit !== undefined) position.takeProfit = takeProfit;
  }

  close(symbol, price, what = 'Close') {
    const held = this.positionOf(symbol);
    if (held === undefined) return;
    const order = { symbol, side: opposite[held.side], size: held.size, reduceOnly: false };
    this.fill(order, price, takerFee, what);
  }

  cancel(id) {
    this.orders = this.orders.filter((each) => each.id !== id);
  }

  /** What a new price does: fills resting orders, runs stops, liquidates. */
  tick(marks, lasts) {
    for (const order of [...this.orders]) {
      const last = lasts[order.symbol];
      if (order.side === 'long' ? last > order.price : last < order.price) continue;
      this.cancel(order.id);
      if (order.reduceOnly && this.positionOf(order.symbol)?.side !== opposite[order.side]) continue;
      this.fill(order, order.price, makerFee);
    }
    for (const position of [...this.positions]) {
      const sign = directionOf[position.side];
      const mark = marks[position.symbol];
      if (position.stopLoss !== undefined && sign * (mark - position.stopLoss) <= 0) {
        this.close(position.symbol, mark, 'Stop loss');
      } else if (position.takeProfit !== undefined && sign * (mark - position.takeProfit) >= 0) {
        this.close(position.symbol, mark, 'Take profit');
      }
    }
    this.liquidate(marks);
  }

  liquidate(marks) {
    for (const position of this.positions.filter((each) => each.mode === 'isolated')) {
      const left = position.margin + this.unrealised(position, marks);
      if (left <= this.maintenance(position, marks)) this.takeOver([position], position.margin, marks);
    }
    const cross = this.crossPositions;
    if (cross.length > 0 && this.crossEquity(marks) <= this.crossMaintenance(marks)) {
      this.takeOver(cross, this.crossWallet, marks);
    }
  }

  takeOver(positions, loss, marks) {
    this.wallet -= loss;
    this.positions = this.positions.filter((each) => !positions.includes(each));
    for (const [index, { symbol, side, size }] of positions.entries()) {
      const realised = index === 0 ? -loss : 0;
      this.record({ symbol, what: `Liquidated ${side}`, price: marks[symbol], size, fee: 0, realised });
    }
  }

  record(event) {
    this.history.unshift({ at: new Date(), ...event });
  }
}
