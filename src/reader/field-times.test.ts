import { describe, expect, it } from 'vitest';
import type { TicketState } from '../domain/health.ts';
import { unknown } from '../domain/known.ts';
import { type TicketReading, ticketFieldNames } from '../domain/ticket-reading.ts';
import { fieldTimes } from './field-times.ts';

const nothing = Object.fromEntries(
  [...ticketFieldNames, 'positions'].map((name) => [name, unknown('not-on-page', name)]),
) as unknown as TicketReading;

const cross = (anchor: string) => ({ known: true, value: 'cross', from: { how: 'label', anchor } }) as const;

const state = (readAt: string, fields: Partial<TicketReading>): TicketState => ({
  reading: { ...nothing, ...fields },
  health: { scope: 'ticket', readBy: 'labels', readAt, failedChecks: [] },
});

describe('since when a field stands', () => {
  it('is the first read that found it so', () => {
    const timed = fieldTimes();
    timed(state('09:00', {}));
    timed(state('09:01', { marginMode: cross('Margin mode') }));
    const { since } = timed(state('09:02', { marginMode: cross('Margin mode') })).health;
    expect(since?.marginMode).toBe('09:01');
    expect(since?.leverage).toBe('09:00');
    expect(since?.positions).toBe('09:00');
  });

  it('starts anew when the value is found elsewhere or is lost', () => {
    const timed = fieldTimes();
    timed(state('09:00', { marginMode: cross('Margin mode') }));
    expect(timed(state('09:01', { marginMode: cross('Mode') })).health.since?.marginMode).toBe('09:01');
    expect(timed(state('09:02', {})).health.since?.marginMode).toBe('09:02');
  });
});
