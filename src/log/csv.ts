import { isDecimalString } from '../domain/decimal-string.ts';

/**
 * Rows as comma-separated text (RFC 4180: CRLF, quotes doubled). A cell that a spreadsheet would take for a formula is
 * made text by an apostrophe before it; a plain number never is one.
 */
export function csvText(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('');
}

function csvCell(value: string): string {
  const isFormula = /^[\s\0]*[=+\-@＝＋－＠|%\t\r]/u.test(value) && !isDecimalString(value);
  const text = isFormula ? `'${value}` : value;
  return /[",\r\n]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text;
}
