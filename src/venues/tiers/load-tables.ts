import type { BracketTable } from '../../domain/instrument.ts';
import type { VenueFacts } from '../../domain/venue.ts';
import { bracketTable } from './unpack.ts';

/** Where the build put each packaged bracket table, by file name. */
const tableUrls: Readonly<Record<string, string>> = import.meta.glob('./*.json', {
  query: '?url&no-inline',
  import: 'default',
  eager: true,
});

type LoadTables = (
  facts: VenueFacts,
  symbols: readonly string[],
  now?: Date,
) => Promise<Readonly<Record<string, BracketTable>>>;

/**
 * Gives the brackets of contracts from their venue's packaged table; contracts the table does not know are left out.
 * The package cannot change while a worker or page lives: a table that was read once is kept. A failed read is not.
 *
 * @param read reads a packaged JSON file by the address the build gave it
 */
export function tableLoader(read: (url: string) => Promise<unknown>): LoadTables {
  const tables = new Map<string, Promise<unknown>>();
  const tableAt = (url: string): Promise<unknown> => {
    const kept = tables.get(url);
    if (kept !== undefined) return kept;
    const reading = read(url);
    tables.set(url, reading);
    reading.catch(() => tables.delete(url));
    return reading;
  };
  return async ({ tierTable }, symbols, now = new Date()) => {
    const url = tierTable === undefined ? undefined : tableUrls[`./${tierTable}.json`];
    if (url === undefined || symbols.length === 0) return {};
    const packed = await tableAt(url);
    return Object.fromEntries(
      symbols.flatMap((symbol) => {
        const table = bracketTable(packed, symbol, now);
        return table === undefined ? [] : [[symbol, table]];
      }),
    );
  };
}
