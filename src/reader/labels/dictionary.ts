import { de } from './de.ts';
import { en } from './en.ts';
import { type LabelId, type Labels, labelIds } from './label-id.ts';

/** Every language the reader knows, by its tag. */
export const languages: Readonly<Record<string, Labels>> = { en, de };

let index: ReadonlyMap<string, readonly LabelId[]> | undefined;

/**
 * What a caption can mean, in any language: pages mix them, and a page's `lang` is often wrong. Several meanings where
 * a word has several. `phrase` is in the form `normaliseLabel` gives.
 */
export function meaningsOf(phrase: string): readonly LabelId[] {
  index ??= buildIndex();
  return index.get(phrase) ?? [];
}

/** Every phrase of one meaning, in all languages. */
export function phrasesFor(id: LabelId): readonly string[] {
  return Object.values(languages).flatMap((labels) => labels[id]?.split('|') ?? []);
}

/** Longest phrase of the dictionary in characters, so that a search can stop there. */
export const longestPhrase = 60;

function buildIndex(): ReadonlyMap<string, readonly LabelId[]> {
  const meanings = new Map<string, LabelId[]>();
  for (const labels of Object.values(languages)) {
    for (const id of labelIds) {
      for (const phrase of labels[id]?.split('|') ?? []) {
        const known = meanings.get(phrase);
        if (known === undefined) meanings.set(phrase, [id]);
        else if (!known.includes(id)) known.push(id);
      }
    }
  }
  return meanings;
}
