import { contracts } from './contracts.js';
import { fixed, setText } from './format.js';
import { levels } from './market.js';

function sideRows(list, take) {
  return Array.from({ length: levels }, () => {
    const row = document.createElement('li');
    const price = document.createElement('span');
    const size = document.createElement('span');
    row.append(price, size);
    row.addEventListener('click', () => take(Number(row.dataset.price)));
    list.append(row);
    return { row, price, size };
  });
}

/** The order book. `take` gets the price of a level that was clicked. */
export function createBook(take) {
  const asks = sideRows(document.querySelector('.asks'), take);
  const bids = sideRows(document.querySelector('.bids'), take);
  return (market) => {
    const { priceDigits, base } = contracts[market.symbol];
    const sides = [
      [asks, market.levelsOf('asks')],
      [bids, market.levelsOf('bids')],
    ];
    const deepest = Math.max(...sides.map(([, depths]) => depths[depths.length - 1].total));
    for (const [rows, depths] of sides) {
      for (const [index, { row, price, size }] of rows.entries()) {
        const level = depths[index];
        setText(price, fixed(level.price, priceDigits));
        setText(size, fixed(level.size, 3));
        row.dataset.price = String(level.price);
        row.style.setProperty('--depth', `${(level.total / deepest) * 100}%`);
      }
    }
    setText(document.querySelector('[data-fact="book-last"]'), fixed(market.last, priceDigits));
    setText(document.querySelector('[data-fact="book-mark"]'), fixed(market.mark, priceDigits));
    setText(document.querySelector('[data-fact="book-unit"]'), `Size (${base})`);
  };
}
