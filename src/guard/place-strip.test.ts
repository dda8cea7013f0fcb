import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Box, isInside, overlap } from './box.ts';
import { placePanel, placeStrip, type Surroundings } from './place-strip.ts';

const view = { width: 1600, height: 1000 };
const ticket: Box = { left: 1280, top: 60, width: 320, height: 640 };
const submit: Box = { left: 1296, top: 500, width: 288, height: 40 };
const quiet = () => 0;

const around = (more: Partial<Surroundings> = {}): Surroundings => ({
  view,
  ticket,
  never: [submit],
  keepFree: [{ left: 1296, top: 200, width: 288, height: 38 }],
  ...more,
});

describe('the place of the strip', () => {
  it('is under the ticket, reaching out to the left', () => {
    expect(placeStrip(around(), 38, quiet)).toEqual({ left: 1034, top: 708, width: 560, height: 38 });
  });

  it('is over the ticket when there is no room under it', () => {
    const tall = around({ ticket: { ...ticket, top: 100, height: 900 } });
    expect(placeStrip(tall, 38, quiet).top).toBe(54);
  });

  it('is beside the ticket when it fills the height', () => {
    const place = placeStrip(around({ ticket: { ...ticket, top: 0, height: 1000 } }), 38, quiet);
    expect(place).toEqual({ left: 712, top: 500, width: 560, height: 38 });
  });

  it('gives way to what else can be pressed', () => {
    const busy = (box: Box) => (box.top > 600 ? 3 : 0);
    expect(placeStrip(around(), 38, busy).top).toBeLessThan(600);
  });

  it('is at the edge of the screen when there is no ticket', () => {
    expect(placeStrip(around({ ticket: undefined, never: [], keepFree: [] }), 38, quiet)).toEqual({
      left: 1034,
      top: 956,
      width: 560,
      height: 38,
    });
  });

  const box = fc.record({
    left: fc.integer({ min: -50, max: 1600 }),
    top: fc.integer({ min: -50, max: 1000 }),
    width: fc.integer({ min: 2, max: 300 }),
    height: fc.integer({ min: 2, max: 60 }),
  });

  it('never covers a submit button and never leaves the screen, whatever the page looks like', () => {
    fc.assert(
      fc.property(
        fc.array(box, { maxLength: 4 }),
        fc.array(box, { maxLength: 12 }),
        fc.option(
          fc.record({
            left: fc.integer({ min: 0, max: 1300 }),
            top: fc.integer({ min: 0, max: 600 }),
            width: fc.integer({ min: 200, max: 500 }),
            height: fc.integer({ min: 100, max: 900 }),
          }),
          { nil: undefined },
        ),
        fc.constantFrom(
          { width: 1600, height: 1000 },
          { width: 1280, height: 720 },
          { width: 390, height: 844 },
        ),
        (never, keepFree, where, size) => {
          const place = placeStrip({ view: size, ticket: where, never, keepFree }, 38, quiet);
          expect(isInside(place, size, 0)).toBe(true);
          for (const button of never) expect(overlap(place, button)).toBe(0);
        },
      ),
    );
  });
});

describe('the place of the panel', () => {
  it('is beside the ticket on a wide screen', () => {
    const strip = placeStrip(around(), 38, quiet);
    const place = placePanel(around(), strip);
    expect(place.left + place.width).toBeLessThanOrEqual(ticket.left - 8);
    expect(place.maxHeight).toBeGreaterThan(400);
  });

  // A strip of 560 over a ticket of 340: left of the strip there are 382 to its edge, over it 247, and below it,
  // left of the ticket, 900 - 307 - 6 = 587.
  it('is below the strip and beside the ticket where the strip leaves no room at its own end', () => {
    const narrow: Surroundings = {
      view: { width: 1100, height: 900 },
      ticket: { left: 608, top: 307, width: 340, height: 459 },
      never: [{ left: 627, top: 638, width: 302, height: 44 }],
      keepFree: [{ left: 627, top: 361, width: 302, height: 263 }],
    };
    const strip = { left: 388, top: 261, width: 560, height: 38 };
    expect(placePanel(narrow, strip)).toEqual({
      left: 220,
      width: 380,
      maxHeight: 587,
      anchor: { edge: 'top', at: 307 },
    });
  });

  it('is the tallest stretch without a control on a phone', () => {
    const phone: Surroundings = {
      view: { width: 390, height: 844 },
      ticket: { left: 0, top: 290, width: 390, height: 410 },
      never: [{ left: 16, top: 540, width: 358, height: 40 }],
      keepFree: [{ left: 16, top: 300, width: 358, height: 200 }],
    };
    const place = placePanel(phone, { left: 6, top: 708, width: 378, height: 38 });
    expect(place).toMatchObject({ anchor: { edge: 'top', at: 6 }, maxHeight: 286 });
  });
});
