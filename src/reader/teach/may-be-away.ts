import type { TaughtName } from '../../domain/taught.ts';

/** Fields a page takes away while they have nothing to say; the others stand on every ticket. */
const comeAndGo: ReadonlySet<TaughtName> = new Set([
  'price',
  'stopLoss',
  'takeProfit',
  'reduceOnly',
  'markPrice',
]);

/** Whether a taught field that is nowhere on the page is only hidden for now. */
export function mayBeAway(name: TaughtName): boolean {
  return comeAndGo.has(name);
}
