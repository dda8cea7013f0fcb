import type { Recipe } from '../../reader/recipe.ts';

const host = '(?:www\\.|test\\.)?deribit\\.com';
const expiry = '(?:PERPETUAL|\\d{1,2}[A-Z]{3}\\d{2})';
const linear = `(?<symbol>(?<base>[A-Z0-9]{2,10})_(?<quote>USDC|USDT)-${expiry})`;
const inverse = `(?<symbol>(?<base>[A-Z0-9]{2,10})-${expiry})`;
/** The contract's name as a part of the path or as a value in query or hash; the address around it is not known. */
const anywhere = (name: string) => `[/=#]${name}(?:[/?#&]|$)`;

/** Addresses only; the ticket is read by labels. Cross is the only mode, so the page may not name any. */
export const deribitRecipe: Recipe = {
  venue: 'deribit',
  evidence: 'E: the names of contracts; nothing is known of its addresses and elements',
  pages: [
    { host, path: anywhere(linear) },
    { host, path: anywhere(inverse), quote: 'USD', kind: 'inverse' },
    { host, path: '^/futures(?:[/?#]|$)' },
  ],
  excludes: [
    { host, path: '^/(?:options|spot|account|wallet|history|orders?|statistics|transactions?)(?:[-/?#]|$)' },
    // An option: name, day, strike and which of the two it is.
    { host, path: '[/=#][A-Z0-9_]{2,15}-\\d{1,2}[A-Z]{3}\\d{2}-\\d+(?:d\\d+)?-[CP](?:[/?#&]|$)' },
  ],
  fields: {},
  submit: [],
  positions: {
    css: [],
    names: [{ text: `^${linear}$` }, { text: `^${inverse}$`, quote: 'USD', kind: 'inverse' }],
  },
};
