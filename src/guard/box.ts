/** A rectangle in viewport coordinates, CSS pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Area two boxes share, with `gap` pixels of air around the second. */
export function overlap(a: Box, b: Box, gap = 0): number {
  const width = Math.min(a.left + a.width, b.left + b.width + gap) - Math.max(a.left, b.left - gap);
  const height = Math.min(a.top + a.height, b.top + b.height + gap) - Math.max(a.top, b.top - gap);
  return width > 0 && height > 0 ? width * height : 0;
}

export function isInside({ left, top, width, height }: Box, view: Size, margin: number): boolean {
  return (
    left >= margin &&
    top >= margin &&
    left + width <= view.width - margin &&
    top + height <= view.height - margin
  );
}

export function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value));
}
