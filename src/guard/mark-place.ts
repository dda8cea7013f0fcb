import { type Box, isInside, overlap, type Size } from './box.ts';

/** What marks may not stand on. */
export interface MarkSurroundings {
  readonly view: Size;
  /** Buttons and inputs, and what of ours stands there. */
  readonly taken: readonly Box[];
  /** True where a point is blank: the ground of the ticket, with nothing else drawn on it. */
  readonly isBlank: (x: number, y: number) => boolean;
}

/** Padding of a ticket is rarely wider. */
const sizes = [16, 12] as const;

function beside({ left, top, width, height }: Box, size: number): readonly Box[] {
  const middle = top + (height - size) / 2;
  const right = left + width;
  const box = (x: number, y: number) => ({ left: x, top: y, width: size, height: size });
  return [
    box(left - size - 1, middle),
    box(right + 1, middle),
    box(left, top - size - 1),
    box(right - size, top - size - 1),
    box(left, top + height + 1),
    box(right - size, top + height + 1),
  ];
}

/** Right by a field, on blank ground; `undefined` where there is none, so that nothing is ever covered. */
export function placeMark(field: Box, { view, taken, isBlank }: MarkSurroundings): Box | undefined {
  return sizes
    .flatMap((size) => beside(field, size))
    .find(
      (box) =>
        isInside(box, view, 0) &&
        taken.every((other) => overlap(box, other) === 0) &&
        isBlank(box.left + box.width / 2, box.top + box.height / 2),
    );
}
