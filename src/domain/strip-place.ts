/** A spot for the strip in ten-thousandths of the room it can move in: what stood at an edge stands there on any screen. */
export interface StripSpot {
  readonly x: number;
  readonly y: number;
}

/** How the trader wants the strip on one exchange's pages. */
export interface StripPlace {
  /** `null`: docked to the ticket, wherever that is. */
  readonly spot: StripSpot | null;
  readonly isCollapsed: boolean;
}

function isShare(value: unknown): boolean {
  return Number.isSafeInteger(value) && Number(value) >= 0 && Number(value) <= 10_000;
}

/** Whether a value from storage or a message is a place, by every one of its members. */
export function isStripPlace(value: unknown): value is StripPlace {
  if (typeof value !== 'object' || value === null) return false;
  const { spot, isCollapsed } = value as Partial<Record<keyof StripPlace, unknown>>;
  if (typeof isCollapsed !== 'boolean') return false;
  if (spot === null) return true;
  if (typeof spot !== 'object' || spot === undefined) return false;
  const { x, y } = spot as Partial<Record<keyof StripSpot, unknown>>;
  return isShare(x) && isShare(y);
}

export const dockedStrip: StripPlace = { spot: null, isCollapsed: false };
