/**
 * Short names of coins that most exchanges list. A word in capitals may as well be a nickname, so that outside of the
 * contract at hand only these pass for a coin.
 */
const quotes = 'USDT USDC USD USDE FDUSD BUSD DAI EUR'.split(' ');
const bases =
  'BTC XBT ETH WBTC WETH SOL XRP BNB DOGE XDG ADA TRX AVAX LTC BCH ETC SHIB PEPE BONK APT ARB ATOM FIL XLM AAVE HYPE INJ TIA SUI'.split(
    ' ',
  );
const coins = new Set([...quotes, ...bases]);
const pair = new RegExp(`^([A-Z]{2,5})(?:${quotes.join('|')})$`);

/** Coins that contracts are on; money that they are settled in is none. */
export const contractCoins: readonly string[] = bases;

/** Whether a word in capitals is such a coin, or a pair of them: `BTC`, `SOLUSDT`. */
export function isCoinName(word: string): boolean {
  return coins.has(word) || coins.has(pair.exec(word)?.[1] ?? '');
}
