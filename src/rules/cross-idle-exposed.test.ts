import { describe, expect, it } from 'vitest';
import { crossExposure } from '../../test/support/rule-context.ts';
import { found, runRule } from '../../test/support/run-rule.ts';
import { decimal } from '../domain/decimal-string.ts';
import { unknown } from '../domain/known.ts';
import { crossIdleExposed } from './cross-idle-exposed.ts';

const d = decimal;
const gone = unknown('venue-facts-missing', 'instruments.BTCUSDT.tiers');
const noReach = { move: d('0.3'), loss: gone, idleTaken: gone, share: gone };
const shareOf = (share: string) => ({ exposure: { reach: { ...crossExposure.reach, share: d(share) } } });

it.each([
  ['0.0999', undefined, undefined],
  ['0.1', 'notice', 'none'],
  ['0.2499', 'notice', 'none'],
  ['0.25', 'warning', 'none'],
  ['0.4999', 'warning', 'none'],
  ['0.5', 'danger', 'type-amount'],
  ['37', 'danger', 'type-amount'],
])('a share of %s is %s and holds %s', (share, level, hold) => {
  const finding = found(crossIdleExposed, shareOf(share));
  expect([finding?.level, finding?.hold]).toEqual([level, hold]);
});

it('takes the bands it is given', () => {
  expect(found(crossIdleExposed, shareOf('0.3'), { notice: d('0.3') })).toMatchObject({
    level: 'notice',
    field: 'idle',
    value: '0.3',
    threshold: '0.3',
  });
  expect(runRule(crossIdleExposed, shareOf('0.29'), { notice: d('0.3') })).toEqual({ kind: 'clear' });
});

it('concerns cross, and isolated with auto-add', () => {
  const isolated = { exposure: { marginMode: 'isolated' as const } };
  expect(runRule(crossIdleExposed, isolated)).toEqual({ kind: 'not-applicable' });
  expect(runRule(crossIdleExposed, { ...isolated, order: { autoAddMargin: false } })).toEqual({
    kind: 'not-applicable',
  });
  expect(found(crossIdleExposed, { ...isolated, order: { autoAddMargin: true } })?.level).toBe('danger');
  expect(runRule(crossIdleExposed, { exposure: { marginMode: gone } })).toEqual({ kind: 'could-not-run' });
});

describe('of a balance that can only be too small', () => {
  const atLeast = { atLeast: true as const };

  it('says "at least", no share of it, and to move at least so much', () => {
    expect(found(crossIdleExposed, { exposure: atLeast })).toMatchObject({
      message: 'At least $1,500 of idle money stands behind this order and is within reach of a 30% move.',
      remedy: {
        text: 'Switch to isolated with $300, or move at least $1,697 out of the futures wallet.',
      },
    });
  });

  it('does not take it for a bound where what is within reach is not known', () => {
    const idle = { ...crossExposure.idle, atRisk: d('10'), share: d('0.01') };
    expect(runRule(crossIdleExposed, { exposure: { idle, reach: noReach } })).toEqual({ kind: 'clear' });
    expect(found(crossIdleExposed, { exposure: { ...atLeast, idle, reach: noReach } })).toMatchObject({
      level: 'unknown',
      message:
        'At least $10 of idle money stands behind this order. How much of it is within reach cannot be told.',
    });
  });
});

it('is clear of a wallet with nothing in it, of which no share can be told', () => {
  const noShare = unknown('undefined-ratio', 'reach.share');
  const idle = { balance: d('0'), atRisk: d('0'), atLiquidation: d('0'), share: noShare };
  const reach = { move: d('0.3'), loss: d('0'), idleTaken: d('0'), share: noShare };
  expect(runRule(crossIdleExposed, { exposure: { idle, reach } })).toEqual({ kind: 'clear' });
});

describe('where what is within reach cannot be told', () => {
  const { idle } = crossExposure;
  it.each([
    ['share unknown', { ...crossExposure.reach, share: gone }],
    ['money unknown', { ...crossExposure.reach, idleTaken: gone }],
  ])('%s: says up to how much stands behind it', (_name, reach) => {
    expect(found(crossIdleExposed, { exposure: { reach } })).toEqual({
      level: 'unknown',
      field: 'idle',
      value: 'unknown',
      threshold: '',
      message:
        'Up to $1,697 of idle money stands behind this order. How much of it is within reach cannot be told.',
      hold: 'acknowledge',
    });
  });

  it('does not hold a trader who wants notices only', () => {
    expect(
      found(crossIdleExposed, { exposure: { reach: noReach }, preferences: { whenUnread: 'notice' } })?.hold,
    ).toBe('none');
  });

  it('says that it does not know the idle money either', () => {
    const unknownIdle = { ...idle, atRisk: gone, share: gone };
    expect(found(crossIdleExposed, { exposure: { reach: noReach, idle: unknownIdle } })?.message).toBe(
      'Cross margin, and how much idle money stands behind this order cannot be told.',
    );
  });

  it('is clear where even the worst case stays below the first band', () => {
    const at = (share: string) => ({ exposure: { reach: noReach, idle: { ...idle, share: d(share) } } });
    expect(runRule(crossIdleExposed, at('0.0999'))).toEqual({ kind: 'clear' });
    expect(found(crossIdleExposed, at('0.1'))?.level).toBe('unknown');
  });
});

it('offers the remedies the engine confirmed', () => {
  expect(found(crossIdleExposed)?.remedy).toEqual({
    text: 'Switch to isolated with $300, or move $1,697 out of the futures wallet.',
    figures: { isolatedMargin: '300', transferOut: '1697' },
  });
});
