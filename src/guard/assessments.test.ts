import { beforeEach, describe, expect, it, vi } from 'vitest';
import {
  type FakeTicket,
  fakeAssessment,
  fakeFinding,
  fakeReading,
  fakeVerdict,
} from '../../test/guard/fake-ticket.ts';
import { unknown } from '../domain/known.ts';
import { readingId, type TicketReading } from '../domain/ticket-reading.ts';
import type { CallResult } from '../protocol/call.ts';
import { Assessments } from './assessments.ts';
import { TicketJudge } from './ticket-judge.ts';

type Answer = CallResult<'assess-ticket'>;

let time = 0;
let asked: TicketReading[] = [];
let answers: ((answer: Answer) => void)[] = [];
const changed = vi.fn();

beforeEach(() => {
  time = 1_000;
  asked = [];
  answers = [];
  changed.mockClear();
});

function options() {
  return {
    now: () => time,
    changed,
    ask: (reading: TicketReading) => {
      asked.push(reading);
      return new Promise<Answer>((resolve) => answers.push(resolve));
    },
  };
}

const good = (reading: TicketReading, whenUnchecked: 'notice' | 'hold-once' = 'notice'): Answer => ({
  ok: true,
  value: { assessment: fakeAssessment(reading, 'none'), policy: { whenUnchecked } },
});
const dead: Answer = { ok: false, failure: 'timeout', detail: 'no answer' };

async function reply(answer: Answer): Promise<void> {
  answers.shift()?.(answer);
  await Promise.resolve();
  await new Promise((resolve) => setTimeout(resolve));
}

function on(assessments: Assessments, ticket: FakeTicket): TicketReading {
  const reading = fakeReading(ticket);
  assessments.ticketIs(reading);
  return reading;
}

describe('keeping the verdict of the ticket on the page', () => {
  it('counts the age of a verdict from its question: a page that stood still gets the answer late', async () => {
    const assessments = new Assessments(options());
    const reading = on(assessments, {});
    time += 5_001;
    await reply(good(reading));
    expect(assessments.current(readingId(reading))).toBeUndefined();
    expect(assessments.state().kind).toBe('asking');
    await reply(good(reading));
    expect(assessments.state().kind).toBe('checked');
  });

  it('tells with every answer that the settings could not be loaded', async () => {
    const settingsLost = vi.fn();
    const assessments = new Assessments({ ...options(), settingsLost });
    const reading = on(assessments, {});
    await reply(good(reading));
    expect(settingsLost).not.toHaveBeenCalled();
    const answer = assessments.judge(reading);
    await reply({
      ok: true,
      value: {
        assessment: fakeAssessment(reading, 'none'),
        policy: { whenUnchecked: 'hold-once', isDefault: true },
      },
    });
    expect(await answer).toBeDefined();
    expect(settingsLost).toHaveBeenCalledOnce();
  });

  it('asks about a changed ticket at once and shows nothing of the old one', async () => {
    const assessments = new Assessments(options());
    const first = on(assessments, { size: '1' });
    await reply(good(first));
    expect(assessments.state().kind).toBe('checked');
    const second = on(assessments, { size: '2' });
    expect(asked).toEqual([first, second]);
    expect(assessments.state().kind).toBe('asking');
    await reply(good(second));
    expect(assessments.current(readingId(second))).toBeDefined();
    expect(assessments.current(readingId(first))).toBeUndefined();
  });

  it('asks about the last of several changes, one question at a time', async () => {
    const assessments = new Assessments(options());
    const first = on(assessments, { size: '1' });
    on(assessments, { size: '12' });
    const last = on(assessments, { size: '123' });
    expect(asked).toHaveLength(1);
    await reply(good(first));
    expect(asked.at(-1)).toBe(last);
    expect(assessments.state().kind).toBe('asking');
  });

  it('asks once a second when only the market moves', async () => {
    const assessments = new Assessments(options());
    await reply(good(on(assessments, { markPrice: '60000' })));
    const ask = async () => {
      const before = asked.length;
      const reading = on(assessments, { markPrice: String(60_000 + time) });
      if (asked.length > before) await reply(good(reading));
    };
    await reply(good(asked[0] ?? fakeReading()));
    for (let step = 0; step < 20; step += 1) {
      time += 100;
      await ask();
    }
    expect(asked).toHaveLength(3);
  });

  it('renews the verdict of a quiet ticket before it gets too old', async () => {
    const assessments = new Assessments(options());
    const reading = on(assessments, {});
    await reply(good(reading));
    time += 3_400;
    assessments.tick();
    expect(asked).toHaveLength(1);
    time += 200;
    assessments.tick();
    expect(asked).toHaveLength(2);
    time += 1_600;
    expect(assessments.current(readingId(reading))).toBeUndefined();
    expect(assessments.state().kind).toBe('asking');
  });

  it('says that nobody answered, drops the older verdict, and tries again', async () => {
    const assessments = new Assessments(options());
    const reading = on(assessments, {});
    await reply(good(reading));
    time += 4_000;
    assessments.tick();
    await reply(dead);
    expect(assessments.state().kind).toBe('failed');
    expect(assessments.current(readingId(reading))).toBeUndefined();
    time += 1_000;
    assessments.tick();
    await reply(good(reading));
    expect(assessments.state().kind).toBe('checked');
  });

  it('takes no answer about another ticket', async () => {
    const assessments = new Assessments(options());
    on(assessments, { size: '1' });
    await reply(good(fakeReading({ size: '2' })));
    expect(assessments.state().kind).toBe('failed');
  });

  it('takes a verdict of one side for that side only', async () => {
    const assessments = new Assessments(options());
    const long = on(assessments, { side: 'long' });
    const answer = fakeAssessment(long, 'none');
    const { long: only } = answer.sides;
    if (only === undefined) throw new Error('no side');
    await reply({
      ok: true,
      value: { assessment: { ...answer, sides: { long: only } }, policy: { whenUnchecked: 'notice' } },
    });
    expect(assessments.state().kind).toBe('checked');
    on(assessments, { side: 'short' });
    expect(assessments.state().kind).toBe('asking');
    expect(asked).toHaveLength(2);
  });

  it('holds once for what nobody checked until the settings were heard', async () => {
    const assessments = new Assessments(options());
    expect(assessments.policy).toBe('hold-once');
    await reply(good(on(assessments, {})));
    expect(assessments.policy).toBe('notice');
  });

  it('decides the next of two quick orders by the verdict at hand while it asks anew', async () => {
    const assessments = new Assessments(options());
    const reading = on(assessments, {});
    await reply(good(reading));
    assessments.orderSent();
    expect(asked).toHaveLength(2);
    expect(assessments.current(readingId(reading))).toBeDefined();
    await reply(dead);
    expect(assessments.current(readingId(reading))).toBeUndefined();
  });

  it('has the next order judged first where something was put off for the one that was sent', async () => {
    const assessments = new Assessments(options());
    const reading = on(assessments, {});
    const putOff = { ...fakeFinding('cross-idle-exposed', 'none'), snoozedUntil: '2026-11-21T12:00:00Z' };
    const answer = fakeAssessment(reading, fakeVerdict('none', [putOff]));
    const putOffReply = {
      ok: true,
      value: { assessment: answer, policy: { whenUnchecked: 'notice' } },
    } as const;
    await reply(putOffReply);
    expect(assessments.current(readingId(reading))).toBeDefined();
    // Before the worker knows of the order, and for what had been asked before it was sent.
    time += 1_000;
    on(assessments, { markPrice: '60001' });
    expect(asked).toHaveLength(2);
    assessments.dropPutOff();
    expect(assessments.current(readingId(reading))).toBeUndefined();
    await reply(putOffReply);
    expect(assessments.current(readingId(reading))).toBeUndefined();
    assessments.orderSent();
    expect(assessments.current(readingId(reading))).toBeUndefined();
  });

  it('keeps a verdict with nothing put off when an order is sent', async () => {
    const assessments = new Assessments(options());
    const reading = on(assessments, {});
    await reply(good(reading));
    assessments.dropPutOff();
    expect(assessments.current(readingId(reading))).toBeDefined();
  });

  it('answers a press beside what is under way', async () => {
    const assessments = new Assessments(options());
    on(assessments, { size: '1' });
    const pressed = fakeReading({ size: '1', side: 'long' });
    const judging = assessments.judge(pressed);
    expect(asked).toHaveLength(2);
    answers[1]?.(good(pressed));
    expect(await judging).toBeDefined();
    const failing = assessments.judge(pressed);
    answers[2]?.(dead);
    expect(await failing).toBeUndefined();
  });
});

describe('a ticket whose buttons say more than it does', () => {
  it('has each button judged, and no way out', async () => {
    const judge = new TicketJudge(options());
    const open: TicketReading = { ...fakeReading(), effect: unknown('ambiguous', 'effect') };
    const opening = fakeReading({ side: 'long', effect: 'open' });
    const closing = fakeReading({ side: 'short', effect: 'close' });
    judge.ticketIs(open, () => [opening, closing]);
    expect(asked).toEqual([open, opening]);
    await reply(good(open));
    expect(judge.state().kind).toBe('asking');
    await reply(good(opening));
    expect(judge.state().kind).toBe('checked');
    expect(judge.current(readingId(opening))).toBeDefined();
  });

  it('reads no button where the ticket says it all', () => {
    const presses = vi.fn(() => []);
    new TicketJudge(options()).ticketIs(fakeReading(), presses);
    expect(presses).not.toHaveBeenCalled();
  });
});
