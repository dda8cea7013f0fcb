/** One line of `bench.json`. Everything in it was measured in this run. */
export interface Measurement {
  readonly id: string;
  readonly value: number;
  readonly unit: string;
  readonly limit: number;
  readonly better: 'lower' | 'higher';
}

export function keepsLimit({ value, limit, better }: Measurement): boolean {
  return better === 'lower' ? value <= limit : value >= limit;
}

/** The value below which the share `fraction` of the samples lies (nearest rank). */
export function percentile(samples: readonly number[], fraction: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  const rank = Math.min(sorted.length - 1, Math.ceil(fraction * sorted.length) - 1);
  const value = sorted[Math.max(0, rank)];
  if (value === undefined) throw new RangeError('no samples');
  return value;
}
