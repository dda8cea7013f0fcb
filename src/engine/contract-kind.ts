import type { ContractKind } from '../domain/instrument.ts';
import type { VenueFacts } from '../domain/venue.ts';

/** Linear, but for the symbols a venue's facts name as inverse. */
export function contractKind({ inverseSymbols }: VenueFacts, symbol: string): ContractKind {
  return inverseSymbols !== undefined && new RegExp(inverseSymbols).test(symbol) ? 'inverse' : 'linear';
}
