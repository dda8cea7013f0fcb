import type { Scene } from '../extract/scene.ts';

/** Dollars that are a coin. `USD` itself may be what an exchange makes of any collateral. */
const dollarCoin = /^(?:USD[TCE]|FDUSD|BUSD)$/;

/**
 * The scene with a contract that is settled by the coin its ticket's money is in, where neither address nor recipe settles
 * it: a ticket that is paid in a dollar's coin is of a linear contract, `BTC-USD` or `SOL-PERP`. What is paid in another
 * coin stays unsettled.
 */
export function settledScene(scene: Scene, currencyOf: () => string | undefined): Scene {
  const { market, match } = scene;
  if (market === null || market.kind !== undefined || match.recipe !== null) return scene;
  const currency = currencyOf();
  if (currency === undefined || !dollarCoin.test(currency) || market.base === currency) return scene;
  return { ...scene, market: { ...market, quote: market.quote ?? currency, kind: 'linear' } };
}
