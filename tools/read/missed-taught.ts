import type { TaughtField } from '../../src/domain/taught.ts';
import { findTaught } from '../../src/reader/teach/find-taught.ts';
import { byMark } from '../../src/reader/teach/mark.ts';
import { byPlace } from '../../src/reader/teach/place.ts';
import { byWords } from '../../src/reader/teach/words.ts';

/** Why a taught field was not found again: where each of its three prints leads on this page. Two have to agree. */
export function faultOfTaught(field: TaughtField, root: Element, names: readonly string[]): string {
  const { kind, name, mark, words, place } = field;
  const found = findTaught(field, root, names);
  if ('element' in found) return `leads to ${nameOf(found.element)}, and that could not be read`;
  const marked = mark === null ? null : byMark(mark, kind, name, root);
  const said = words === null ? null : byWords(words, { kind, name, root, names });
  const placed = [...byPlace(place, kind, name, root).elements];
  return [
    `name: ${marked === null ? 'it had none' : leadsTo(marked)}`,
    `words${words === null ? '' : ` "${words.text}"`}: ${
      words === null
        ? 'it had none'
        : said === null
          ? 'lead to nothing, or to several places'
          : nameOf(said.element)
    }`,
    `place: ${leadsTo(placed)}`,
  ].join('; ');
}

function leadsTo(elements: readonly Element[]): string {
  const [first] = elements;
  if (first === undefined) return 'leads to nothing';
  return elements.length === 1 ? nameOf(first) : `leads to ${elements.length} elements`;
}

function nameOf(element: Element): string {
  const id = element.id === '' ? '' : `#${element.id}`;
  const text = (element.textContent ?? '').replace(/\s+/g, ' ').trim().slice(0, 30);
  return `<${element.localName}${id}>${text === '' ? '' : ` "${text}"`}`;
}
