/**
 * How many random cases a property or differential test runs: the number it names, or fewer where the tests are run
 * once a mutant (`npm run mutate` sets the ceiling). The only place that reads it. Properties of the engine end on the
 * first failure: the search for a smaller one would take longer than any test may, and says nothing until it is over.
 * The seed in the report runs that case again.
 */
export function runs(count: number): number {
  const ceiling = Number(process.env.RINGFENCE_RUNS_AT_MOST ?? count);
  return Math.min(count, ceiling);
}
