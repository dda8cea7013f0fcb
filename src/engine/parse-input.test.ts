import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomTicket } from '../../test/support/random-order.ts';
import { runs } from '../../test/support/runs.ts';
import { venueFacts } from '../venues/facts.ts';
import { assess } from './assess.ts';
import { parseInput } from './parse-input.ts';

const whole = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../test/golden/assess-input.json'), 'utf8'),
) as Record<string, unknown>;

/** The whole input with one member set (or taken out, by `undefined`), named by its path. */
function withMember(path: string, value: unknown): unknown {
  const copy = structuredClone(whole);
  const steps = path.split(/\.|\[(\d+)\]\.?/).filter((step) => step !== undefined && step !== '');
  const last = steps.pop() ?? '';
  const holder = steps.reduce<Record<string, unknown>>(
    (at, step) => at[step] as Record<string, unknown>,
    copy,
  );
  if (value === undefined) delete holder[last];
  else holder[last] = value;
  return copy;
}

const tier = (floor: string, cap: string | null, rate: string) => ({ floor, cap, rate });

describe('good input', () => {
  it('comes through as it is', () => {
    expect(parseInput(whole)).toEqual({ ok: true, input: whole });
  });

  it.each([
    'order',
    'assumptions',
    'account.crossBalance',
    'account.positionsComplete',
    'account.positions[0].markPrice',
    'account.positions[0].margin',
    'account.positions[0].maintenance',
    'instruments.BTCUSDT.tiers',
    'instruments.BTCUSDT.fundingRate',
    'order.price',
    'order.size',
    'order.stopLoss',
    'order.leverage',
  ])('%s may be left out', (path) => {
    expect(parseInput(withMember(path, undefined)).ok).toBe(true);
  });

  it('any random ticket comes through', () => {
    fc.assert(
      fc.property(randomTicket, ({ input }) => {
        expect(parseInput(input)).toMatchObject({ ok: true });
      }),
      { numRuns: runs(200), endOnFailure: true },
    );
  }, 30_000);

  it.each(['gate', 'bitmex'])('leverage 0 is cross on %s', (venue) => {
    const raw = withMember('order', {
      symbol: 'BTCUSDT',
      side: 'long',
      effect: 'open',
      type: 'limit',
      leverage: '0',
    });
    const parsed = parseInput({ ...(raw as object), venue });
    if (!parsed.ok) throw new Error(parsed.path);
    expect(parsed.input.order).toMatchObject({ marginMode: 'cross' });
    expect(parsed.input.order).not.toHaveProperty('leverage');
  });

  it('an exchange nobody described is taken with rules of its own, and says so', () => {
    const raw = { ...(withMember('rules', { triggerFee: 'taker' }) as object), venue: 'toobit' };
    expect(parseInput(raw)).toMatchObject({
      ok: true,
      input: { venue: 'generic', assumed: [{ field: 'venue', value: 'generic' }] },
    });
  });
});

describe('bad input gets one complaint with the path', () => {
  it.each([
    ['contract', 2, 'contract'],
    ['venue', 'nowhere', 'venue'],
    ['venue', 7, 'venue'],
    ['rules', { model: 'magic' }, 'rules.model'],
    ['rules', { modes: [] }, 'rules.modes'],
    ['rules', { modes: ['cross', 'both'] }, 'rules.modes'],
    ['rules', { unrealisedProfitCounts: 'yes' }, 'rules.unrealisedProfitCounts'],
    ['account', [], 'account'],
    ['account.currency', '', 'account.currency'],
    ['account.crossBalance', 1800, 'account.crossBalance'],
    ['account.crossBalance', '1,800', 'account.crossBalance'],
    ['account.crossBalance', '1e3', 'account.crossBalance'],
    ['account.crossBalance', null, 'account.crossBalance'],
    ['account.crossBalance', 'NaN', 'account.crossBalance'],
    ['account.crossBalance', '1'.repeat(31), 'account.crossBalance'],
    ['account.positions', undefined, 'account.positions'],
    ['account.positions', {}, 'account.positions'],
    ['account.positions[0].side', 'buy', 'account.positions[0].side'],
    ['account.positions[0].size', '-0.1', 'account.positions[0].size'],
    ['account.positions[0].size', '0', 'account.positions[0].size'],
    ['account.positions[0].entryPrice', '0', 'account.positions[0].entryPrice'],
    ['account.positions[0].markPrice', '-5', 'account.positions[0].markPrice'],
    ['account.positions[0].marginMode', 'portfolio', 'account.positions[0].marginMode'],
    ['account.positions[0].leverage', '0', 'account.positions[0].leverage'],
    ['account.positions[0].maintenance', { rate: '5' }, 'account.positions[0].maintenance.rate'],
    ['instruments', undefined, 'instruments'],
    ['instruments.BTCUSDT.kind', 'quanto', 'instruments.BTCUSDT.kind'],
    ['instruments.BTCUSDT.markPrice', '0', 'instruments.BTCUSDT.markPrice'],
    ['instruments.BTCUSDT.takerFee', '5', 'instruments.BTCUSDT.takerFee'],
    ['instruments.BTCUSDT.fundingIntervalHours', '0', 'instruments.BTCUSDT.fundingIntervalHours'],
    ['instruments.BTCUSDT.tiers', [], 'instruments.BTCUSDT.tiers'],
    ['instruments.BTCUSDT.tiers', [tier('100', null, '0.01')], 'instruments.BTCUSDT.tiers[0].floor'],
    [
      'instruments.BTCUSDT.tiers',
      [tier('0', '100', '0.01'), tier('200', null, '0.02')],
      'instruments.BTCUSDT.tiers[1].floor',
    ],
    [
      'instruments.BTCUSDT.tiers',
      [tier('0', '100', '0.02'), tier('100', null, '0.01')],
      'instruments.BTCUSDT.tiers[1].rate',
    ],
    [
      'instruments.BTCUSDT.tiers',
      [tier('0', null, '0.02'), tier('1', null, '0.03')],
      'instruments.BTCUSDT.tiers[0].cap',
    ],
    ['instruments.BTCUSDT.tiers', [tier('0', '0', '0.02')], 'instruments.BTCUSDT.tiers[0].cap'],
    ['order.symbol', 5, 'order.symbol'],
    ['order.effect', 'increase', 'order.effect'],
    ['order.type', 'stop', 'order.type'],
    ['order.price', '0', 'order.price'],
    ['order.size', '-1', 'order.size'],
    ['order.leverage', '0', 'order.leverage'],
    ['order.leverage', '126', 'order.leverage'],
    ['order.margin', '0', 'order.margin'],
    ['order.autoAddMargin', 'no', 'order.autoAddMargin'],
    ['order.stopLoss', '-1', 'order.stopLoss'],
    ['assumptions.slippage', '2', 'assumptions.slippage'],
    ['assumptions.horizonHours', '-1', 'assumptions.horizonHours'],
    ['assumptions.maxLoss', '-1', 'assumptions.maxLoss'],
    ['assumptions.maxLoss', 150, 'assumptions.maxLoss'],
    ['assumptions.maxLossFraction', '1.01', 'assumptions.maxLossFraction'],
  ])('%s = %j', (path, value, complaint) => {
    const parsed = parseInput(withMember(path, value));
    expect(parsed).toMatchObject({ ok: false, path: complaint });
    if (!parsed.ok) expect(parsed.expected).toMatch(/\w/);
  });

  it.each([null, 5, 'text', [], undefined])('%j is no input at all', (raw) => {
    expect(parseInput(raw)).toEqual({ ok: false, path: 'input', expected: 'an object' });
  });

  it('whatever JSON comes in: an answer or a complaint, never a throw, and what is accepted is assessed', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.string(), (value, at) => {
        const paths = [
          'account',
          'order',
          'instruments',
          'rules',
          'assumptions',
          'account.positions',
          'instruments.BTCUSDT',
        ];
        for (const path of paths) {
          const parsed = parseInput(withMember(path, value));
          if (parsed.ok) expect(assess(parsed.input, venueFacts.binance.rules)).toBeDefined();
        }
        expect(parseInput({ ...whole, [at]: value })).toBeDefined();
      }),
      { numRuns: runs(1000), endOnFailure: true },
    );
  }, 60_000);
});
