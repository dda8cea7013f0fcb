import { en } from './en.ts';
import { type LabelId, type Labels, labelIds } from './label-id.ts';

const index = new Map<string, LabelId[]>();

/**
 * Adds a language's words. Pages mix languages and their `lang` is often wrong, so all that are known apply to every
 * page; a word that means several things keeps every meaning.
 */
export function learnLanguage(labels: Labels): void {
  for (const id of labelIds) {
    for (const phrase of labels[id]?.split('|') ?? []) {
      const known = index.get(phrase);
      if (known === undefined) index.set(phrase, [id]);
      else if (!known.includes(id)) known.push(id);
    }
  }
}

learnLanguage(en);

/** What a caption can mean. `phrase` is in the form `normaliseLabel` gives. */
export function meaningsOf(phrase: string): readonly LabelId[] {
  return index.get(phrase) ?? [];
}

/** Longest phrase of the dictionary in characters, so that a search can stop there. */
export const longestPhrase = 60;
