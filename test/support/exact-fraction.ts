/** Exact rationals for the differential test: nothing of the engine's arithmetic is used. */
export interface Fraction {
  readonly n: bigint;
  /** Always > 0. */
  readonly d: bigint;
}

function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

export function fraction(n: bigint, d = 1n): Fraction {
  return d < 0n ? { n: -n, d: -d } : { n, d };
}

/** The same number in lowest terms: keeps long sums short. Elsewhere the common divisor costs more than it saves. */
export function reduced({ n, d }: Fraction): Fraction {
  const common = gcd(n, d) || 1n;
  return { n: n / common, d: d / common };
}

export function fromText(text: string): Fraction {
  const negative = text.startsWith('-');
  const [whole = '0', decimals = ''] = text.replace('-', '').split('.');
  const units = BigInt(whole + decimals);
  return fraction(negative ? -units : units, 10n ** BigInt(decimals.length));
}

export const add = (a: Fraction, b: Fraction) =>
  a.d === b.d ? fraction(a.n + b.n, a.d) : fraction(a.n * b.d + b.n * a.d, a.d * b.d);
export const negate = (a: Fraction): Fraction => ({ n: -a.n, d: a.d });
export const subtract = (a: Fraction, b: Fraction) => add(a, negate(b));
export const multiply = (a: Fraction, b: Fraction) => fraction(a.n * b.n, a.d * b.d);
export const divide = (a: Fraction, b: Fraction) => fraction(a.n * b.d, a.d * b.n);
/** Negative, zero or positive as a is below, at or above b. */
export const compare = (a: Fraction, b: Fraction) => {
  const difference = a.n * b.d - b.n * a.d;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
};
export const zero = fraction(0n);

/** | a - b | <= | b | x 10^-digits */
export function agrees(a: Fraction, b: Fraction, digits: number): boolean {
  const off = subtract(a, b);
  const size = (x: Fraction): Fraction => ({ n: x.n < 0n ? -x.n : x.n, d: x.d });
  return compare(size(off), multiply(size(b), fraction(1n, 10n ** BigInt(digits)))) <= 0;
}
