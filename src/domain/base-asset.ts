const quote = /(?:FDUSD|USDT|USDC|BUSD|USDE|USD1|USD|DAI|EUR|PERP)M?$/;
/** The futures market's letter of a month, and a year: `Z26`. */
const expiry = /(?<=\p{L}{3})[FGHJKMNQUVXZ]\d{2}$/u;
const markers = new Set(['PERP', 'PF', 'PI', 'FF', 'FI']);

/**
 * The coin a contract is on, from the symbol as the venue writes it: `BTCUSDT`, `BTC-USDT-SWAP`, `PERP_BTC_USDC`,
 * `PF_XBTUSD` and `BTC-PERPETUAL` are all `BTC`, `1000PEPEUSDT` and `kPEPE` are `PEPE`. A symbol of another form stands
 * for itself.
 */
export function baseAsset(symbol: string): string {
  const [first = symbol] = symbol
    .replace(/^[^:]*:/, '')
    .replace(/^k(?=[A-Z]{2})/, '')
    .toUpperCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((part) => part !== '' && !markers.has(part));
  const undated = first.replace(expiry, '');
  const bare = undated.replace(quote, '');
  const coin = (bare.length < 2 ? undated : bare).replace(/^10{3,6}(?=\p{L}{2})/u, '');
  return coin === 'XBT' ? 'BTC' : coin;
}
