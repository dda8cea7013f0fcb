import type { StripSpot } from '../domain/strip-place.ts';
import { type Box, clamp, isInside, overlap, type Size } from './box.ts';
import type { Surroundings } from './place-strip.ts';

/** Air to the edges of the viewport. */
const margin = 6;
const most = 10_000;

function share(at: number, room: number): number {
  return room <= 0 ? 0 : Math.round(clamp((at - margin) / room, 0, 1) * most);
}

/** The spot of a box in a viewport. */
export function spotOf({ left, top, width, height }: Box, view: Size): StripSpot {
  return {
    x: share(left, view.width - width - 2 * margin),
    y: share(top, view.height - height - 2 * margin),
  };
}

/** A box of a size at a spot of a viewport. */
export function boxAt({ x, y }: StripSpot, { width, height }: Size, view: Size): Box {
  const at = (part: number, room: number) => Math.round(margin + (part / most) * Math.max(0, room));
  return {
    left: at(x, view.width - width - 2 * margin),
    top: at(y, view.height - height - 2 * margin),
    width,
    height,
  };
}

/** Inside the viewport, and on nothing the ticket is used by. */
export function isFree(box: Box, { view, never, keepFree }: Surroundings): boolean {
  return (
    isInside(box, view, 0) &&
    never.every((other) => overlap(box, other, 4) === 0) &&
    keepFree.every((other) => overlap(box, other, 2) === 0)
  );
}

/**
 * The free place nearest to a wanted one: the place itself, or beside, above or under what stands in its way.
 * `undefined` where a box of this size covers something wherever it stands.
 */
export function freeNear(wanted: Box, around: Surroundings): Box | undefined {
  if (isFree(wanted, around)) return wanted;
  const { view, never, keepFree } = around;
  const { width, height } = wanted;
  const apart = 5;
  const obstacles = [...never, ...keepFree];
  const fits = (at: number, size: number, room: number) => at >= margin && at + size <= room - margin;
  const lefts = obstacles
    .flatMap((box) => [box.left - width - apart, box.left + box.width + apart])
    .filter((left) => fits(left, width, view.width));
  const tops = obstacles
    .flatMap((box) => [box.top - height - apart, box.top + box.height + apart])
    .filter((top) => fits(top, height, view.height));
  const nearest = (places: readonly Box[]) =>
    places
      .map((box) => ({ box, far: Math.hypot(box.left - wanted.left, box.top - wanted.top) }))
      .sort((a, b) => a.far - b.far)
      .find(({ box }) => isFree(box, around))?.box;
  const straight = [
    ...tops.map((top) => ({ ...wanted, top })),
    ...lefts.map((left) => ({ ...wanted, left })),
  ].filter(({ left, top }) => fits(left, width, view.width) && fits(top, height, view.height));
  return nearest(straight) ?? nearest(lefts.flatMap((left) => tops.map((top) => ({ ...wanted, left, top }))));
}

export type Way = 'left' | 'right' | 'up' | 'down';

const steps: Readonly<Record<Way, readonly [number, number]>> = {
  left: [-1, 0],
  right: [1, 0],
  up: [0, -1],
  down: [0, 1],
};

/** One step in a direction, over what stands in the way; `undefined` when there is no free place that way. */
export function stepped(from: Box, way: Way, around: Surroundings, px = 16): Box | undefined {
  const { view } = around;
  const [x, y] = steps[way];
  const mostLeft = Math.max(margin, view.width - margin - from.width);
  const mostTop = Math.max(margin, view.height - margin - from.height);
  for (let count = 1; count * px < view.width + view.height; count += 1) {
    const left = clamp(from.left + x * px * count, margin, mostLeft);
    const top = clamp(from.top + y * px * count, margin, mostTop);
    const box = { ...from, left, top };
    if (left === from.left && top === from.top) return undefined;
    if (isFree(box, around)) return box;
    const isLast =
      (x !== 0 && (left === margin || left === mostLeft)) || (y !== 0 && (top === margin || top === mostTop));
    if (isLast) return undefined;
  }
  return undefined;
}
