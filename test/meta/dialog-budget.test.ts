import { describe, expect, it } from 'vitest';
import { judge, type Ticket } from '../support/budget-ticket.ts';
import { dangerousTickets } from '../support/dangerous-tickets.ts';
import { ordinaryMonth } from '../support/ordinary-month.ts';

/**
 * A dialog is an event with a budget: it is read while it is rare. An ordinary trader meets a hold on a minority of his
 * confirms, and no dangerous order goes out without one. Whole path of the worker: reading, engine, rules, habits.
 */
const budget = 0.2;

describe('an ordinary month', () => {
  const month = ordinaryMonth();
  const judged = month.map((ticket) => ({ ticket, verdict: judge(ticket) }));
  const held = judged.filter(({ verdict }) => verdict.hold !== 'none');

  it('holds at most one in five of its 200 orders', () => {
    const reasons = new Map<string, number>();
    for (const { verdict } of held)
      for (const { id, hold } of verdict.findings)
        if (hold !== 'none') reasons.set(id, (reasons.get(id) ?? 0) + 1);
    const said = [...reasons].map(([id, count]) => `${id} ${count}`).join(', ');
    const levels = ['ok', 'notice', 'warning', 'danger', 'unknown'].map(
      (level) => `${level} ${judged.filter(({ verdict }) => verdict.level === level).length}`,
    );
    console.info(`held ${held.length} of ${month.length} (${said}); levels: ${levels.join(', ')}`);
    expect(month).toHaveLength(200);
    expect(held.length).toBeLessThanOrEqual(budget * month.length);
  });

  it('is not held at all on its ways out', () => {
    const out = (effect: 'reduce' | 'close') =>
      month.map((ticket: Ticket) => judge({ ...ticket, fields: { ...ticket.fields, effect } }).hold);
    expect(new Set([...out('reduce'), ...out('close')])).toEqual(new Set(['none']));
  });
});

describe('a dangerous order', () => {
  it('is one of 40, each of its own kind', () => {
    expect(dangerousTickets).toHaveLength(40);
    expect(new Set(dangerousTickets.map(({ danger }) => danger)).size).toBe(40);
  });

  it.each(dangerousTickets)('is held: $danger', ({ ticket, rule, hold }) => {
    const verdict = judge(ticket);
    expect(verdict.findings.filter((finding) => finding.hold !== 'none').map(({ id }) => id)).toContain(rule);
    expect(verdict.hold).toBe(hold);
  });
});
