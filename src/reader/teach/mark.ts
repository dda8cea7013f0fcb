import type { MarkPrint, TaughtAttribute, TaughtKind, TaughtName } from '../../domain/taught.ts';
import { queryRoots } from '../page/deep-query.ts';
import { outerParent } from '../page/visible.ts';
import { isOnShow, rootsOf } from './spots.ts';
import { targetsIn } from './target.ts';

/** Attributes that the makers of a page name things by, best first. Classes are none: most are made by machines. */
const hooks = [
  'data-testid',
  'data-test-id',
  'data-test',
  'data-qa',
  'data-cy',
  'data-e2e',
  'data-name',
  'data-field',
  'name',
  'id',
];

/** Words every toolkit puts into ids and names: they name a kind of element, not this one. */
const generic =
  /^(?:input|field|form|item|tab|tabs|panel|button|btn|select|option|label|text|number|value|control|root|react|radix|headlessui|mui|chakra|ant|rc|el|ember|svelte|vue|ng|svg|id|col|row|box|wrap|wrapper|container|content|inner)$/i;

const deepestAround = 4;

/** A mark that leads to this element and no other, or `null` where its makers gave it no name of its own. */
export function markOf(
  element: Element,
  kind: TaughtKind,
  name: TaughtName,
  root: Element,
): MarkPrint | null {
  let at: Element | null = element;
  for (let up = 0; at !== null && up <= deepestAround; up += 1, at = outerParent(at)) {
    const attributes = namesOn(at);
    if (attributes.length === 0) continue;
    const mark: MarkPrint = { tag: at.localName, attributes, up };
    const found = byMark(mark, kind, name, root);
    if (found.length === 1 && found[0] === element) return mark;
    if (up === 0) continue;
    return null;
  }
  return null;
}

/** Every element on show that a mark leads to. */
export function byMark(
  mark: MarkPrint,
  kind: TaughtKind,
  name: TaughtName,
  root: Element,
): readonly Element[] {
  const matching = queryRoots(rootsOf(root), selectorOf(mark));
  if (mark.up === 0) return matching.filter((element) => kind === 'toggle' || isOnShow(element));
  return [...new Set(matching.filter(isOnShow).flatMap((around) => targetsIn(around, kind, name)))];
}

function selectorOf({ tag, attributes }: MarkPrint): string {
  const conditions = attributes.map(({ name, value, match }) => {
    const quoted = value.replace(/["\\\n\r\f]/g, (sign) => `\\${sign.charCodeAt(0).toString(16)} `);
    return `[${name}${match === 'starts' ? '^' : ''}="${quoted}"]`;
  });
  return `${tag}${conditions.join('')}`;
}

function namesOn(element: Element): readonly TaughtAttribute[] {
  for (const name of hooks) {
    const value = element.getAttribute(name)?.trim() ?? '';
    const found = stableName(name, value);
    if (found !== null) return [found];
  }
  return [];
}

/** A name a person gave. What a machine counts up behind it is left off; names that are all machine are none. */
export function stableName(name: string, value: string): TaughtAttribute | null {
  const counted = value.search(/\d/);
  const stem = counted < 0 ? value : value.slice(0, counted);
  if (stem.length > 60 || !/^[A-Za-z][\w:. -]*$/.test(stem)) return null;
  const parts = stem
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .split(/[^A-Za-z]+/)
    .filter(Boolean);
  const isSaid = parts.some(
    (part) =>
      part.length >= 3 && /[aeiouy]/i.test(part) && !/[^aeiouy\s]{5}/i.test(part) && !generic.test(part),
  );
  if (!isSaid) return null;
  if (counted < 0) return { name, value, match: 'is' };
  return stem.length < 4 ? null : { name, value: stem, match: 'starts' };
}
