import { contracts } from './contracts.js';
import { fixed, money, percent, setText, signedMoney, typedNumber } from './format.js';

const sides = ['long', 'short'];
const modeWords = { cross: 'Cross', isolated: 'Isolated' };

/**
 * One order form. The page holds two, a wide one and a narrow one, of which only one is shown; what is typed belongs to
 * the form it was typed into, mode, leverage and balances belong to the account and are the same in both.
 */
export class Ticket {
  constructor(desk, place, values) {
    this.desk = desk;
    this.place = place;
    this.build(values);
  }

  build(values) {
    const template = document.getElementById('ticket');
    this.form = template.content.firstElementChild.cloneNode(true);
    this.place.replaceChildren(this.form);
    this.fields = this.form.elements;
    this.type = values.type;
    this.listen();
    this.showUnits(values.unit);
    this.fields.price.value = values.price;
    this.fields.size.value = values.size;
    this.fields.stopLoss.value = values.stopLoss;
    this.fields.takeProfit.value = values.takeProfit;
    this.fields.reduceOnly.checked = values.reduceOnly;
    this.fields.tpsl.checked = values.stopLoss !== '' || values.takeProfit !== '';
    this.showParts();
    this.update();
  }

  /** What is typed, for a form that takes this one's place. */
  get values() {
    const { price, size, unit, stopLoss, takeProfit, reduceOnly } = this.fields;
    return {
      type: this.type,
      price: price.value,
      size: size.value,
      unit: unit.value,
      stopLoss: stopLoss.value,
      takeProfit: takeProfit.value,
      reduceOnly: reduceOnly.checked,
    };
  }

  hook(name) {
    return this.form.querySelector(`[data-practice="${name}"]`);
  }

  listen() {
    this.form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.desk.receive(this, this.order(event.submitter?.value ?? 'long'));
    });
    this.form.addEventListener('click', ({ target }) => {
      const { act, type, share } = target.closest('button')?.dataset ?? {};
      if (act === 'mode') this.desk.chooseMode();
      if (act === 'leverage') this.desk.chooseLeverage();
      if (type) this.setType(type);
      if (share) this.takeShare(Number(share));
    });
    this.form.addEventListener('input', () => {
      this.showParts();
      this.refuse(undefined);
      this.update();
    });
    this.fields.unit.addEventListener('change', () => {
      this.fields.size.value = '';
      this.update();
    });
    this.fields.confirm.addEventListener('change', () => this.desk.setConfirms(this.fields.confirm.checked));
  }

  showUnits(unit) {
    const { base } = contracts[this.desk.symbol];
    this.fields.unit.replaceChildren(new Option(base, base), new Option('USDT', 'USDT'));
    this.fields.unit.value = unit === 'USDT' ? 'USDT' : base;
  }

  showParts() {
    for (const tab of this.form.querySelectorAll('[data-practice="order-type"]')) {
      tab.setAttribute('aria-selected', String(tab.dataset.type === this.type));
    }
    this.form.querySelector('[data-for="price"]').hidden = this.type === 'market';
    this.form.querySelector('[data-for="market-price"]').hidden = this.type !== 'market';
    this.form.querySelector('.brackets').hidden = !this.fields.tpsl.checked;
  }

  setType(type) {
    this.type = type;
    this.showParts();
    this.update();
  }

  setPrice(price) {
    if (this.type === 'market') return;
    this.fields.price.value = price.toFixed(contracts[this.desk.symbol].priceDigits);
    this.update();
  }

  /** After the contract changed: nothing typed for the old one may stay. */
  startOver() {
    this.showUnits(this.fields.unit.value);
    for (const name of ['size', 'stopLoss', 'takeProfit']) this.fields[name].value = '';
    this.setPrice(this.desk.market.last);
    this.refuse(undefined);
    this.update();
  }

  takeShare(share) {
    const order = this.order('long');
    const price = this.priceFor('long');
    if (price === undefined) return;
    const largest = this.desk.account.largestSize(order, price, this.desk.marks);
    const { lot, sizeDigits } = contracts[this.desk.symbol];
    const size = Math.floor((largest * share) / 100 / lot + 1e-9) * lot;
    this.fields.size.value =
      this.fields.unit.value === 'USDT' ? (size * price).toFixed(2) : size.toFixed(sizeDigits);
    this.update();
  }

  /** Price the order would be filled or placed at; `undefined` where a limit order has none. */
  priceFor(side) {
    const { market } = this.desk;
    const touch = side === 'long' ? market.ask : market.bid;
    if (this.type === 'market') return touch;
    const typed = typedNumber(this.fields.price.value);
    return typed === undefined || typed === 0 ? undefined : typed;
  }

  order(side) {
    const { symbol } = this.desk;
    const { lot, sizeDigits } = contracts[symbol];
    const price = this.priceFor(side);
    const typed = typedNumber(this.fields.size.value) ?? 0;
    const inLots = (size) => Number((Math.floor(size / lot + 1e-9) * lot).toFixed(sizeDigits));
    const bySize = this.fields.unit.value === 'USDT' ? inLots(price ? typed / price : 0) : typed;
    const bracket = (name) => (this.fields.tpsl.checked ? typedNumber(this.fields[name].value) : undefined);
    return {
      symbol,
      side,
      type: this.type,
      price,
      size: bySize,
      reduceOnly: this.fields.reduceOnly.checked,
      stopLoss: bracket('stopLoss'),
      takeProfit: bracket('takeProfit'),
    };
  }

  refuse(reason) {
    const line = this.form.querySelector('.refusal');
    line.hidden = reason === undefined;
    setText(line, reason ?? '');
  }

  update() {
    const { account, market, marks, symbol, confirms } = this.desk;
    const { mode, leverage } = account.settingOf(symbol);
    const { priceDigits } = contracts[symbol];
    setText(this.hook('margin-mode'), modeWords[mode]);
    setText(this.hook('leverage'), `${leverage}x`);
    setText(this.hook('symbol'), symbol);
    setText(this.hook('mark-price'), fixed(market.mark, priceDigits));
    setText(this.hook('last-price'), fixed(market.last, priceDigits));
    setText(this.hook('available'), `${money(account.available(marks))} USDT`);
    setText(this.hook('wallet-balance'), `${money(account.wallet)} USDT`);
    setText(this.hook('equity'), `${money(account.equity(marks))} USDT`);
    const unrealised = account.positions.reduce((sum, each) => sum + account.unrealised(each, marks), 0);
    setText(this.hook('unrealised'), `${signedMoney(unrealised)} USDT`);
    const crossEquity = account.crossEquity(marks);
    setText(
      this.hook('margin-ratio'),
      crossEquity > 0 ? percent(account.crossMaintenance(marks) / crossEquity) : '--',
    );
    this.fields.confirm.checked = confirms;
    for (const side of sides) this.updateSide(side);
  }

  updateSide(side) {
    const { account, marks, symbol } = this.desk;
    const { base, sizeDigits, priceDigits } = contracts[symbol];
    const order = this.order(side);
    const price = order.price;
    const asks = price !== undefined && order.size > 0;
    const largest = price === undefined ? undefined : account.largestSize(order, price, marks);
    const liquidation = asks ? account.liquidationAfter(order, price, marks) : undefined;
    setText(this.hook(`cost-${side}`), asks ? `${money(account.costOf(order, price))} USDT` : '--');
    setText(this.hook(`max-${side}`), largest === undefined ? '--' : `${fixed(largest, sizeDigits)} ${base}`);
    setText(
      this.hook(`liquidation-${side}`),
      liquidation === undefined ? '--' : fixed(liquidation, priceDigits),
    );
  }
}
