import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Box } from './box.ts';
import type { Surroundings } from './place-strip.ts';
import { boxAt, freeNear, isFree, spotOf, stepped } from './strip-spot.ts';

const view = { width: 1600, height: 1000 };
const button: Box = { left: 1300, top: 500, width: 280, height: 40 };
const around: Surroundings = { view, ticket: undefined, never: [button], keepFree: [] };
const line = { width: 400, height: 38 };

describe('a spot', () => {
  it('keeps what stood at an edge at that edge of every screen', () => {
    const spot = spotOf({ left: 1194, top: 956, ...line }, view);
    expect(spot).toEqual({ x: 10_000, y: 10_000 });
    expect(boxAt(spot, line, { width: 700, height: 500 })).toEqual({ left: 294, top: 456, ...line });
    expect(boxAt({ x: 0, y: 5_000 }, line, view)).toEqual({ left: 6, top: 481, ...line });
  });

  it('stays on a screen that is narrower than the line', () => {
    expect(boxAt({ x: 10_000, y: 0 }, { width: 378, height: 38 }, { width: 320, height: 600 }).left).toBe(6);
  });
});

describe('the free place nearest to a wanted one', () => {
  it('is the wanted one where nothing stands', () => {
    const wanted = { left: 100, top: 100, ...line };
    expect(freeNear(wanted, around)).toBe(wanted);
  });

  it('is right above or under a button it was dropped on', () => {
    const dropped = { left: 1190, top: 490, ...line };
    expect(freeNear(dropped, around)).toEqual({ ...dropped, top: 500 - 38 - 5 });
    expect(freeNear({ ...dropped, top: 515 }, around)).toEqual({ ...dropped, top: 545 });
  });

  it('is none where every place covers something', () => {
    const wall = { left: 0, top: 0, width: 1600, height: 1000 };
    expect(freeNear({ left: 100, top: 100, ...line }, { ...around, keepFree: [wall] })).toBeUndefined();
  });

  const boxes = fc.array(
    fc.record({
      left: fc.integer({ min: -50, max: 1600 }),
      top: fc.integer({ min: -50, max: 1000 }),
      width: fc.integer({ min: 2, max: 700 }),
      height: fc.integer({ min: 2, max: 200 }),
    }),
    { maxLength: 14 },
  );

  it('is free, whatever the page looks like', () => {
    fc.assert(
      fc.property(
        boxes,
        boxes,
        fc.nat(10_000),
        fc.nat(10_000),
        fc.constantFrom(1600, 1280, 390),
        (never, keepFree, x, y, width) => {
          const here: Surroundings = { view: { width, height: 900 }, ticket: undefined, never, keepFree };
          const size = { width: Math.min(560, width - 12), height: 38 };
          const found = freeNear(boxAt({ x, y }, size, here.view), here);
          if (found !== undefined) expect(isFree(found, here)).toBe(true);
        },
      ),
    );
  });
});

describe('a step', () => {
  const under = { left: 1190, top: 545, ...line };

  it('goes on over what stands in the way', () => {
    const box = stepped(under, 'up', around);
    expect(box?.top).toBe(449);
    expect(box !== undefined && isFree(box, around)).toBe(true);
  });

  it('ends at the edge of the screen', () => {
    expect(stepped({ ...under, left: 1194 }, 'right', around)).toBeUndefined();
    expect(stepped({ ...under, left: 10 }, 'left', around)?.left).toBe(6);
  });

  it('is not taken where there is no room that way', () => {
    const floor = { left: 0, top: 590, width: 1600, height: 410 };
    expect(stepped(under, 'down', { ...around, keepFree: [floor] })).toBeUndefined();
  });
});
