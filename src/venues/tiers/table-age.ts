/** Venues change their brackets a few times a year: half a year is long for a table that nobody looked at again. */
const trustedDays = 180;

const dayMs = 24 * 60 * 60 * 1000;

/** Whether a table of that day is too old to be taken at its word. A month counts from its first day; no date is old. */
export function isOldTable(asOf: string, now: Date): boolean {
  const [, year, month, day = '1'] = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(asOf) ?? [];
  if (year === undefined || month === undefined) return true;
  const made = Date.UTC(Number(year), Number(month) - 1, Number(day));
  return now.getTime() - made > trustedDays * dayMs;
}
