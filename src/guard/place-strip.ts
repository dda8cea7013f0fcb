import { type Box, clamp, isInside, overlap, type Size } from './box.ts';

export interface Surroundings {
  readonly view: Size;
  /** The ticket on the page; absent when there is none. */
  readonly ticket: Box | undefined;
  /** Submit buttons: covered under no circumstances. */
  readonly never: readonly Box[];
  /** The ticket's other controls: covered only when there is no other place at all. */
  readonly keepFree: readonly Box[];
}

const margin = 6;
const gap = 8;
/** Below this the line loses too much of what it says; above, it is wider than anything it docks to. */
const narrowest = 300;
const widest = 560;

/** The line at its widest in a viewport. */
export function fullWidth(view: Size): number {
  return Math.min(widest, view.width - 2 * margin);
}

function besideTicket({ ticket, view, never }: Surroundings, height: number): readonly Box[] {
  if (ticket === undefined) return [];
  const right = ticket.left + ticket.width;
  const full = fullWidth(view);
  const level = never[0]?.top ?? ticket.top;
  const beside = clamp(level, margin, view.height - margin - height);
  const under = ticket.top + ticket.height + gap;
  const over = ticket.top - gap - height;
  // Reaching out to the left first, so that the line has room; then no wider than the ticket.
  const docked = [full, clamp(ticket.width, Math.min(narrowest, full), full)].flatMap((width) => {
    const left = clamp(right - width, margin, view.width - margin - width);
    return [
      { left, top: under, width, height },
      { left, top: over, width, height },
    ];
  });
  const roomLeft = Math.min(widest, ticket.left - gap - margin);
  const roomRight = Math.min(widest, view.width - right - gap - margin);
  return [
    ...docked,
    { left: ticket.left - gap - roomLeft, top: beside, width: roomLeft, height },
    { left: right + gap, top: beside, width: roomRight, height },
  ].filter(({ width }) => width >= Math.min(narrowest, full));
}

/** Along the edges of the viewport, the bottom first, then line by line upwards. */
function alongEdges({ view }: Surroundings, height: number): readonly Box[] {
  const width = fullWidth(view);
  const lefts = [view.width - margin - width, (view.width - width) / 2, margin];
  const bottom = view.height - margin - height;
  const tops = [bottom];
  for (let top = bottom - height; top >= margin; top -= 16) tops.push(top);
  tops.push(margin);
  return tops.flatMap((top) => lefts.map((left) => ({ left, top, width, height })));
}

/**
 * Where the strip stands: by the ticket where it covers none of its controls, else along the edge of the viewport.
 * `busy` counts what else of the page can be pressed under a box; quieter places win over nearer ones.
 */
export function placeStrip(around: Surroundings, height: number, busy: (box: Box) => number): Box {
  const candidates = [...besideTicket(around, height), ...alongEdges(around, height)];
  const allowed = candidates.filter(
    (box) =>
      isInside(box, around.view, margin) && around.never.every((other) => overlap(box, other, 4) === 0),
  );
  const free = allowed.filter((box) => around.keepFree.every((other) => overlap(box, other, 2) === 0));
  // Edges are many; weighing the first few is enough, and each weighing asks the page for what lies there.
  const weighed = free.slice(0, 9).map((box, rank) => ({ box, cost: busy(box) * 2 + rank }));
  const best = weighed.reduce<(typeof weighed)[number] | undefined>(
    (least, next) => (least === undefined || next.cost < least.cost ? next : least),
    undefined,
  );
  return best?.box ?? leastCovering(allowed, around.keepFree) ?? fallback(around.view, height);
}

function leastCovering(boxes: readonly Box[], keepFree: readonly Box[]): Box | undefined {
  const covered = (box: Box) => keepFree.reduce((sum, other) => sum + overlap(box, other), 0);
  return [...boxes].sort((a, b) => covered(a) - covered(b))[0];
}

function fallback(view: Size, height: number): Box {
  return { left: margin, top: margin, width: view.width - 2 * margin, height };
}

export interface PanelPlace {
  readonly left: number;
  readonly width: number;
  readonly maxHeight: number;
  /** Distance of the anchored edge from the viewport's top or bottom. */
  readonly anchor: { readonly edge: 'top' | 'bottom'; readonly at: number };
}

const panelWidth = 380;
const panelHeight = 600;
/** Less than this shows too little to be worth a place beside the controls. */
const leastPanelHeight = 220;
/** On a small screen even this much, scrolling, is better than to cover a button. */
const leastBandHeight = 120;

/** Where the panel opens: off the ticket's controls where there is such a place, else over as few of them as can be. */
export function placePanel(around: Surroundings, strip: Box): PanelPlace {
  const { view, never, keepFree } = around;
  const width = Math.min(panelWidth, view.width - 2 * margin);
  const covered = (place: PanelPlace, boxes: readonly Box[]) =>
    boxes.reduce((sum, other) => sum + overlap(boxOf(place, view), other, 2), 0);
  const places = [
    ...nextToStrip(around, strip, width),
    ...inCorners(around, strip, width),
    ...besideColumns(around, strip, width),
  ].filter(
    ({ left, maxHeight }) =>
      left >= margin && left + width <= view.width - margin && maxHeight >= leastPanelHeight,
  );
  const [free] = places
    .filter((place) => covered(place, [...never, ...keepFree, strip]) === 0)
    .sort((a, b) => b.maxHeight - a.maxHeight);
  const band = freeBand(around, strip, width);
  const [leastCovered] = [...places].sort(
    (a, b) => covered(a, never) * 4 + covered(a, keepFree) - covered(b, never) * 4 - covered(b, keepFree),
  );
  return free ?? band ?? leastCovered ?? wholeView(view, width);
}

function nextToStrip({ view }: Surroundings, strip: Box, width: number): readonly PanelPlace[] {
  const left = clamp(strip.left + strip.width - width, margin, view.width - margin - width);
  return aboveAndBelow(view, strip, left, width);
}

/** Above and below the strip, out of the ticket's own column: where a strip wider than the ticket reaches out of it. */
function inCorners({ view, ticket }: Surroundings, strip: Box, width: number): readonly PanelPlace[] {
  if (ticket === undefined) return [];
  return [ticket.left - gap - width, ticket.left + ticket.width + gap].flatMap((left) =>
    aboveAndBelow(view, strip, left, width),
  );
}

function aboveAndBelow(view: Size, strip: Box, left: number, width: number): readonly PanelPlace[] {
  const bottom = strip.top + strip.height;
  return [
    {
      left,
      width,
      maxHeight: Math.min(panelHeight, strip.top - gap - margin),
      anchor: { edge: 'bottom', at: view.height - strip.top + gap },
    },
    {
      left,
      width,
      maxHeight: Math.min(panelHeight, view.height - bottom - gap - margin),
      anchor: { edge: 'top', at: bottom + gap },
    },
  ];
}

/** Left and right of the ticket, then of the strip, at the strip's height. */
function besideColumns({ view, ticket }: Surroundings, strip: Box, width: number): readonly PanelPlace[] {
  const isLow = strip.top + strip.height / 2 > view.height / 2;
  const at = Math.max(margin, isLow ? view.height - strip.top - strip.height : strip.top);
  const column = (left: number): PanelPlace => ({
    left,
    width,
    maxHeight: Math.min(panelHeight, view.height - at - margin),
    anchor: { edge: isLow ? 'bottom' : 'top', at },
  });
  return [ticket, strip].flatMap((box) =>
    box === undefined ? [] : [column(box.left - gap - width), column(box.left + box.width + gap)],
  );
}

/** The tallest stretch of the screen, at the panel's width, in which the ticket has no control. */
function freeBand(
  { view, never, keepFree }: Surroundings,
  strip: Box,
  width: number,
): PanelPlace | undefined {
  const left = clamp(strip.left + strip.width - width, margin, view.width - margin - width);
  const column = { left, top: 0, width, height: view.height };
  const taken = [...never, ...keepFree, strip]
    .filter((box) => overlap(column, box) > 0)
    .map(({ top, height }) => ({ from: top - gap, to: top + height + gap }))
    .sort((a, b) => a.from - b.from);
  let from = margin;
  let best = { from: 0, height: 0 };
  for (const next of [...taken, { from: view.height - margin, to: view.height }]) {
    if (next.from - from > best.height) best = { from, height: next.from - from };
    from = Math.max(from, next.to);
  }
  if (best.height < leastBandHeight) return undefined;
  return {
    left,
    width,
    maxHeight: Math.min(panelHeight, best.height),
    anchor: { edge: 'top', at: best.from },
  };
}

function wholeView(view: Size, width: number): PanelPlace {
  return { left: margin, width, maxHeight: view.height - 2 * margin, anchor: { edge: 'top', at: margin } };
}

function boxOf({ left, width, maxHeight, anchor }: PanelPlace, view: Size): Box {
  const top = anchor.edge === 'top' ? anchor.at : view.height - anchor.at - maxHeight;
  return { left, top, width, height: maxHeight };
}
