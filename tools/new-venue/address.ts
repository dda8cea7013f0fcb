/** What an order screen's address tells of how the exchange writes its addresses. */
export interface AddressShape {
  readonly host: string;
  /** Match patterns of every host `host` takes, as the extension asks for them; that of the address first. */
  readonly origins: readonly string[];
  /** Source of a regular expression with the groups `base` and `quote`, for contracts in these quote coins (`A|B`). */
  readonly pathIn: (quotes: string) => string;
  /** The exchange's own name of the contract, from the groups. */
  readonly symbolFrom: string;
  readonly symbol: string;
  readonly base: string;
  readonly quote: string;
}

const contract =
  /(?<=[/=#])(?<base>[A-Za-z0-9]{2,15}?)(?<between>[-_]?)(?<quote>usdt|usdc|usd)(?<after>(?:[-_]?(?:perp|swap|perpetual))?)(?=[/?#&]|$)/gi;
/** Source of the languages addresses begin with: `en`, `pt-BR`, `zh-Hant-TW`, `es-419`. */
const language = '[a-z]{2}(?:-[A-Za-z0-9]{2,4}){0,2}';
const locale = new RegExp(`^/${language}(?=/)`);

/**
 * Takes the address of one order screen apart. The contract must stand in it exactly once, as a pair such as `BTCUSDT`,
 * `btc-usdt` or `BTC_USDT-PERP`.
 * @throws with a line for a person when it does not.
 */
export function addressShape(address: string): AddressShape {
  if (!URL.canParse(address)) throw new Error(`${address} is no web address`);
  const url = new URL(address);
  if (url.protocol !== 'https:') throw new Error(`${address} does not start with https://`);
  const path = `${url.pathname}${url.search}${url.hash}`;
  const found = [...path.matchAll(contract)];
  const [match] = found;
  if (match?.groups === undefined || found.length > 1) {
    throw new Error(
      `${address}: expected the contract once in the address, such as https://www.example.com/en/futures/BTCUSDT`,
    );
  }
  const { base = '', between = '', quote = '', after = '' } = match.groups;
  const before = path.slice(0, match.index);
  const start = locale.test(before)
    ? `^/(?:${language}/)?${literal(before.replace(locale, '').replace(/^\//, ''))}`
    : `^${literal(before)}`;
  const hosts = [...new Set([url.hostname, url.hostname.replace(/^www\./, '')])];
  return {
    host: literal(url.hostname).replace(/^www\\\./, '(?:www\\.)?'),
    origins: hosts.map((host) => `${url.protocol}//${host}/*`),
    pathIn: (quotes) =>
      `${start}(?<base>[A-Za-z0-9]{1,15}?)${literal(between)}(?<quote>${quotes})${literal(after)}(?:[/?#&]|$)`,
    symbolFrom: `{base}${between}{quote}${after.toUpperCase()}`,
    symbol: `${base}${between}${quote}${after}`.toUpperCase(),
    base: base.toUpperCase(),
    quote: quote.toUpperCase(),
  };
}

function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
