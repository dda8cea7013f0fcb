/**
 * Whether our figure is what a document says: words alike, numbers alike to as many places as the document writes. Half a
 * unit of the last place either way, since the documents round.
 */
export function saidAlike(said: string, ours: unknown): boolean {
  if (!/^-?\d/.test(said)) return said === ours;
  if (ours === undefined || (typeof ours !== 'string' && typeof ours !== 'number')) return false;
  const places = said.split('.')[1]?.length ?? 0;
  return Math.abs(Number(ours) - Number(said)) <= 0.5 * 10 ** -places + 1e-9;
}
