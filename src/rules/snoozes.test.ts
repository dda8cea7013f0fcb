import { describe, expect, it } from 'vitest';
import {
  type FakeTicket,
  fakeAssessment,
  fakeFinding,
  fakeReading,
  fakeVerdict,
} from '../../test/guard/fake-ticket.ts';
import type { SideAssessment } from '../domain/assessment.ts';
import { decimal } from '../domain/decimal-string.ts';
import { unknown } from '../domain/known.ts';
import { isSnooze, type Snooze, snoozeEnd } from '../domain/snooze.ts';
import type { TicketReading } from '../domain/ticket-reading.ts';
import type { Hold } from '../domain/verdict.ts';
import { withSnoozes } from './snoozes.ts';

const at = (time: string) => new Date(`2026-11-21T${time}:00Z`);
const noon = at('12:00');

/** 2,000 at worst on cross with 20x, held for idle money: what the trader saw when he snoozed it. */
const given: Snooze = {
  rule: 'cross-idle-exposed',
  venue: 'binance',
  symbol: 'BTCUSDT',
  side: 'long',
  span: '1h',
  from: '2026-11-21T11:30:00.000Z',
  until: '2026-11-21T12:30:00.000Z',
  marginMode: 'cross',
  leverage: decimal('20'),
  worstLoss: decimal('2000'),
  hold: 'type-amount',
};

function assessed(
  hold: Hold = 'type-amount',
  worst = '2000',
  more: readonly [string, Hold][] = [],
): SideAssessment {
  const findings = [['cross-idle-exposed', hold] as const, ...more].map(([id, each]) =>
    fakeFinding(id, each),
  );
  const side = fakeAssessment(fakeReading(), fakeVerdict(hold, findings)).sides.long;
  if (side === undefined || !('losses' in side.exposure)) throw new Error('no order');
  const { losses } = side.exposure;
  const exposure = {
    ...side.exposure,
    losses: { ...losses, worst: { amount: decimal(worst), why: 'cross-scope' as const } },
  };
  return { exposure, verdict: side.verdict };
}

function run(
  one = assessed(),
  snooze: Partial<Snooze> = {},
  ticket: FakeTicket = {},
  change: Partial<TicketReading> = {},
  now = noon,
) {
  const reading = { ...fakeReading(ticket), ...change };
  const { verdict, ended } = withSnoozes(
    one,
    { reading, venue: 'binance', side: 'long' },
    [{ ...given, ...snooze }],
    now,
  );
  return { hold: verdict.hold, level: verdict.level, ended: ended.length, finding: verdict.findings[0] };
}

const known = <T>(value: T) => ({ known: true, value, from: { how: 'label', anchor: 'test' } }) as const;

describe('a snoozed finding', () => {
  it('does not hold, and stays with its level and the end of the snooze', () => {
    const { hold, level, ended, finding } = run();
    expect({ hold, level, ended }).toEqual({ hold: 'none', level: 'danger', ended: 0 });
    expect(finding).toMatchObject({ level: 'danger', hold: 'none', snoozedUntil: given.until });
  });

  it('leaves the hold of every other rule', () => {
    expect(run(assessed('type-amount', '2000', [['loss-over-limit', 'acknowledge']])).hold).toBe(
      'acknowledge',
    );
  });

  it.each([
    ['another symbol', {}, { symbol: 'ETHUSDT' }],
    ['another side', { side: 'short' }, {}],
    ['another exchange', { venue: 'bybit' }, {}],
    ['another rule', { rule: 'loss-over-limit' }, {}],
  ] as const)('is not one on %s', (_, snooze, ticket) => {
    expect(run(assessed(), snooze, ticket)).toMatchObject({ hold: 'type-amount', ended: 0 });
  });

  it('does not cover a stricter hold than it was given for', () => {
    expect(run(assessed(), { hold: 'acknowledge' }).hold).toBe('type-amount');
    expect(run(assessed('acknowledge')).hold).toBe('none');
  });

  it('lasts to its end and not a moment longer, nor before it began', () => {
    expect(run(assessed(), {}, {}, {}, at('12:29')).hold).toBe('none');
    expect(run(assessed(), {}, {}, {}, at('12:30'))).toMatchObject({ hold: 'type-amount', ended: 1 });
    expect(run(assessed(), {}, {}, {}, at('11:29'))).toMatchObject({ hold: 'type-amount', ended: 1 });
  });

  it.each([
    ['2199.99', 'none', 0],
    ['2200', 'type-amount', 1],
    ['9000', 'type-amount', 1],
    ['100', 'none', 0],
  ] as const)('with a worst loss of %s after 2,000: %s', (worst, hold, ended) => {
    expect(run(assessed('type-amount', worst))).toMatchObject({ hold, ended });
  });

  it('dies with another leverage or mode', () => {
    expect(run(assessed(), {}, {}, { leverage: known(decimal('21')) }).ended).toBe(1);
    expect(run(assessed(), {}, {}, { leverage: known(decimal('10')) }).ended).toBe(1);
    expect(run(assessed(), {}, {}, { marginMode: known('isolated' as const) }).ended).toBe(1);
  });

  it('does not count while mode, leverage or loss cannot be read, and lives on', () => {
    const unread = { marginMode: unknown('ambiguous', 'marginMode') };
    expect(run(assessed(), {}, {}, unread)).toMatchObject({ hold: 'type-amount', ended: 0 });
    const noLeverage = { leverage: unknown('not-on-page', 'leverage') };
    expect(run(assessed(), {}, {}, noLeverage)).toMatchObject({ hold: 'type-amount', ended: 0 });
  });
});

describe('the end of a snooze', () => {
  it('is an hour, four hours for the one order, or the end of the trader’s day', () => {
    expect(snoozeEnd('1h', noon).toISOString()).toBe('2026-11-21T13:00:00.000Z');
    expect(snoozeEnd('trade', noon).toISOString()).toBe('2026-11-21T16:00:00.000Z');
    const end = snoozeEnd('today', noon);
    expect([end.getHours(), end.getMinutes()]).toEqual([0, 0]);
    expect(end.getTime() - noon.getTime()).toBeGreaterThan(0);
    expect(end.getTime() - noon.getTime()).toBeLessThanOrEqual(86_400_000);
  });
});

describe('what lies in storage', () => {
  it('is a snooze by every one of its members or none', () => {
    expect(isSnooze(given)).toBe(true);
    for (const name of Object.keys(given)) {
      expect(isSnooze({ ...given, [name]: 7 }), name).toBe(false);
    }
    expect([null, undefined, [], 'x', { ...given, until: 'never' }].filter(isSnooze)).toEqual([]);
  });
});
