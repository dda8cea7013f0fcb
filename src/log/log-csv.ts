import type { LogEntry, LowerBound } from '../domain/log-entry.ts';
import { csvText } from './csv.ts';

/** Under these names the figures stand in the table. */
const boundTitles: Readonly<Record<LowerBound, string>> = {
  worstLoss: 'worst loss',
  idleAtRisk: 'idle at risk',
};

const columns: readonly (readonly [string, (entry: LogEntry) => string | null])[] = [
  ['time', ({ at }) => at],
  ['exchange', ({ venue }) => venue],
  ['symbol', ({ symbol }) => symbol],
  ['side', ({ side }) => side],
  ['margin mode', ({ marginMode }) => marginMode],
  ['leverage', ({ leverage }) => leverage],
  ['size', ({ size }) => size],
  ['price', ({ price }) => price],
  ['currency', ({ currency }) => currency],
  ['worst loss', ({ worstLoss }) => worstLoss],
  ['idle at risk', ({ idleAtRisk }) => idleAtRisk],
  ['liquidation price', ({ liquidationPrice }) => liquidationPrice],
  ['level', ({ level }) => level],
  ['hold', ({ hold }) => hold],
  ['outcome', ({ outcome }) => outcome],
  [
    'findings',
    ({ findings }) => findings.map(({ id, level, value }) => `${id} ${level} ${value}`).join('; '),
  ],
  // Last, so that a sheet made of an earlier export keeps its columns.
  ['at least', ({ lowerBounds = [] }) => lowerBounds.map((name) => boundTitles[name]).join('; ')],
];

/**
 * The log as a table for a spreadsheet, one hold a line; what was not known is an empty cell, and what was only known to
 * be more is named in the last one.
 */
export function logCsv(entries: readonly LogEntry[]): string {
  const head = columns.map(([name]) => name);
  return csvText([head, ...entries.map((entry) => columns.map(([, cell]) => cell(entry) ?? ''))]);
}
