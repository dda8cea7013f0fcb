import type { TaughtField, TaughtName } from '../../domain/taught.ts';
import { outerParent } from '../page/visible.ts';
import { markOf } from './mark.ts';
import { placeOf } from './place.ts';
import { layoutOf } from './spots.ts';
import type { Target } from './target.ts';
import { byWords, wordsOf } from './words.ts';

export type Prints = Pick<TaughtField, 'mark' | 'words' | 'place'>;

export interface Search {
  readonly name: TaughtName;
  readonly root: Element;
  /** Words that name the contract and its coins. */
  readonly names: readonly string[];
}

/** The three prints of an element: by its makers' names, by the words beside it, by its place. */
export function printsOf({ element, kind }: Target, lead: string, { name, root, names }: Search): Prints {
  const context = { kind, name, root, names };
  const words = wordsOf(element, lead, context);
  const caption = words === null ? null : (byWords(words, context)?.caption ?? null);
  const layout = words === null || words.own || caption === null ? '' : layoutOf(around(element, caption));
  return {
    mark: markOf(element, kind, name, root),
    words,
    place: { ...placeOf(element, kind, name, root), layout },
  };
}

/** The smallest element that holds both. */
export function around(element: Element, other: Element): Element {
  let at = element;
  while (!at.contains(other)) {
    const outer = outerParent(at);
    if (outer === null) break;
    at = outer;
  }
  return at;
}
