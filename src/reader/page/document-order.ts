import { hostOf } from './visible.ts';

/**
 * Whether `one` stands before `other` in the page's source, a shadow root or a same-origin frame where its host stands. The
 * browser itself orders elements of two trees by where they lie in memory.
 */
export function comesBefore(one: Element, other: Element): boolean {
  const homes = homesOf(other);
  for (const [depth, at] of homesOf(one).entries()) {
    const home = homes.find((element) => element.getRootNode() === at.getRootNode());
    if (home === undefined) continue;
    // One is the host of the other, however deep: the host comes first.
    if (home === at) return depth === 0;
    return (at.compareDocumentPosition(home) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  }
  return false;
}

/** The element, its host, the host's host, ... */
function homesOf(element: Element): readonly Element[] {
  const homes: Element[] = [];
  for (let at: Element | null = element; at !== null; at = hostOf(at.getRootNode())) homes.push(at);
  return homes;
}
