export type DecimalMark = '.' | ',';

export interface SeparatorReading {
  /** Digits with a point, no sign: `1234.5`. */
  readonly value: string;
  /** The decimal mark this reading implies for the page's format; `null` where it implies none. */
  readonly mark: DecimalMark | null;
}

/**
 * Every way to read digits with separators as one number. One: the text is clear by itself. Two: `1.234` may be a
 * fraction or a thousand. None: the separators fit no format.
 *
 * `typed` admits a trailing decimal mark, as it stands while someone types.
 */
export function separatorReadings(digits: string, typed: boolean): readonly SeparatorReading[] {
  const marks = [...digits.replace(/\d/g, '')];
  const parts = digits.split(/[^\d]/);
  const kinds = [...new Set(marks)];
  const last = marks.at(-1);
  if (last === undefined) return [{ value: plain(digits, ''), mark: null }];

  if (kinds.length === 2) {
    const groups = marks.slice(0, -1);
    const usable = isDecimalMark(last) && !groups.includes(last) && groups.every((mark) => mark !== '٫');
    if (!usable || !isGrouped(parts.slice(0, -1)) || (parts.at(-1) === '' && !typed)) return [];
    return [{ value: plain(parts.slice(0, -1).join(''), parts.at(-1) ?? ''), mark: latin(last) }];
  }
  if (kinds.length > 2) return [];

  const readings: SeparatorReading[] = [];
  const [whole = '', fraction = ''] = parts;
  if (isDecimalMark(last) && marks.length === 1 && (fraction !== '' || typed)) {
    readings.push({ value: plain(whole, fraction), mark: latin(last) });
  }
  if (last !== '٫' && isGrouped(parts)) {
    const mark = last === ',' ? '.' : last === '.' ? ',' : null;
    readings.push({ value: plain(parts.join(''), ''), mark });
  }
  return readings;
}

/** The decimal mark that a number's text proves, or `null` when it proves none. */
export function provenMark(digits: string): DecimalMark | null {
  const readings = separatorReadings(digits, false);
  return readings.length === 1 ? (readings[0]?.mark ?? null) : null;
}

function isDecimalMark(mark: string): boolean {
  return mark === '.' || mark === ',' || mark === '٫';
}

function latin(mark: string): DecimalMark | null {
  return mark === '.' || mark === ',' ? mark : null;
}

/** Threes, or the Indian twos before a last three; a leading zero never starts a group. */
function isGrouped(parts: readonly string[]): boolean {
  const [first = '', ...others] = parts;
  if (!/^[1-9]\d{0,2}$/.test(first) || others.length === 0) return false;
  if (others.every((part) => part.length === 3)) return true;
  const middle = others.slice(0, -1);
  return first.length <= 2 && others.at(-1)?.length === 3 && middle.every((part) => part.length === 2);
}

function plain(whole: string, fraction: string): string {
  const digits = whole.replace(/^0+(?=\d)/, '') || '0';
  return fraction === '' ? digits : `${digits}.${fraction}`;
}
