import { createBook } from './book.js';
import { createChart } from './chart.js';
import { contracts } from './contracts.js';
import { askConfirm, askLeverage, askMode } from './dialogs.js';
import { fixed, percent, setText } from './format.js';
import { Market } from './market.js';
import { scenarioFrom, symbolIn } from './scenario.js';
import { listenToTabs, showTables } from './tables.js';
import { Ticket } from './ticket.js';

const priceEveryMs = 250;
const bookEveryMs = 150;
const noticeMs = 4_000;

/** The session: one account, three markets, one contract on screen, two forms of which one is shown. */
class Desk {
  constructor(scenario) {
    this.account = scenario.account;
    this.markets = scenario.markets;
    this.symbol = scenario.symbol;
    this.confirms = scenario.confirms;
    /** Everything the page's own submit handler has seen, in order, whatever became of it. */
    this.received = [];
    this.drawBook = createBook((price) => this.shownTicket.setPrice(price));
    this.drawChart = createChart(document.querySelector('.chart canvas'));
    const empty = { ...scenario.ticket, size: '', stopLoss: '', takeProfit: '', reduceOnly: false };
    const price = scenario.ticket.price || this.market.last.toFixed(contracts[this.symbol].priceDigits);
    const narrowShown = getComputedStyle(document.querySelector('[data-place="narrow"]')).display !== 'none';
    this.tickets = [...document.querySelectorAll('.ticket-place')].map((place) => {
      const shown = (place.dataset.place === 'narrow') === narrowShown;
      return new Ticket(this, place, { ...(shown ? scenario.ticket : empty), price });
    });
    this.showSymbols();
    this.render();
  }

  get market() {
    return this.markets[this.symbol];
  }

  get marks() {
    return Object.fromEntries(Object.values(this.markets).map((each) => [each.symbol, each.mark]));
  }

  get shownTicket() {
    return this.tickets.find((each) => each.form.checkVisibility()) ?? this.tickets[0];
  }

  tick() {
    for (const market of Object.values(this.markets)) market.move();
    const lasts = Object.fromEntries(Object.values(this.markets).map((each) => [each.symbol, each.last]));
    const before = this.account.history.length;
    this.account.tick(this.marks, lasts);
    if (this.account.history.length > before)
      this.tell(this.account.history[0].what, this.account.history[0].symbol);
    this.render();
  }

  render() {
    const { market, symbol } = this;
    const { priceDigits } = contracts[symbol];
    const opened = market.candles[0].open;
    const facts = {
      last: fixed(market.last, priceDigits),
      mark: fixed(market.mark, priceDigits),
      change: `${market.last >= opened ? '+' : '-'}${percent(Math.abs(market.last / opened - 1))}`,
      high: fixed(Math.max(...market.candles.map((each) => each.high)), priceDigits),
      low: fixed(Math.min(...market.candles.map((each) => each.low)), priceDigits),
    };
    for (const [name, text] of Object.entries(facts))
      setText(document.querySelector(`[data-fact="${name}"]`), text);
    document.querySelector('[data-fact="change"]').className = market.last >= opened ? 'long' : 'short';
    document.title = `${facts.last} ${symbol} | Practice Exchange`;
    const position = this.account.positionOf(symbol);
    this.drawChart(market, position, position && this.account.liquidationOf(position, this.marks));
    this.drawBook(market);
    showTables(this);
    for (const ticket of this.tickets) ticket.update();
  }

  showSymbols() {
    const links = Object.keys(contracts).map((symbol) => {
      const link = document.createElement('a');
      link.href = `/trade/${symbol}${location.search}`;
      link.textContent = symbol;
      link.dataset.symbol = symbol;
      if (symbol === this.symbol) link.setAttribute('aria-current', 'page');
      link.addEventListener('click', (event) => {
        event.preventDefault();
        this.swapSymbol(symbol, true);
      });
      return link;
    });
    document.querySelector('.symbols').replaceChildren(...links);
  }

  /** Another contract without a load, as the single-page fronts of exchanges do it. */
  swapSymbol(symbol, push) {
    if (symbol === this.symbol) return;
    this.symbol = symbol;
    if (push) history.pushState(null, '', `/trade/${symbol}${location.search}`);
    for (const link of document.querySelectorAll('.symbols a')) {
      if (link.dataset.symbol === symbol) link.setAttribute('aria-current', 'page');
      else link.removeAttribute('aria-current');
    }
    for (const ticket of this.tickets) ticket.startOver();
    this.render();
  }

  /** Puts new elements in place of both forms, with what was typed, as a framework may at any time. */
  rebuildTickets() {
    for (const ticket of this.tickets) ticket.build(ticket.values);
  }

  setConfirms(on) {
    this.confirms = on;
    for (const ticket of this.tickets) ticket.update();
  }

  async chooseMode() {
    await askMode(this);
    this.render();
  }

  async chooseLeverage() {
    await askLeverage(this);
    this.render();
  }

  /** The page's own submit handler ends here. */
  async receive(ticket, order) {
    const { mode, leverage } = this.account.settingOf(order.symbol);
    const entry = { ...order, marginMode: mode, leverage, state: 'received' };
    this.received.push(entry);
    const { market } = this;
    const refused =
      order.price === undefined ? 'Enter a price.' : this.account.refusal(order, order.price, this.marks);
    ticket.refuse(refused);
    if (refused) {
      entry.state = 'refused';
      return;
    }
    if (this.confirms && !(await askConfirm(this, order))) {
      entry.state = 'cancelled';
      return;
    }
    const late = this.account.place(order, this.marks, market);
    ticket.refuse(late);
    entry.state = late ? 'refused' : 'placed';
    if (!late) this.tell(order.type === 'market' ? 'Order filled' : 'Order placed', order.symbol);
    this.render();
  }

  closePosition(symbol) {
    const held = this.account.positionOf(symbol);
    if (!held) return;
    const { bid, ask } = this.markets[symbol];
    this.account.close(symbol, held.side === 'long' ? bid : ask);
    this.tell('Position closed', symbol);
    this.render();
  }

  cancelOrder(id) {
    this.account.cancel(id);
    this.render();
  }

  tell(what, symbol) {
    const line = document.querySelector('.notice');
    setText(line, `${what}: ${symbol}`);
    line.hidden = false;
    clearTimeout(this.noticeTimer);
    this.noticeTimer = setTimeout(() => {
      line.hidden = true;
    }, noticeMs);
  }
}

function setTheme(theme) {
  document.documentElement.dataset.theme = theme;
  const button = document.querySelector('[data-act="theme"]');
  button.setAttribute('aria-pressed', String(theme === 'light'));
  setText(button, theme === 'light' ? 'Dark' : 'Light');
}

const scenario = scenarioFrom(location);
setTheme(scenario.theme);
const desk = new Desk(scenario);
listenToTabs();
document.querySelector('[data-act="theme"]').addEventListener('click', () => {
  setTheme(document.documentElement.dataset.theme === 'light' ? 'dark' : 'light');
  desk.render();
});
document.querySelector('[data-act="reset"]').addEventListener('click', () => location.reload());
window.addEventListener('popstate', () => desk.swapSymbol(symbolIn(location.pathname), false));
window.addEventListener('resize', () => desk.render());
setInterval(() => desk.tick(), priceEveryMs);
setInterval(() => {
  desk.market.shuffleBook();
  desk.drawBook(desk.market);
}, bookEveryMs);

/** For tests and for the curious: what the page itself received, and two things frameworks do to a page. */
window.practice = {
  orders: desk.received,
  account: desk.account,
  rebuildTickets: () => desk.rebuildTickets(),
  setPrice(price) {
    desk.market.last = price;
    desk.market.mark = price;
    desk.tick();
  },
  /** Where the price of a seed is after so many moves. */
  walk(seed, moves) {
    const market = new Market('BTCUSDT', { seed, price: contracts.BTCUSDT.start, still: false });
    for (let count = 0; count < moves; count++) market.move();
    return market.last;
  },
};
