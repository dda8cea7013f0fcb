import { textItems } from '../page/text-items.ts';
import { boxOf, isShown } from '../page/visible.ts';

/** How much of an alternative its indicator lies under. */
const covered = 0.6;

/**
 * Which of the alternatives a page's sliding indicator lies under: a painted box beside them without words of its own.
 * `homes`: the element of each alternative. One that lies under several says nothing.
 */
export function underIndicator(homes: readonly Element[]): readonly number[] {
  const [first] = homes;
  let around = first?.parentElement ?? null;
  while (around !== null && !homes.every((home) => around?.contains(home))) around = around.parentElement;
  const boxes = [...(around?.children ?? [])].filter(
    (child) =>
      !homes.some((home) => child.contains(home)) &&
      isShown(child) &&
      textItems(child).length === 0 &&
      child.querySelector('input,button,svg,img,canvas') === null &&
      isPainted(child),
  );
  return boxes.flatMap((box) => {
    const under = homes.flatMap((home, at) => (share(boxOf(home), boxOf(box)) >= covered ? at : []));
    return under.length < homes.length ? under : [];
  });
}

function isPainted(element: Element): boolean {
  const { backgroundColor, backgroundImage } = getComputedStyle(element);
  return backgroundImage !== 'none' || !/^(?:transparent|rgba\(.*[, ]0\))$/.test(backgroundColor);
}

/** The part of `a` that `b` covers. */
function share(a: DOMRect, b: DOMRect): number {
  const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return width <= 0 || height <= 0 ? 0 : (width * height) / (a.width * a.height);
}
