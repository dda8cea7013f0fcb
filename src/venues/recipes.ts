import type { Recipe } from '../reader/recipe.ts';
import { binanceRecipe } from './binance/recipe.ts';
import { bingxRecipe } from './bingx/recipe.ts';
import { bitgetRecipe } from './bitget/recipe.ts';
import { bitmexRecipe } from './bitmex/recipe.ts';
import { bybitRecipe } from './bybit/recipe.ts';
import { deribitRecipe } from './deribit/recipe.ts';
import { dydxRecipe } from './dydx/recipe.ts';
import { echobitRecipe } from './echobit/recipe.ts';
import { gateRecipe } from './gate/recipe.ts';
import { gmxRecipe } from './gmx/recipe.ts';
import { htxRecipe } from './htx/recipe.ts';
import { hyperliquidRecipe } from './hyperliquid/recipe.ts';
import { krakenPropRecipe } from './kraken/prop-recipe.ts';
import { krakenRecipe } from './kraken/recipe.ts';
import { kucoinRecipe } from './kucoin/recipe.ts';
import { lighterRecipe } from './lighter/recipe.ts';
import { mexcRecipe } from './mexc/recipe.ts';
import { okxRecipe } from './okx/recipe.ts';
import { orderlyRecipe } from './orderly/recipe.ts';
import { phemexRecipe } from './phemex/recipe.ts';
import { practiceRecipe } from './practice/recipe.ts';
import { xxkkRecipe } from './xxkk/recipe.ts';

/** Every recipe, in the order in which they are tried. */
export const recipes: readonly Recipe[] = [
  binanceRecipe,
  okxRecipe,
  bybitRecipe,
  bitgetRecipe,
  gateRecipe,
  kucoinRecipe,
  mexcRecipe,
  krakenRecipe,
  krakenPropRecipe,
  hyperliquidRecipe,
  lighterRecipe,
  dydxRecipe,
  gmxRecipe,
  bingxRecipe,
  htxRecipe,
  phemexRecipe,
  deribitRecipe,
  bitmexRecipe,
  echobitRecipe,
  xxkkRecipe,
  orderlyRecipe,
  practiceRecipe,
];
