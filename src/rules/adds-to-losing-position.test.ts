import { describe, expect, it } from 'vitest';
import { contract, order, position } from '../../test/support/engine-input.ts';
import { type ContextChange, crossExposure, crossInput } from '../../test/support/rule-context.ts';
import { found, runRule } from '../../test/support/run-rule.ts';
import { foundInScene, sceneContext } from '../../test/support/scene-context.ts';
import { reading, row } from '../../test/support/ticket-reading.ts';
import type { Position } from '../domain/account.ts';
import { decimal } from '../domain/decimal-string.ts';
import { unknown } from '../domain/known.ts';
import { addsToLosingPosition as rule } from './adds-to-losing-position.ts';

const d = decimal;
const history = (timesAddedToLoser: number) => ({ history: { recentSizes: [], timesAddedToLoser } });

/** The mark of the cross order is 60,000. */
const holding = (change: Partial<Position>, account: object = {}): ContextChange => ({
  input: {
    account: {
      ...crossInput.account,
      positions: [{ symbol: 'BTCUSDT', side: 'long', size: d('0.1'), ...change }],
      ...account,
    },
  },
});
const losing = holding({ entryPrice: d('61000') });

/** V-2: 5 BTC at 8,000, 10x, margin 4,000; here 5 more at 7,600, where 2,000 of the 4,000 are gone. */
const more = (change: ContextChange = {}, opposite: readonly Position[] = []) =>
  sceneContext(
    {
      balance: '20000',
      instruments: { BTC: contract({ markPrice: d('7600') }) },
      positions: [
        position('BTC', 'long', '5', 'isolated', {
          entryPrice: d('8000'),
          markPrice: d('7600'),
          margin: d('4000'),
        }),
        ...opposite,
      ],
    },
    order('BTC', 'long', '5', 'isolated', { price: d('7600') }),
    change,
  );

describe('adds-to-losing-position', () => {
  it('says "at least" of a pool that can only be too small', () => {
    expect(found(rule, { ...losing, exposure: { atLeast: true } })?.message).toContain(
      'At worst it can now lose at least $1,997.',
    );
  });

  it('says what can be lost now, and what could before', () => {
    expect(foundInScene(rule, more())).toEqual({
      level: 'notice',
      field: 'positions',
      value: '1',
      threshold: '1',
      message:
        'This adds to a position in loss. In 24 hours, this order counted: 1 (warned from 3). At worst it can now lose $7,800.',
      hold: 'none',
      remedy: {
        text: 'Leave it as it is: then it can lose $4,000 at worst.',
        figures: { worstLoss: '4000' },
      },
    });
  });

  it.each([
    [0, 'notice', 'none'],
    [1, 'notice', 'none'],
    [2, 'warning', 'acknowledge'],
    [40, 'warning', 'acknowledge'],
  ])('after %i times in 24 hours it is %s', (times, level, hold) => {
    expect(foundInScene(rule, more(history(times)))).toMatchObject({
      level,
      hold,
      value: String(times + 1),
    });
  });

  it("counts from the trader's own number", () => {
    const bands = { notice: d('2'), warning: d('5') };
    expect(foundInScene(rule, more(), bands)).toBeUndefined();
    expect(foundInScene(rule, more(history(3)), bands)?.level).toBe('notice');
    expect(foundInScene(rule, more(history(4)), bands)?.hold).toBe('acknowledge');
  });

  it('does not take the other leg of a hedge for what is there without the order', () => {
    const short = position('BTC', 'short', '1', 'isolated', { margin: d('800'), markPrice: d('7600') });
    expect(foundInScene(rule, more({}, [short]))?.remedy).toBeUndefined();
  });

  it.each([
    ['long', '60000.1', 'notice'],
    ['long', '60000', undefined],
    ['short', '59000', undefined],
    ['short', '61000', undefined],
  ] as const)('a %s from %s is %s', (side, entryPrice, level) => {
    expect(found(rule, holding({ side, entryPrice: d(entryPrice) }))?.level).toBe(level);
  });

  it('counts a short in loss for a short order, inverse too', () => {
    const short = holding({ side: 'short', entryPrice: d('59000') });
    expect(found(rule, { ...short, order: { side: 'short' } })?.level).toBe('notice');
    const instruments = { BTCUSDT: { kind: 'inverse' as const, markPrice: d('60000') } };
    const inverse = { ...short, input: { ...short.input, instruments }, order: { side: 'short' as const } };
    expect(found(rule, inverse)?.level).toBe('notice');
  });

  it("takes the page's own profit or loss where it prints one", () => {
    const page = (unrealisedPnl: string): ContextChange => ({
      ...losing,
      reading: reading({}, [row('BTCUSDT', 'long', { size: '0.1', entryPrice: '61000', unrealisedPnl })]),
    });
    expect(found(rule, page('-0.5'))?.level).toBe('notice');
    expect(runRule(rule, page('3'))).toEqual({ kind: 'clear' });
  });

  it('cannot run on a position that says nothing of how it stands', () => {
    expect(runRule(rule, holding({}))).toEqual({ kind: 'could-not-run' });
  });

  it('leaves it to the rule about hidden positions where not all are shown', () => {
    const hidden = holding({ symbol: 'ETHUSDT' }, { positionsComplete: false });
    expect(runRule(rule, hidden)).toEqual({ kind: 'could-not-run', saidBy: 'positions-may-be-hidden' });
    expect(found(rule, holding({ entryPrice: d('61000') }, { positionsComplete: false }))?.level).toBe(
      'notice',
    );
    expect(runRule(rule)).toEqual({ kind: 'clear' });
  });

  it('says it all the same where the worst loss is unknown', () => {
    const losses = { ...crossExposure.losses, worst: unknown('missing-input', 'account.crossBalance') };
    expect(found(rule, { ...losing, ...history(2), exposure: { losses } })).toMatchObject({
      level: 'warning',
      hold: 'acknowledge',
      message:
        'This adds to a position in loss. In 24 hours, this order counted: 3 (warned from 3). How much it can now lose cannot be told.',
    });
  });
});
