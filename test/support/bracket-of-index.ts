import type { Bracket, BracketCurve } from '../../src/engine/models/maintenance-curve.ts';

export function bracketOfIndex(curve: BracketCurve, index: number): Bracket {
  const bracket = curve.bracket(index);
  if (bracket === undefined) throw new Error(`no bracket ${index}`);
  return bracket;
}
