import { capAt, contracts } from './contracts.js';
import { fixed, money, setText } from './format.js';

/** Opens a dialog and waits for its end: the value of the button that confirmed, or `undefined`. `check` may refuse. */
function ask(id, { prepare, check }) {
  const dialog = document.getElementById(id);
  const form = dialog.querySelector('form');
  const refusal = dialog.querySelector('.refusal');
  const stop = new AbortController();
  const { signal } = stop;
  const refuse = (reason) => {
    if (!refusal) return;
    refusal.hidden = reason === undefined;
    setText(refusal, reason ?? '');
  };
  refuse(undefined);
  prepare(dialog, form.elements, signal);
  return new Promise((resolve) => {
    let answer = false;
    form.addEventListener(
      'submit',
      (event) => {
        const reason = check?.(form.elements);
        if (reason === undefined) {
          answer = true;
          return;
        }
        event.preventDefault();
        refuse(reason);
      },
      { signal },
    );
    const cancel = dialog.querySelector('[data-act="cancel"]');
    cancel.addEventListener('click', () => dialog.close(), { signal });
    dialog.addEventListener(
      'close',
      () => {
        stop.abort();
        resolve(answer);
      },
      { signal },
    );
    dialog.showModal();
  });
}

export function askMode(desk) {
  const { account, symbol } = desk;
  return ask('mode-dialog', {
    prepare(dialog, fields) {
      setText(
        dialog.querySelector('.about'),
        `For ${symbol}. It cannot be changed while a position is open.`,
      );
      fields.mode.value = account.settingOf(symbol).mode;
    },
    check: (fields) => account.setMode(symbol, fields.mode.value),
  });
}

export function askLeverage(desk) {
  const { account, symbol } = desk;
  return ask('leverage-dialog', {
    prepare(dialog, { number, range }, signal) {
      setText(
        dialog.querySelector('.about'),
        `For ${symbol}. It changes the margin an order takes, not its size.`,
      );
      const show = (value) => {
        const leverage = Math.min(125, Math.max(1, Math.round(Number(value)) || 1));
        number.value = String(leverage);
        range.value = String(leverage);
        const cap = capAt(leverage);
        setText(
          dialog.querySelector('[data-fact="cap"]'),
          Number.isFinite(cap) ? `${fixed(cap, 0)} USDT` : 'no limit',
        );
      };
      show(account.settingOf(symbol).leverage);
      range.addEventListener('input', () => show(range.value), { signal });
      number.addEventListener('change', () => show(number.value), { signal });
      for (const button of dialog.querySelectorAll('[data-step]')) {
        button.addEventListener('click', () => show(Number(number.value) + Number(button.dataset.step)), {
          signal,
        });
      }
    },
    check: (fields) =>
      account.setLeverage(
        symbol,
        Math.min(125, Math.max(1, Math.round(Number(fields.number.value)) || 1)),
        desk.marks,
      ),
  });
}

/** The page's own question before an order; a person may switch it off for good. */
export function askConfirm(desk, order) {
  const { account } = desk;
  const { base, sizeDigits, priceDigits } = contracts[order.symbol];
  const { mode, leverage } = account.settingOf(order.symbol);
  const rows = [
    ['Price', order.type === 'market' ? 'Market' : `${fixed(order.price, priceDigits)} USDT`],
    ['Size', `${fixed(order.size, sizeDigits)} ${base}`],
    ['Margin mode', mode === 'cross' ? 'Cross' : 'Isolated'],
    ['Leverage', `${leverage}x`],
    ['Cost', `${money(account.costOf(order, order.price))} USDT`],
    ...(order.takeProfit === undefined ? [] : [['Take profit', fixed(order.takeProfit, priceDigits)]]),
    ...(order.stopLoss === undefined ? [] : [['Stop loss', fixed(order.stopLoss, priceDigits)]]),
  ];
  return ask('confirm-dialog', {
    prepare(dialog, fields) {
      const word = order.side === 'long' ? 'Buy / Long' : 'Sell / Short';
      setText(dialog.querySelector('h2'), `${word} ${order.symbol}`);
      const summary = dialog.querySelector('.summary');
      summary.replaceChildren(
        ...rows.map(([name, value]) => {
          const row = document.createElement('div');
          const term = document.createElement('dt');
          const data = document.createElement('dd');
          term.textContent = name;
          data.textContent = value;
          row.append(term, data);
          return row;
        }),
      );
      dialog.dataset.side = order.side;
      fields.never.checked = false;
    },
    check(fields) {
      if (fields.never.checked) desk.setConfirms(false);
      return undefined;
    },
  });
}
