import { Account } from './account.js';
import { contracts } from './contracts.js';
import { Market } from './market.js';

const modes = ['cross', 'isolated'];

function numberOf(query, name, otherwise) {
  const text = query.get(name);
  const value = Number(text);
  return text === null || !(value > 0) ? otherwise : value;
}

/** `BTCUSDT:long:0.1:59000:cross:20` and, for isolated, optionally the margin after another colon; `;` between. */
function positionsOf(text) {
  if (!text) return [];
  return text.split(';').map((part) => {
    const [symbol, side, size, entry, mode, leverage, margin] = part.split(':');
    if (!contracts[symbol] || !['long', 'short'].includes(side) || !modes.includes(mode)) {
      throw new Error(`positions: cannot read "${part}"`);
    }
    const base = { symbol, side, size: Number(size), entry: Number(entry), mode, leverage: Number(leverage) };
    const assigned = margin === undefined ? (base.size * base.entry) / base.leverage : Number(margin);
    return { ...base, margin: mode === 'isolated' ? assigned : 0 };
  });
}

export function symbolIn(pathname) {
  const symbol = pathname.split('/').at(-1)?.toUpperCase();
  return symbol !== undefined && contracts[symbol] ? symbol : 'BTCUSDT';
}

/**
 * The session an address describes. `mode`, `leverage`, `wallet`, `positions` set the account up; `price` the mark of the
 * contract in the path; `size`, `limit`, `type`, `unit`, `sl`, `tp`, `reduce` fill the ticket in; `seed` fixes the walk,
 * `still` stops it; `confirm=0` switches the page's own question off; `theme=light`.
 */
export function scenarioFrom({ pathname, search }) {
  const query = new URLSearchParams(search);
  const symbol = symbolIn(pathname);
  const mode = modes.includes(query.get('mode')) ? query.get('mode') : 'cross';
  const leverage = Math.min(125, Math.round(numberOf(query, 'leverage', 20)));
  const positions = positionsOf(query.get('positions'));
  const settings = Object.fromEntries(Object.keys(contracts).map((each) => [each, { mode, leverage }]));
  for (const each of positions) settings[each.symbol] = { mode: each.mode, leverage: each.leverage };
  const seed = Math.round(numberOf(query, 'seed', Date.now() % 1_000_000));
  const still = query.get('still') === '1';
  const markets = Object.fromEntries(
    Object.entries(contracts).map(([each, { start }]) => {
      const price = each === symbol ? numberOf(query, 'price', start) : start;
      return [each, new Market(each, { seed, price, still })];
    }),
  );
  return {
    symbol,
    markets,
    account: new Account({ wallet: numberOf(query, 'wallet', 2_000), positions, settings }),
    confirms: query.get('confirm') !== '0',
    theme: query.get('theme') === 'light' ? 'light' : 'dark',
    ticket: {
      type: query.get('type') === 'market' ? 'market' : 'limit',
      price: query.get('limit') ?? '',
      size: query.get('size') ?? '',
      unit: query.get('unit') === 'USDT' ? 'USDT' : contracts[symbol].base,
      stopLoss: query.get('sl') ?? '',
      takeProfit: query.get('tp') ?? '',
      reduceOnly: query.get('reduce') === '1',
    },
  };
}
