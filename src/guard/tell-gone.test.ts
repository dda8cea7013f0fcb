import { expect, it } from 'vitest';
import { fakeReading } from '../../test/guard/fake-ticket.ts';
import type { PageHealth, TicketState } from '../domain/health.ts';
import { tellGone } from './tell-gone.ts';

const at = (scope: PageHealth['scope']): TicketState => ({
  reading: fakeReading(),
  health: { scope, readBy: 'recipe', readAt: '', failedChecks: [] },
});

it('tells once when the ticket goes, and again when another one went', () => {
  let told = 0;
  const note = tellGone(() => {
    told += 1;
  }, new AbortController().signal);
  for (const scope of ['none', 'ticket', 'ticket', 'none', 'none', 'ticket', 'several'] as const)
    note(at(scope));
  expect(told).toBe(2);
});

it('tells when the guard ends, but not of a ticket that never was', () => {
  for (const [scope, expected] of [
    ['ticket', 1],
    ['none', 0],
  ] as const) {
    let told = 0;
    const life = new AbortController();
    tellGone(() => {
      told += 1;
    }, life.signal)(at(scope));
    life.abort();
    expect(told).toBe(expected);
  }
});
