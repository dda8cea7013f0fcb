/**
 * How many random cases a property or differential test runs: the number it names, or fewer where the tests are run
 * once a mutant (`npm run mutate` sets the ceiling). The only place that reads it.
 */
export function runs(count: number): number {
  const ceiling = Number(process.env.RINGFENCE_RUNS_AT_MOST ?? count);
  return Math.min(count, ceiling);
}
