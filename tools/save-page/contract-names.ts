import type { Market } from '../../src/reader/locate/match-page.ts';

const delivery = String.raw`[-_](?:\d{6}|\d{8}|\d{1,2}[A-Z]{3}\d{2})`;
const month = String.raw`[FGHJKMNQUVXZ]\d{2}`;
/** A pair with what may follow it, a coin with a date, and a coin with the letter of a month and a year. */
const inPath = new RegExp(
  `(?<![A-Z0-9])(?:[A-Z0-9]{1,15}?[-_]?(?:USDT|USDC|USD)(?:[-_]?(?:PERP|SWAP|M)|${delivery}|${month})?|[A-Z0-9]{2,10}${delivery}|[A-Z]{3,5}M?${month})(?![A-Z0-9])`,
  'gi',
);

/**
 * Every spelling of the contract that a page may show: as the venue's recipe reads it, as the path of the address writes
 * it, both without hyphens, and its coins. The rest of the address says nothing about the contract and may name an account.
 */
export function contractNames(url: string, market: Market | null): readonly string[] {
  const written = new URL(url).pathname.match(inPath) ?? [];
  const symbols = [market?.symbol ?? '', ...written].flatMap((name) => [name, name.replace(/[-_]/g, '')]);
  // A single letter says too little to be kept wherever it stands.
  const coins = [market?.base ?? '', market?.quote ?? ''].filter((name) => name.length > 1);
  return [...new Set([...symbols, ...coins])].filter((name) => name !== '');
}
