import type { VenueFacts, VenueId } from '../domain/venue.ts';
import { binanceFacts } from './binance/facts.ts';
import { binanceCoinmFacts } from './binance-coinm/facts.ts';
import { bingxFacts } from './bingx/facts.ts';
import { bitgetFacts } from './bitget/facts.ts';
import { bitmexFacts } from './bitmex/facts.ts';
import { bybitFacts } from './bybit/facts.ts';
import { deribitFacts } from './deribit/facts.ts';
import { dydxFacts } from './dydx/facts.ts';
import { echobitFacts } from './echobit/facts.ts';
import { gateFacts } from './gate/facts.ts';
import { alsoUnder } from './generic/also-under.ts';
import { genericFacts } from './generic/facts.ts';
import { gmxFacts } from './gmx/facts.ts';
import { htxFacts } from './htx/facts.ts';
import { hyperliquidFacts } from './hyperliquid/facts.ts';
import { krakenFacts } from './kraken/facts.ts';
import { kucoinFacts } from './kucoin/facts.ts';
import { lighterFacts } from './lighter/facts.ts';
import { mexcFacts } from './mexc/facts.ts';
import { okxFacts } from './okx/facts.ts';
import { orderlyFacts } from './orderly/facts.ts';
import { phemexFacts } from './phemex/facts.ts';
import { practiceFacts } from './practice/facts.ts';
import { xxkkFacts } from './xxkk/facts.ts';

/** Every venue that somebody described. */
const described: Readonly<Record<Exclude<VenueId, 'generic'>, VenueFacts>> = {
  binance: binanceFacts,
  'binance-coinm': binanceCoinmFacts,
  bybit: bybitFacts,
  okx: okxFacts,
  bitget: bitgetFacts,
  gate: gateFacts,
  kucoin: kucoinFacts,
  mexc: mexcFacts,
  bingx: bingxFacts,
  bitmex: bitmexFacts,
  kraken: krakenFacts,
  deribit: deribitFacts,
  hyperliquid: hyperliquidFacts,
  dydx: dydxFacts,
  gmx: gmxFacts,
  orderly: orderlyFacts,
  lighter: lighterFacts,
  echobit: echobitFacts,
  xxkk: xxkkFacts,
  htx: htxFacts,
  phemex: phemexFacts,
  practice: practiceFacts,
};

const others = alsoUnder(Object.values(described));

function underOthersToo(facts: VenueFacts): VenueFacts {
  return facts.standIn === undefined ? facts : { ...facts, rules: { ...facts.rules, alsoUnder: others } };
}

/** The money facts of every venue. One whose rules nobody looked up is assessed under the rules of all others as well. */
export const venueFacts = Object.fromEntries(
  Object.entries({ ...described, generic: genericFacts }).map(([id, facts]) => [id, underOthersToo(facts)]),
) as Readonly<Record<VenueId, VenueFacts>>;
