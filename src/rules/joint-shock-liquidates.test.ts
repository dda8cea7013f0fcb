import { describe, expect, it } from 'vitest';
import { order, position } from '../../test/support/engine-input.ts';
import { type ContextChange, crossInput } from '../../test/support/rule-context.ts';
import { found, runRule } from '../../test/support/run-rule.ts';
import { foundInScene, sceneContext } from '../../test/support/scene-context.ts';
import type { MarginMode } from '../domain/account.ts';
import { decimal } from '../domain/decimal-string.ts';
import { unknown } from '../domain/known.ts';
import { jointShockLiquidates as rule } from './joint-shock-liquidates.ts';

const d = decimal;

/** EX-4: 1,000 on cross; BTC and ETH stand, SOL is ordered, each of `size` coins at 100. */
const three = (size: string, leverage: string, balance = '1000') =>
  sceneContext(
    {
      balance,
      positions: [
        position('BTC', 'long', size, 'cross', { leverage: d('20') }),
        position('ETH', 'long', size, 'cross', { leverage: d('20') }),
      ],
    },
    order('SOL', 'long', size, 'cross', { leverage: d(leverage) }),
  );

/** Isolated positions of 2,000 each on the named margin, the last of them ordered. */
const isolated = (leverages: readonly string[], balance = '1000') => {
  const margin = (leverage: string) => d(String(2000 / Number(leverage)));
  const symbols = ['BTC', 'ETH', 'SOL'];
  const [last = '10', ...others] = [...leverages].reverse();
  return sceneContext(
    {
      balance,
      positions: others.map((leverage, index) =>
        position(symbols[index] ?? 'BTC', 'long', '20', 'isolated', {
          leverage: d(leverage),
          margin: margin(leverage),
        }),
      ),
    },
    order('SOL', 'short', '20', 'isolated', { leverage: d(last) }),
  );
};

describe('joint-shock-liquidates', () => {
  it('is clear for the three positions of EX-4: 300 of 1,000 are lost', () => {
    expect(rule.run(three('10', '5'), rule.bands)).toEqual({ kind: 'clear' });
  });

  it('is danger where one move takes all three, each of which looks harmless alone (EX-4c)', () => {
    // 33 x 100 x 3 = 9,900: a tenth is 990, 10 are left, maintenance is 9,900 x 0.9 x 0.005 = 44.55.
    const finding = foundInScene(rule, three('33', '20'));
    expect(finding).toEqual({
      level: 'danger',
      field: 'shocks',
      value: '3',
      threshold: '2',
      message:
        'A 10% move against every position liquidates 3 of them (BTC long, ETH long, SOL long). Counted from 2.',
      hold: 'acknowledge',
      // SOL's loss ends at its 165, and the 835 that are left bear 660 of the other two.
      remedy: {
        text: 'Switch to isolated with $165. Liquidated by the same move then: 1.',
        figures: { isolatedMargin: '165', liquidated: '1' },
      },
    });
  });

  it('counts who is gone with isolated margin by a run of the engine', () => {
    // 660 of margin keep SOL alive over a loss of 330; the other two share 340 and lose 660.
    expect(foundInScene(rule, three('33', '5'))?.remedy).toEqual({
      text: 'Switch to isolated with $660. Liquidated by the same move then: 2.',
      figures: { isolatedMargin: '660', liquidated: '2' },
    });
  });

  it('is a warning for one position on cross, alone too', () => {
    const alone = sceneContext({ balance: '1000' }, order('BTC', 'short', '100', 'cross'));
    expect(foundInScene(rule, alone)).toMatchObject({ level: 'warning', value: '1', hold: 'none' });
    const smaller = sceneContext({ balance: '1000' }, order('BTC', 'short', '90', 'cross'));
    // 900 lost, 100 left; maintenance 90 x 110 x 0.005 = 49.5.
    expect(rule.run(smaller, rule.bands)).toEqual({ kind: 'clear' });
  });

  it('is one step milder on isolated, where each loss is capped', () => {
    expect(foundInScene(rule, isolated(['20', '20']))).toMatchObject({
      level: 'warning',
      hold: 'none',
      value: '2',
    });
    expect(foundInScene(rule, isolated(['10', '5']))).toMatchObject({ level: 'notice', value: '1' });
    expect(rule.run(isolated(['5', '5']), rule.bands)).toEqual({ kind: 'clear' });
    expect(rule.run(isolated(['100']), rule.bands)).toEqual({ kind: 'not-applicable' });
  });

  it('is two steps milder where isolated positions together are less than a tenth of the account', () => {
    // Two margins of 100 are lost, of an equity of balance + 100.
    expect(foundInScene(rule, isolated(['20', '20'], '1900'))?.level).toBe('warning');
    expect(foundInScene(rule, isolated(['20', '20'], '1901'))?.level).toBe('notice');
    // 200 is gone of the one at 10x and 200 lost of the other: 400 of 4,401.
    expect(rule.run(isolated(['10', '5'], '4201'), rule.bands)).toEqual({ kind: 'clear' });
  });

  it('is as loud as on cross where a cross position goes with it', () => {
    const mixed = sceneContext(
      { balance: '1100', positions: [position('BTC', 'long', '100', 'cross')] },
      order('SOL', 'long', '20', 'isolated', { leverage: d('20') }),
    );
    expect(foundInScene(rule, mixed)).toMatchObject({ level: 'danger', value: '2', hold: 'acknowledge' });
    const fenced = sceneContext(
      { balance: '1100', positions: [position('BTC', 'long', '100', 'cross')] },
      order('SOL', 'long', '20', 'isolated', { leverage: d('5') }),
    );
    // 1,100 - 400 = 700 do not bear 1,000; SOL on 400 does.
    expect(foundInScene(rule, fenced)).toMatchObject({ level: 'warning', value: '1' });
  });

  it('counts legs that hedge each other as any other: each moves against its own side', () => {
    const hedged = sceneContext(
      { balance: '150', positions: [position('BTC', 'short', '10', 'cross')] },
      order('BTC', 'long', '10', 'cross', { positionMode: 'hedge' }),
    );
    expect(foundInScene(rule, hedged)).toMatchObject({ value: '2', level: 'danger' });
  });

  it("counts from the trader's own numbers", () => {
    const bands = { warning: d('2'), danger: d('4') };
    expect(foundInScene(rule, three('33', '20'), bands)).toMatchObject({ level: 'warning', threshold: '2' });
  });

  it('cannot run where it is not known who is liquidated, or on which margin', () => {
    const gone = unknown('venue-facts-missing', 'instruments.SOL.tiers');
    const shock = (liquidated: readonly string[] | typeof gone, marginMode: MarginMode = 'cross') => ({
      move: d('-0.1'),
      scope: 'together' as const,
      marginMode,
      equity: gone,
      loss: gone,
      marginRatio: gone,
      liquidated,
    });
    const with_ = (exposure: ContextChange['exposure']) => runRule(rule, { exposure: exposure ?? {} });
    expect(with_({ shocks: [shock(gone)] })).toEqual({ kind: 'could-not-run' });
    expect(with_({ shocks: [] })).toEqual({ kind: 'could-not-run' });
    expect(with_({ shocks: [shock([], 'isolated')] })).toEqual({ kind: 'could-not-run' });
    expect(with_({ marginMode: gone, shocks: [shock([])] })).toEqual({ kind: 'could-not-run' });
    expect(with_({ shocks: [shock([])] })).toEqual({ kind: 'clear' });
  });

  it('says of a table that is not whole that nothing was found in what is shown', () => {
    const hidden = { account: { ...crossInput.account, positionsComplete: false } };
    const aside = { kind: 'could-not-run', saidBy: 'positions-may-be-hidden' };
    expect(runRule(rule, { input: hidden, exposure: { marginMode: 'isolated' } })).toEqual(aside);
    const calm = three('10', '5');
    const input = { ...calm.input, account: { ...calm.input.account, positionsComplete: false } };
    expect(rule.run({ ...calm, input }, rule.bands)).toEqual(aside);
    const loud = three('33', '20');
    expect(foundInScene(rule, { ...loud, input: { ...loud.input, ...input } })?.level).toBe('danger');
  });

  it('needs the ticket of a mode that stands in the shocks', () => {
    expect(found(rule)).toBeUndefined();
  });
});
