import { describe, expect, it } from 'vitest';
import { contract, order, position } from '../../test/support/engine-input.ts';
import { foundInScene, sceneContext } from '../../test/support/scene-context.ts';
import type { Account, Position } from '../domain/account.ts';
import { decimal } from '../domain/decimal-string.ts';
import type { Order } from '../domain/order.ts';
import { unrelatedDirectionalCross as rule } from './unrelated-directional-cross.ts';

const d = decimal;
const instruments = { BTCUSDT: contract(), BTCUSDC: contract(), ETHUSDT: contract(), SOLUSDT: contract() };
const held = (symbol: string, side: 'long' | 'short' = 'long', change: Partial<Position> = {}) =>
  position(symbol, side, '10', change.marginMode ?? 'cross', change);

/** EX-4's account of 1,000 with some positions of 1,000 each, and 1,000 of SOL ordered at 10x. */
const ordering = (
  positions: readonly Position[],
  change: Partial<Order> = {},
  { balance = '1000', ...account }: Partial<Account> & { readonly balance?: string } = {},
) =>
  sceneContext(
    { balance, instruments, positions, account: { positions, ...account } },
    order('SOLUSDT', 'long', '10', 'cross', change),
  );
const run = (context: ReturnType<typeof ordering>) => rule.run(context, rule.bands);

describe('unrelated-directional-cross', () => {
  it('is danger, and names the bets (MK-13)', () => {
    expect(foundInScene(rule, ordering([held('BTCUSDT'), held('ETHUSDT')]))).toEqual({
      level: 'danger',
      field: 'positions',
      value: '10',
      threshold: '5',
      message:
        'SOL, BTC, ETH are all long on one cross balance, at 10x (over 5x). They are bets of their own, and a loss on one takes the money of all.',
      hold: 'acknowledge',
      remedy: { text: 'Switch to isolated with $100.', figures: { isolatedMargin: '100' } },
    });
  });

  it.each([
    ['5', undefined],
    ['5.1', 'danger'],
    ['100', 'danger'],
  ])('at %sx it is %s: EX-4 itself is at 5x', (leverage, level) => {
    const context = ordering([held('BTCUSDT')], { leverage: d(leverage) });
    expect(foundInScene(rule, context)?.level).toBe(level);
  });

  it("takes the trader's own leverage", () => {
    const context = ordering([held('BTCUSDT')], { leverage: d('10') });
    expect(foundInScene(rule, context, { danger: d('10') })).toBeUndefined();
    expect(foundInScene(rule, context, { danger: d('9') })?.threshold).toBe('9');
  });

  it('looks at shorts alike', () => {
    const shorts = ordering([held('BTCUSDT', 'short')], { side: 'short' });
    expect(foundInScene(rule, shorts)?.message).toContain('SOL, BTC are all short on one cross balance');
  });

  it.each([
    ['nothing else is open', []],
    ['the other goes the other way', [held('BTCUSDT', 'short')]],
    ['the other is isolated', [held('BTCUSDT', 'long', { marginMode: 'isolated', margin: d('100') })]],
    ['it is the same coin', [held('SOLUSDT')]],
    ['the other coin is held both ways', [held('BTCUSDT'), held('BTCUSDT', 'short')]],
    ['the other coin is hedged in another contract', [held('BTCUSDT'), held('BTCUSDC', 'short')]],
    ['the order closes more than it opens', [held('SOLUSDT', 'short', { size: d('10') }), held('BTCUSDT')]],
  ])('is clear where %s', (_what, positions) => {
    expect(run(ordering(positions))).toEqual({ kind: 'clear' });
  });

  it('does not concern isolated margin', () => {
    expect(run(ordering([held('BTCUSDT')], { marginMode: 'isolated' }))).toEqual({ kind: 'not-applicable' });
  });

  it('is a notice where a joint fall of a fifth takes less than a tenth of the account', () => {
    // Two of 1,000: 400 of 4,001 is under a tenth, of 4,000 it is not.
    expect(foundInScene(rule, ordering([held('BTCUSDT')], {}, { balance: '4001' }))).toMatchObject({
      level: 'notice',
      hold: 'none',
    });
    expect(foundInScene(rule, ordering([held('BTCUSDT')], {}, { balance: '4000' }))?.level).toBe('danger');
  });

  it('cannot tell without the modes of the positions, the size or the leverage', () => {
    const cannot = { kind: 'could-not-run' };
    const { marginMode: _mode, ...modeless } = held('BTCUSDT');
    expect(run(ordering([modeless]))).toEqual(cannot);
    expect(foundInScene(rule, ordering([modeless, held('ETHUSDT')]))?.level).toBe('danger');
    const full = ordering([held('BTCUSDT')]);
    const { size: _size, ...sizeless } = full.order;
    expect(run({ ...full, order: sizeless })).toEqual(cannot);
    const { leverage: _leverage, ...bare } = full.order;
    expect(run({ ...full, order: bare })).toEqual(cannot);
    const { marginMode: _own, ...unmoded } = full.order;
    expect(run(sceneContext({ balance: '1000', instruments }, unmoded))).toEqual(cannot);
  });

  it('leaves it to the rule about hidden positions where not all are shown', () => {
    const hidden = { positionsComplete: false };
    expect(run(ordering([], {}, hidden))).toEqual({
      kind: 'could-not-run',
      saidBy: 'positions-may-be-hidden',
    });
    expect(foundInScene(rule, ordering([held('BTCUSDT')], {}, hidden))?.level).toBe('danger');
  });
});
