import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type CorpusEntry, parseEntry } from './corpus-entry.ts';

export interface CorpusPage extends CorpusEntry {
  readonly venue: string;
  readonly name: string;
  readonly html: string;
}

/** A page of the corpus, or why there is none under this name. */
export type CorpusItem =
  | { readonly name: string; readonly page: CorpusPage }
  | { readonly name: string; readonly fault: string };

const fixtures = fileURLToPath(new URL('../../fixtures/venues', import.meta.url));
const rendered = fileURLToPath(new URL('../../../../shared/screens', import.meta.url));

/** Every page of a folder and every entry of its `expected.json`: what is in one and not in the other is a fault. */
export function itemsIn(venue: string, folder: string): readonly CorpusItem[] {
  const list = join(folder, 'expected.json');
  let entries: Readonly<Record<string, unknown>>;
  try {
    entries = JSON.parse(readFileSync(list, 'utf8'));
  } catch (error) {
    return [
      { name: `${venue}/expected.json`, fault: String(error instanceof Error ? error.message : error) },
    ];
  }
  const pages = readdirSync(folder).filter((file) => file.endsWith('.html'));
  return [...new Set([...Object.keys(entries), ...pages])].map((file) => {
    const name = `${venue}/${file}`;
    if (!Object.hasOwn(entries, file))
      return { name, fault: 'expected.json does not name it: it is not tested' };
    if (!pages.includes(file)) return { name, fault: 'expected.json names it and there is no such file' };
    try {
      const html = readFileSync(join(folder, file), 'utf8');
      return { name, page: { ...parseEntry(entries[file]), venue, name, html } };
    } catch (error) {
      return { name, fault: `expected.json: ${error instanceof Error ? error.message : error}` };
    }
  });
}

/** Hand-written order screens, by venue, with what is wrong with the list of them. */
export function fixtureItems(): readonly CorpusItem[] {
  const venues = readdirSync(fixtures, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return venues.flatMap(({ name }) => itemsIn(name, join(fixtures, name)));
}

/** The hand-written order screens that can be opened. `corpus.test.ts` fails on the others. */
export function fixturePages(): readonly CorpusPage[] {
  return fixtureItems().flatMap((item) => ('page' in item ? [item.page] : []));
}

/** Rendered pages of real front ends, on machines that have them; none elsewhere. */
export function renderedItems(): readonly CorpusItem[] {
  return existsSync(rendered) ? itemsIn('rendered', rendered) : [];
}

/** Fields that are known to be missed, as `venue/page.html field`, exact in both directions. */
export function knownMisses(): readonly string[] {
  return JSON.parse(readFileSync(join(fixtures, 'known-misses.json'), 'utf8'));
}
