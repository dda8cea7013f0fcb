import { expect, it } from 'vitest';
import { fakeReading } from '../../test/guard/fake-ticket.ts';
import type { PageHealth, TicketState } from '../domain/health.ts';
import { tellGone } from './tell-gone.ts';

const at = (scope: PageHealth['scope']): TicketState => ({
  reading: fakeReading(),
  health: { scope, readBy: 'recipe', readAt: '', failedChecks: [] },
});

function watched() {
  const life = new AbortController();
  const told: string[] = [];
  const gone = tellGone((what) => told.push(what), life.signal);
  return { life, told, gone };
}

it('tells once when the ticket goes, again when another one went, and of a page that begins without one', () => {
  const { told, gone } = watched();
  const steps = [
    ['none', 1],
    ['none', 1],
    ['ticket', 1],
    ['ticket', 1],
    ['none', 2],
    ['none', 2],
    ['ticket', 2],
    ['several', 3],
  ] as const;
  for (const [scope, expected] of steps) {
    gone.stateIs(at(scope));
    expect(told).toHaveLength(expected);
  }
});

it('tells when the guard ends, but not twice', () => {
  for (const scope of ['ticket', 'none'] as const) {
    const { life, told, gone } = watched();
    gone.stateIs(at(scope));
    life.abort();
    expect(told).toHaveLength(1);
  }
});

it('tells once more when a verdict comes after its ticket, and not while that is there', () => {
  const { told, gone } = watched();
  gone.stateIs(at('ticket'));
  gone.judged();
  expect(told).toHaveLength(0);
  gone.stateIs(at('none'));
  gone.judged();
  expect(told).toHaveLength(2);
});

it('tells a page of several tickets, and one that has changed, from one without a ticket', () => {
  const { told, gone, life } = watched();
  gone.stateIs(at('several'));
  gone.stateIs(at('none'));
  gone.pageIs(true);
  gone.stateIs(at('none'));
  gone.stateIs(at('ticket'));
  gone.stateIs(at('none'));
  gone.pageIs(false);
  expect(told).toEqual(['untold', 'gone', 'untold', 'untold', 'gone']);
  gone.pageIs(true);
  life.abort();
  expect(told.slice(5)).toEqual(['untold', 'gone']);
});
