import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { PressKind } from '../../../src/reader/ticket-reader.ts';
import type { Expected } from './compare-reading.ts';

/** A press on one element of the page and what reading at it must say; `null`: no order button. */
export interface Press {
  readonly on: string;
  readonly kind: PressKind;
  readonly expected: Expected | null;
}

export interface CorpusPage {
  readonly venue: string;
  readonly name: string;
  readonly html: string;
  readonly url: string;
  readonly lang: string;
  readonly viewport?: string;
  readonly expected: Expected;
  readonly presses?: readonly Press[];
  /** What the health line must say of tickets on the page; by default one. */
  readonly scope?: 'ticket' | 'none' | 'several';
  readonly failedChecks?: readonly string[];
  /** What the health line must say read the page, where that matters. */
  readonly readBy?: 'recipe' | 'labels';
  /** Fields that only the recipe settles, by the address; without it another value is right. */
  readonly byRecipe?: Expected;
}

const fixtures = fileURLToPath(new URL('../../fixtures/venues', import.meta.url));
const rendered = fileURLToPath(new URL('../../../../shared/screens', import.meta.url));

function pagesIn(venue: string, folder: string): CorpusPage[] {
  const entries: Record<string, Omit<CorpusPage, 'venue' | 'name' | 'html'>> = JSON.parse(
    readFileSync(join(folder, 'expected.json'), 'utf8'),
  );
  return Object.entries(entries).map(([name, entry]) => ({
    venue,
    name: `${venue}/${name}`,
    html: readFileSync(join(folder, name), 'utf8'),
    ...entry,
  }));
}

/** Hand-written order screens, by venue. */
export function fixturePages(): readonly CorpusPage[] {
  const venues = readdirSync(fixtures, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return venues.flatMap(({ name }) => pagesIn(name, join(fixtures, name)));
}

/** Rendered pages of real front ends, on machines that have them; none elsewhere. */
export function renderedPages(): readonly CorpusPage[] {
  return existsSync(rendered) ? pagesIn('rendered', rendered) : [];
}

/** Fields that are known to be missed, as `venue/page.html field`, exact in both directions. */
export function knownMisses(): readonly string[] {
  return JSON.parse(readFileSync(join(fixtures, 'known-misses.json'), 'utf8'));
}
