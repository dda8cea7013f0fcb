import type { PlacePrint, TaughtKind, TaughtName } from '../../domain/taught.ts';
import { outerParent } from '../page/visible.ts';
import { isOnShow } from './spots.ts';
import { targetOf, targetsIn } from './target.ts';

/** Which of its kind the element is under the root, and the way down to it. `layout` is left to the caller. */
export function placeOf(
  element: Element,
  kind: TaughtKind,
  name: TaughtName,
  root: Element,
): Omit<PlacePrint, 'layout'> {
  const like = likes(root, kind, name);
  const at = like.indexOf(element);
  return {
    path: pathTo(element, root),
    before: Math.max(0, at),
    behind: at < 0 ? 0 : like.length - 1 - at,
  };
}

export interface Places {
  /** Counted from the start, from the end, and by the way down. */
  readonly elements: ReadonlySet<Element>;
  /** The one element that every way of counting leads to. */
  readonly sure: Element | null;
}

/** The elements a place print leads to. */
export function byPlace(print: PlacePrint, kind: TaughtKind, name: TaughtName, root: Element): Places {
  const like = likes(root, kind, name);
  const counted = like.length === 0 ? [] : [like[print.before], like[like.length - 1 - print.behind]];
  const down = follow(print.path, root);
  const target = down === null ? null : targetOf(down, name);
  const byPath = target?.kind === kind && isOnShow(target.element) ? target.element : undefined;
  const elements = new Set([...counted, byPath].filter((one) => one !== undefined));
  const [only] = elements;
  const isSame = like.length === 0 || like.length === print.before + print.behind + 1;
  return { elements, sure: elements.size === 1 && isSame ? (only ?? null) : null };
}

/** Figures of a whole page are too many and too unsteady to be counted. */
function likes(root: Element, kind: TaughtKind, name: TaughtName): readonly Element[] {
  const isPage = root.localName === 'body' || root.localName === 'html';
  if (isPage && (kind === 'text' || kind === 'choice')) return [];
  return targetsIn(root, kind, name);
}

function pathTo(element: Element, root: Element): string {
  const steps: string[] = [];
  for (let at = element; at !== root; ) {
    const outer = outerParent(at);
    if (outer === null || steps.length > 40) break;
    steps.unshift(`${at.localName}:${positionOf(at)}`);
    at = outer;
  }
  const path = steps.join('/');
  return path.length > 600 ? '' : path;
}

function positionOf(element: Element): number {
  let position = 1;
  for (let at = element.previousElementSibling; at !== null; at = at.previousElementSibling) {
    if (at.localName === element.localName) position += 1;
  }
  return position;
}

function follow(path: string, root: Element): Element | null {
  if (path === '') return null;
  let at: Element | null = root;
  for (const step of path.split('/')) {
    const [tag = '', position = '1'] = step.split(':');
    const inside: Element | undefined = [...childrenOf(at)].filter((child) => child.localName === tag)[
      Number(position) - 1
    ];
    if (inside === undefined) return null;
    at = inside;
  }
  return at;
}

function childrenOf(element: Element): readonly Element[] {
  if (element.shadowRoot !== null) return [...element.shadowRoot.children];
  if (element.localName === 'iframe') {
    const inner = (element as HTMLIFrameElement).contentDocument?.documentElement;
    return inner === undefined || inner === null ? [] : [inner];
  }
  return [...element.children];
}
