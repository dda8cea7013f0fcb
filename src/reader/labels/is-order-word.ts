import { captionOf } from './caption.ts';
import { isCoinName } from './coin-names.ts';

/** Words for kinds of contract and order that name no field. */
const kinds = new Set('perp perpetual perpetuals swap gtc ioc fok 永续 永續 永续合约 永續合約'.split(' '));

/**
 * A word of an order screen, or the short name of a coin: no person's, so that it may stand in a report. Capitals alone
 * make no coin: a nickname may be written in them.
 */
export function isOrderWord(word: string): boolean {
  return captionOf(word) !== null || kinds.has(word.toLowerCase()) || isCoinName(word);
}
