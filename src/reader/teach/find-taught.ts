import { type TaughtField, type TaughtName, taughtControlNames } from '../../domain/taught.ts';
import { around } from './fingerprint.ts';
import { byMark } from './mark.ts';
import { byPlace } from './place.ts';
import { layoutOf } from './spots.ts';
import { byWords, textOf } from './words.ts';

/** `lost`: prints lead somewhere, but no two to one place. `absent`: neither name nor words are on the page any more. */
export type Found = { readonly element: Element } | { readonly none: 'lost' | 'absent' };

/**
 * The element the trader showed, found again: two prints must lead to it. Its makers' name and words that are its own
 * each need one more witness; words that merely stand near count only where place and the captions around are all as
 * they were. Name and own words that lead to different elements are no proof of either.
 */
export function findTaught(field: TaughtField, root: Element, names: readonly string[]): Found {
  const found = agreed(field, root, names);
  return 'element' in found && !canSay(field, found.element) ? { none: 'lost' } : found;
}

const saidInWords = new Set<TaughtName>(['sizeUnit', 'marginMode', 'reduceOnly', ...taughtControlNames]);

/** Where a figure stood there is one still, or the sign that there is none now; a neighbour may have moved up. */
function canSay({ name, kind }: TaughtField, element: Element): boolean {
  if (saidInWords.has(name) || kind === 'input') return true;
  return /\p{Nd}|--|[–—]/u.test(textOf(element));
}

function agreed(field: TaughtField, root: Element, names: readonly string[]): Found {
  const { kind, name, mark, words, place } = field;
  const marked = mark === null ? [] : byMark(mark, kind, name, root);
  const named = marked.length === 1 ? (marked[0] ?? null) : null;
  const said = words === null ? null : byWords(words, { kind, name, root, names });
  if (named === null && said === null) return { none: marked.length > 1 ? 'lost' : 'absent' };
  if (named !== null && said !== null) {
    if (named === said.element) return { element: named };
    if (words?.own === true) return { none: 'lost' };
  }
  const places = byPlace(place, kind, name, root);
  if (named !== null && places.elements.has(named)) return { element: named };
  if (said?.own === true && places.elements.has(said.element)) return { element: said.element };
  if (said !== null && places.sure === said.element) {
    if (layoutOf(around(said.element, said.caption)) === place.layout) return { element: said.element };
  }
  return { none: 'lost' };
}
