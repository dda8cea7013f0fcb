import type { Side } from '../../src/domain/account.ts';
import type { Assessment, SideAssessment } from '../../src/domain/assessment.ts';
import { decimal } from '../../src/domain/decimal-string.ts';
import { unknown } from '../../src/domain/known.ts';
import type { OrderEffect } from '../../src/domain/order.ts';
import { readingId, type TicketReading, ticketFieldNames } from '../../src/domain/ticket-reading.ts';
import type { Finding, Hold, Verdict } from '../../src/domain/verdict.ts';
import { assessments } from '../visual/scenarios/assessments.ts';

export interface FakeTicket {
  readonly size?: string;
  readonly side?: Side;
  readonly effect?: OrderEffect;
  readonly symbol?: string;
  readonly markPrice?: string;
  readonly orderType?: 'limit' | 'market' | 'other';
  /** What the page says the order costs. */
  readonly cost?: string;
}

const from = { how: 'label', anchor: 'test' } as const;
const field = <T>(value: T) => ({ known: true, value, from }) as const;

/** A reading of a ticket that buys or sells BTC on cross with 20x. Without a side, it has a button for each. */
export function fakeReading({
  size = '0.1',
  side,
  effect = 'open',
  symbol,
  markPrice,
  orderType = 'limit',
  cost,
}: FakeTicket = {}): TicketReading {
  const rest = Object.fromEntries(ticketFieldNames.map((name) => [name, unknown('not-on-page', name)]));
  return {
    ...(rest as unknown as TicketReading),
    venue: field('binance'),
    symbol: field(symbol ?? 'BTCUSDT'),
    currency: field('USDT'),
    marginMode: field('cross'),
    leverage: field(decimal('20')),
    side: side === undefined ? unknown('ambiguous', 'side') : field(side),
    effect: field(effect),
    orderType: field(orderType),
    price: field(decimal('60000')),
    size: size === '' ? unknown('missing-input', 'size') : field(decimal(size)),
    sizeUnit: field('base'),
    sizeBase: size === '' ? unknown('missing-input', 'sizeBase') : field(decimal(size)),
    reduceOnly: field(effect === 'reduce'),
    markPrice: markPrice === undefined ? unknown('not-on-page', 'markPrice') : field(decimal(markPrice)),
    pageCost: cost === undefined ? unknown('not-on-page', 'pageCost') : field(decimal(cost)),
    positions: { known: true, value: [], from, complete: true },
  };
}

/** A ticket of which nothing could be read. */
export function fakeUnread(): TicketReading {
  const names = [...ticketFieldNames, 'positions'] as const;
  return Object.fromEntries(
    names.map((name) => [name, unknown('unparsable', name)]),
  ) as unknown as TicketReading;
}

export function fakeFinding(id: string, hold: Hold, level: Finding['level'] = 'danger'): Finding {
  return { id, hold, level, field: '', value: '', threshold: '', message: id };
}

export function fakeVerdict(
  hold: Hold,
  findings: readonly Finding[] = [fakeFinding('cross-idle-exposed', hold)],
): Verdict {
  return { ...assessments.danger.verdict, hold, findings, level: hold === 'none' ? 'ok' : 'danger' };
}

/** One verdict a side; a string stands for a verdict with that hold. */
export function fakeAssessment(
  reading: TicketReading,
  long: Hold | Verdict,
  short: Hold | Verdict = long,
): Assessment {
  const side = (verdict: Hold | Verdict): SideAssessment => ({
    exposure: assessments.danger.exposure,
    verdict: typeof verdict === 'string' ? fakeVerdict(verdict) : verdict,
  });
  return { readingId: readingId(reading), sides: { long: side(long), short: side(short) } };
}
