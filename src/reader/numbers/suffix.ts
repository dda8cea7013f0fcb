const multipliers: Readonly<Record<string, number>> = {
  K: 3,
  k: 3,
  M: 6,
  B: 9,
  T: 12,
  万: 4,
  萬: 4,
  만: 4,
  亿: 8,
  億: 8,
  억: 8,
};

/** Tickers: capitals and digits with at least two letters, maybe after one small letter (`kPEPE`, `mXBT`). */
const ticker = /^(?:[a-zμ])?(?=[A-Z0-9.]*[A-Z][A-Z0-9.]*[A-Z])[A-Z0-9]{2,14}$|^[₮$€£¥₿Ξ]$/;

export interface Suffix {
  /** Power of ten of an abbreviation such as `K` or `万`. */
  readonly tens: number;
  readonly unit: string;
}

interface UnitWords {
  readonly units?: readonly string[] | undefined;
  readonly isUnit?: ((word: string) => boolean) | undefined;
}

/** What stands behind the digits: nothing, `%`, `x`, an abbreviation, a unit; `null` when it is anything else. */
export function readSuffix(text: string, context: UnitWords): Suffix | null {
  const rest = text.trim();
  if (rest === '' || rest === '%') return { tens: 0, unit: rest };
  if (/^[xX×倍]$/.test(rest)) return { tens: 0, unit: 'x' };
  if (isUnit(rest, context)) return { tens: 0, unit: rest };
  const head = rest.charAt(0);
  const tens = multipliers[head];
  // `12.4K` keeps its letter beside the digits; `12.4 K` could be a ticker or the start of a word.
  if (tens === undefined || /^\s/.test(text)) return null;
  const tail = rest.slice(1);
  if (tail.trim() === '') return { tens, unit: '' };
  const parted = /^\s/.test(tail) || !/[A-Za-z]/.test(head);
  const unit = tail.trim();
  if (!isUnit(unit, context) || !(parted || context.units?.includes(unit) === true)) return null;
  return { tens, unit };
}

function isUnit(text: string, { units = [], isUnit: known }: UnitWords): boolean {
  if (ticker.test(text)) return true;
  return units.some((unit) => unit.toLowerCase() === text.toLowerCase()) || known?.(text) === true;
}
