import type { AddressShape } from './address.ts';

/** What of a venue's name each file needs. */
export interface VenueName {
  /** As in `src/domain/venue.ts`: lower case, letters, digits and hyphens. */
  readonly id: string;
  /** As people write it. */
  readonly title: string;
}

/** `some-venue` as part of a variable's name. */
export function variable({ id }: VenueName): string {
  return id.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

export function recipeFile(name: VenueName, shape: AddressShape): string {
  return `import type { Recipe } from '../../reader/recipe.ts';

const host = ${quoted(shape.host)};

/** Address only: everything on the page is read by labels until its structure is known. */
export const ${variable(name)}Recipe: Recipe = {
  venue: '${name.id}',
  evidence: 'E: address and labels; page not seen',
  pages: [
    { host, path: ${quoted(shape.pathIn('USDT|USDC'))}, symbol: ${quoted(shape.symbolFrom)} },
    // In dollars a contract may be either; say \`kind: 'inverse'\` where the exchange settles it in the coin.
    { host, path: ${quoted(shape.pathIn('USD'))}, symbol: ${quoted(shape.symbolFrom)}, kind: 'unsettled' },
  ],
  // Pages with the words of a ticket and no ticket on them: wallet, order history, spot.
  excludes: [{ host, path: '/(?:wallet|assets|orders|history|spot)(?:[/?#]|$)' }],
  scope: [],
  fields: {},
  submit: [],
};
`;
}

export function factsFile(name: VenueName, today: string): string {
  return `import type { VenueFacts } from '../../domain/venue.ts';
import { baseRules } from '../base-rules.ts';
import { standIn } from '../generic/stand-in.ts';
import { notFound } from '../not-found.ts';

/** Nothing is looked up yet: the cautious member of each choice, and no fee, rate or bracket. */
export const ${variable(name)}Facts: VenueFacts = {
  id: '${name.id}',
  name: '${name.title}',
  rules: {
    ...baseRules,
    triggerFee: 'taker',
    tierScheme: 'flat',
    costIncludes: 'margin+open+close-fee',
  },
  // Assessed as an unknown exchange is, and every verdict says so. Take it away when all rules are the exchange's own.
  standIn,
  takerFee: notFound('takerFee'),
  makerFee: notFound('makerFee'),
  fundingIntervalHours: notFound('fundingIntervalHours'),
  liquidationFee: notFound('liquidationFee'),
  defaultMode: notFound('defaultMode'),
  autoAddMargin: notFound('autoAddMargin'),
  // One entry a page that says what stands above: title, address, date.
  sources: [{ title: 'None yet', date: '${today}' }],
};
`;
}

/** The line of the table in `src/venues/facts.test.ts` that says the same as \`factsFile\`. */
export const factsLine = '?|?|?|?|?|?|symbol|both|taker|liquidation|no|order order|margin+open+close-fee';

/** A plain order screen of this contract; whoever adds the venue makes it look like the real one. */
export function pageFile(shape: Pick<AddressShape, 'symbol' | 'base' | 'quote'>): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Trade</title>
<style>
  body { margin: 0; font: 14px/1.4 sans-serif; }
  .ticket { width: 320px; padding: 8px; }
  .row { display: flex; justify-content: space-between; gap: 8px; }
</style>
</head>
<body>
<header class="row"><b>${shape.symbol}</b><div><span>Mark price</span> <span>63,000.5</span></div></header>
<form class="ticket">
  <div class="row"><button type="button">Cross</button><button type="button">20x</button></div>
  <div role="tablist" class="row"><button type="button" role="tab" aria-selected="true">Limit</button><button type="button" role="tab" aria-selected="false">Market</button></div>
  <p class="row"><span>Available</span><span>1,204.55 ${shape.quote}</span></p>
  <label for="p">Price (${shape.quote})</label><input id="p" value="62,500.0">
  <label for="s">Size (${shape.base})</label><input id="s" value="0.25">
  <label><input type="checkbox"> Reduce only</label>
  <div class="row"><button id="long">Buy / Long</button><button id="short">Sell / Short</button></div>
</form>
</body>
</html>
`;
}

export function expectedFile(name: VenueName, shape: AddressShape, address: string): string {
  const press = (on: string, side: string) => ({
    on,
    kind: 'pointer',
    expected: { side, effect: 'open' },
  });
  const page = {
    url: address,
    lang: 'en',
    expected: {
      venue: name.id,
      symbol: shape.symbol,
      currency: shape.quote,
      marginMode: 'cross',
      leverage: '20',
      orderType: 'limit',
      price: '62500',
      size: '0.25',
      sizeUnit: 'base',
      // Of a contract that may be inverse, nothing is converted.
      sizeBase: shape.quote === 'USD' ? 'unknown' : '0.25',
      available: '1204.55',
      markPrice: '63000.5',
      reduceOnly: 'false',
      side: 'unknown',
      effect: 'open',
      positions: 'unknown',
    },
    presses: [
      press('#long', 'long'),
      press('#short', 'short'),
      { on: '[role=tab]', kind: 'pointer', expected: null },
    ],
  };
  return `${JSON.stringify({ 'cross-limit.html': page }, null, 2)}\n`;
}

function quoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}
