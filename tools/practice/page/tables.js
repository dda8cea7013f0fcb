import { contracts } from './contracts.js';
import { fixed, money, percent, setText, signedMoney } from './format.js';

function emptyRow(count) {
  const row = document.createElement('tr');
  for (let index = 0; index < count; index++) row.append(document.createElement('td'));
  return row;
}

function actButton(text, label, hook, act) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'small';
  button.textContent = text;
  button.setAttribute('aria-label', label);
  button.dataset.practice = hook;
  button.addEventListener('click', act);
  return button;
}

/**
 * Shows one row an item. A row stays the same element as long as its item is there, so that a button under a person's
 * finger is not replaced by the next price.
 */
function showRows(table, items, keyOf, make, fill) {
  const body = table.tBodies[0];
  const rows = new Map([...body.rows].map((row) => [row.dataset.key, row]));
  const wanted = items.map((item) => {
    const key = keyOf(item);
    const row = rows.get(key) ?? make(item);
    row.dataset.key = key;
    rows.delete(key);
    fill(row, item);
    return row;
  });
  for (const gone of rows.values()) gone.remove();
  wanted.forEach((row, index) => {
    if (body.rows[index] !== row) body.insertBefore(row, body.rows[index] ?? null);
  });
  table.hidden = items.length === 0;
  table.nextElementSibling.hidden = items.length > 0;
}

function showPositions(desk, table) {
  const { account, marks } = desk;
  const make = (position) => {
    const row = emptyRow(12);
    row.lastElementChild.append(
      actButton('Close', `Close ${position.symbol}`, 'close-position', () =>
        desk.closePosition(position.symbol),
      ),
    );
    return row;
  };
  showRows(
    table,
    account.positions,
    (each) => each.symbol,
    make,
    (row, position) => {
      const { base, sizeDigits, priceDigits } = contracts[position.symbol];
      const price = (value) => (value === undefined ? '--' : fixed(value, priceDigits));
      const gain = account.unrealised(position, marks);
      const margin = account.initialMargin(position, marks);
      const texts = [
        position.symbol,
        position.side === 'long' ? 'Long' : 'Short',
        position.mode === 'cross' ? 'Cross' : 'Isolated',
        `${position.leverage}x`,
        `${fixed(position.size, sizeDigits)} ${base}`,
        price(position.entry),
        price(marks[position.symbol]),
        price(account.liquidationOf(position, marks)),
        `${money(margin)} USDT`,
        `${signedMoney(gain)} USDT (${gain < 0 ? '-' : '+'}${percent(Math.abs(gain / margin))})`,
        `${price(position.takeProfit)} / ${price(position.stopLoss)}`,
      ];
      for (const [index, text] of texts.entries()) setText(row.cells[index], text);
      row.cells[1].className = position.side;
      row.cells[9].className = gain < 0 ? 'short' : 'long';
    },
  );
}

function showOrders(desk, table) {
  const make = (order) => {
    const row = emptyRow(7);
    row.lastElementChild.append(
      actButton('Cancel', `Cancel order ${order.id}`, 'cancel-order', () => desk.cancelOrder(order.id)),
    );
    return row;
  };
  showRows(
    table,
    desk.account.orders,
    (each) => String(each.id),
    make,
    (row, order) => {
      const { base, sizeDigits, priceDigits } = contracts[order.symbol];
      const texts = [
        order.symbol,
        'Limit',
        order.side === 'long' ? 'Buy' : 'Sell',
        fixed(order.price, priceDigits),
        `${fixed(order.size, sizeDigits)} ${base}`,
        order.reduceOnly ? 'Yes' : 'No',
      ];
      for (const [index, text] of texts.entries()) setText(row.cells[index], text);
      row.cells[2].className = order.side;
    },
  );
}

function showHistory(desk, table) {
  const events = desk.account.history.slice(0, 50);
  const keyOf = (event) => `${event.at.getTime()} ${event.symbol} ${event.what} ${event.size}`;
  showRows(
    table,
    events,
    keyOf,
    () => emptyRow(7),
    (row, event) => {
      const { base, sizeDigits, priceDigits } = contracts[event.symbol];
      const texts = [
        event.at.toLocaleTimeString('en-GB'),
        event.symbol,
        event.what,
        fixed(event.price, priceDigits),
        `${fixed(event.size, sizeDigits)} ${base}`,
        `${money(event.fee)} USDT`,
        `${signedMoney(event.realised)} USDT`,
      ];
      for (const [index, text] of texts.entries()) setText(row.cells[index], text);
    },
  );
}

/** The three tables under the chart and the counts on their tabs. */
export function showTables(desk) {
  const pane = (name) => document.querySelector(`[data-pane="${name}"] table`);
  const tab = (name) => document.querySelector(`[data-tab="${name}"]`);
  showPositions(desk, pane('positions'));
  showOrders(desk, pane('orders'));
  showHistory(desk, pane('history'));
  setText(tab('positions'), `Positions (${desk.account.positions.length})`);
  setText(tab('orders'), `Open orders (${desk.account.orders.length})`);
}

export function listenToTabs() {
  const tabs = [...document.querySelectorAll('[data-tab]')];
  for (const tab of tabs) {
    tab.addEventListener('click', () => {
      for (const each of tabs) each.setAttribute('aria-selected', String(each === tab));
      for (const pane of document.querySelectorAll('[data-pane]'))
        pane.hidden = pane.dataset.pane !== tab.dataset.tab;
    });
  }
}
