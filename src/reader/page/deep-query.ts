import { oncePerLook } from './look.ts';

/** `root` and everything inside it that has a tree of its own: open shadow roots and same-origin frames. */
export const searchRoots = oncePerLook((root: Document | Element | ShadowRoot): readonly ParentNode[] => {
  const roots: ParentNode[] = [root];
  if ('shadowRoot' in root && root.shadowRoot !== null) roots.push(...searchRoots(root.shadowRoot));
  for (const element of root.querySelectorAll('*')) {
    if (element.shadowRoot !== null) roots.push(...searchRoots(element.shadowRoot));
    // A frame of another origin has no document for us.
    const inner = element.localName === 'iframe' ? (element as HTMLIFrameElement).contentDocument : null;
    if (inner !== null) roots.push(...searchRoots(inner));
  }
  return roots;
});

/** Every match in any of the roots, outermost root first. */
export function queryRoots(roots: readonly ParentNode[], selector: string): readonly Element[] {
  return roots.length === 1 && roots[0] !== undefined
    ? [...roots[0].querySelectorAll(selector)]
    : roots.flatMap((root) => [...root.querySelectorAll(selector)]);
}
