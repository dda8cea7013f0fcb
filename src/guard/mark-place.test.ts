import { describe, expect, it } from 'vitest';
import { fakeFinding, fakeReading } from '../../test/guard/fake-ticket.ts';
import { unknown } from '../domain/known.ts';
import type { Box } from './box.ts';
import { fieldsOfFinding } from './fields-of-finding.ts';
import { placeMark } from './mark-place.ts';

const view = { width: 1000, height: 800 };
const field: Box = { left: 600, top: 300, width: 200, height: 38 };
const blank = () => true;

describe('the place of a mark', () => {
  it('is left of its field, right where that is taken, over it where both are', () => {
    const taken: Box[] = [];
    const place = () => placeMark(field, { view, taken, isBlank: blank });
    expect(place()).toEqual({ left: 583, top: 311, width: 16, height: 16 });
    taken.push({ left: 580, top: 300, width: 19, height: 38 });
    expect(place()).toEqual({ left: 801, top: 311, width: 16, height: 16 });
    taken.push({ left: 801, top: 300, width: 40, height: 38 });
    expect(place()).toEqual({ left: 600, top: 283, width: 16, height: 16 });
  });

  it('is smaller in a narrow gap', () => {
    const near = { left: 480, top: 300, width: 106, height: 38 };
    const isBlank = (x: number) => x < 600;
    expect(placeMark(field, { view, taken: [near], isBlank })).toMatchObject({ left: 587, width: 12 });
  });

  it('is nowhere rather than on a control, a text, or outside of the screen', () => {
    const around = { left: 500, top: 200, width: 400, height: 300 };
    expect(placeMark(field, { view, taken: [around], isBlank: blank })).toBeUndefined();
    expect(placeMark(field, { view, taken: [], isBlank: () => false })).toBeUndefined();
    expect(
      placeMark({ left: 0, top: 0, width: 1000, height: 800 }, { view, taken: [], isBlank: blank }),
    ).toBeUndefined();
  });
});

describe('the fields a finding is about', () => {
  const of = (id: string, name: string, reading = fakeReading()) =>
    fieldsOfFinding({ ...fakeFinding(id, 'none'), field: name }, reading);

  it('are the page’s own, or those behind a figure', () => {
    expect(of('no-stop-loss', 'stopLoss')).toEqual([['stopLoss']]);
    expect(of('cross-idle-exposed', 'idle')).toEqual([['marginMode', 'available']]);
    expect(of('adds-to-losing-position', 'positions')).toEqual([['size']]);
    expect(of('ticket-unread', 'marginMode,order.leverage')).toEqual([['marginMode'], ['leverage']]);
  });

  it('are none of what the ticket does not hold', () => {
    expect(of('venue-rules-assumed', 'venue')).toEqual([]);
    expect(of('tiers-old', 'tiers')).toEqual([]);
  });

  it('are not the mode where the page has none', () => {
    const reading = { ...fakeReading(), marginMode: unknown('not-on-page', 'marginMode') };
    expect(of('cross-idle-exposed', 'idle', reading)).toEqual([['available']]);
  });
});
