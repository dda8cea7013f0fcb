import { describe, expect, it } from 'vitest';
import { type ContextChange, crossExposure, ruleContext } from '../../test/support/rule-context.ts';
import { found } from '../../test/support/run-rule.ts';
import { decimal } from '../domain/decimal-string.ts';
import type { FittingSize, IsolatedMargin, NoRemedy, Remedies, TransferOut } from '../domain/exposure.ts';
import { unknown } from '../domain/known.ts';
import { exposedBeyondPlan } from './exposed-beyond-plan.ts';
import { isolate, isolateOrMove } from './isolate-or-move.ts';
import { lossOverLimit } from './loss-over-limit.ts';
import { stopBeyondLiquidation } from './stop-beyond-liquidation.ts';

const d = decimal;
const gone = unknown('missing-input', 'account.crossBalance');
const none = (why: NoRemedy['why']): NoRemedy => ({ kind: 'none', why });
const margin = crossExposure.remedies.isolatedMargin as IsolatedMargin;
const transfer = crossExposure.remedies.transferOut as TransferOut;
const stop = { stopLoss: d('58000') };

/** The cross order with remedies of one's own, on the ticket's mode or another. */
function having(remedies: Partial<Remedies>, change: ContextChange = {}): ContextChange {
  return {
    ...change,
    exposure: { ...change.exposure, remedies: { ...crossExposure.remedies, ...remedies } },
  };
}

const offered = (remedies: Partial<Remedies>, change: ContextChange = {}) =>
  isolateOrMove(ruleContext(having(remedies, change)));

describe('isolated margin, or money out of the wallet', () => {
  it('both, with the stop where it fills first', () => {
    expect(offered({})?.text).toBe('Switch to isolated with $300, or move $1,697 out of the futures wallet.');
    const reached = { ...margin, amount: d('310.391'), stop: 'reached' as const };
    expect(
      offered({ isolatedMargin: reached, transferOut: { ...transfer, stop: 'reached' } }, { order: stop }),
    ).toEqual({
      text: 'Switch to isolated with $310.40, or move $1,697 out of the futures wallet. Your stop at 58,000 still fills first.',
      figures: { isolatedMargin: '310.391', transferOut: '1697' },
    });
  });

  it('says nothing of a stop that is not there, or that the engine does not speak of', () => {
    const both = 'Switch to isolated with $300, or move $1,697 out of the futures wallet.';
    expect(offered({}, { order: stop })?.text).toBe(both);
    expect(offered({ isolatedMargin: { ...margin, stop: 'reached' } })?.text).toBe(both);
  });

  it('on isolated margin offers no transfer beside it', () => {
    const isolated = { exposure: { marginMode: 'isolated' as const } };
    expect(offered({}, isolated)?.figures).toEqual({ isolatedMargin: '300' });
  });

  it('no transfer that puts the stop behind the liquidation, or may do so', () => {
    for (const reach of ['not-reached', gone] as const) {
      expect(offered({ transferOut: { ...transfer, stop: reach } })?.figures).toEqual({
        isolatedMargin: '300',
      });
    }
  });

  it('nothing the engine did not confirm', () => {
    const noMargin = { isolatedMargin: none('balance-too-small') };
    const noTransfer = { transferOut: none('unrealised-loss') };
    expect(offered(noMargin)).toEqual({
      text: 'Move $1,697 out of the futures wallet.',
      figures: { transferOut: '1697' },
    });
    expect(offered(noTransfer)?.figures).toEqual({ isolatedMargin: '300' });
    expect(offered({ ...noMargin, ...noTransfer })).toBeUndefined();
    expect(offered({ ...noMargin, transferOut: gone })).toBeUndefined();
  });

  it('a margin that cannot be told is offered without a figure, or gives way to a transfer', () => {
    expect(offered({ isolatedMargin: gone, transferOut: gone })).toEqual({
      text: 'Switch to isolated margin.',
      figures: {},
    });
    expect(offered({ isolatedMargin: gone })?.figures).toEqual({ transferOut: '1697' });
  });

  it('with auto-add on it has to go off', () => {
    const autoAdd = { order: { autoAddMargin: true } };
    expect(offered({}, autoAdd)?.text).toBe('Switch to isolated with $300, with auto-add of margin off.');
    const isolated = { order: { autoAddMargin: true }, exposure: { marginMode: 'isolated' as const } };
    expect(offered({}, isolated)).toEqual({
      text: 'Turn auto-add of margin off: then $303 is the most this order can lose.',
      figures: { isolatedMargin: '300' },
    });
    expect(offered({ isolatedMargin: gone }, isolated)?.figures).toEqual({ transferOut: '1697' });
    expect(isolate(ruleContext(having({ isolatedMargin: gone }, isolated)))).toBeUndefined();
  });
});

describe('a loss over the limit', () => {
  const fitting: FittingSize = {
    size: d('0.05'),
    bindingLimit: 'max-loss',
    limit: d('100'),
    measure: 'at-stop',
    loss: d('99.5'),
    reach: d('90'),
    notCounted: [],
  };
  const over = (fittingSize: Remedies['fittingSize'], maxLossQuote = '100') =>
    found(lossOverLimit, having({ fittingSize }, { preferences: { maxLossQuote: d(maxLossQuote) } }))?.remedy;

  it('is mended by a smaller size', () => {
    expect(over(fitting)).toEqual({
      text: 'Cut the size to 0.05: then neither your stop nor a 30% move takes more than $99.50.',
      figures: { size: '0.05', bindingLimit: 'max-loss' },
    });
    expect(over({ ...fitting, measure: 'worst', reach: gone })).toEqual({
      text: 'Cut the size to 0.05: then it can lose $99.50.',
      figures: { size: '0.05', bindingLimit: 'max-loss' },
    });
    // The larger of the two is what the rule measures.
    expect(over({ ...fitting, reach: d('100') })?.text).toBe(
      'Cut the size to 0.05: then neither your stop nor a 30% move takes more than $100.',
    );
  });

  it.each([
    ['stays over it', { ...fitting, reach: d('100.01') }],
    ['is not known', { ...fitting, reach: gone }],
  ])('says only what the stop loses where what is within reach %s', (_name, fittingSize) => {
    expect(
      found(lossOverLimit, having({ fittingSize }, { order: stop, preferences: { maxLossQuote: d('100') } }))
        ?.remedy,
    ).toEqual({
      text: 'Cut the size to 0.05: then the stop at 58,000 loses $99.50.',
      figures: { size: '0.05', bindingLimit: 'max-loss' },
    });
    // 100.005 is within a limit of itself, and would be shown as 100.01 beside one of 100.
    const close = { ...fittingSize, loss: d('100.005') };
    const limit = { maxLossQuote: d('100.005') };
    expect(
      found(lossOverLimit, having({ fittingSize: close }, { order: stop, preferences: limit }))?.remedy?.text,
    ).toBe('Cut the size to 0.05: then the stop at 58,000 stays within your limit.');
    // Without a stop on the order there is nothing to say it of.
    expect(over(fittingSize)).toBeUndefined();
  });

  it.each([
    ['it is no smaller size', { ...fitting, size: d('0.1') }],
    ['it was found for a larger limit', { ...fitting, loss: d('100.01') }],
    ['none fits', none('no-size-fits')],
  ])('offers no size where %s', (_name, fittingSize) => {
    expect(over(fittingSize)).toBeUndefined();
  });

  it('is mended by isolated margin that can lose no more', () => {
    expect(over(none('no-size-fits'), '302.99')).toBeUndefined();
    expect(over(none('no-size-fits'), '303')?.figures).toEqual({ isolatedMargin: '300' });
    expect(over(gone, '303')?.figures).toEqual({ isolatedMargin: '300' });
  });

  it("takes the trader's own multiple of the limit", () => {
    const change = having({ fittingSize: fitting }, { preferences: { maxLossQuote: d('50') } });
    expect(found(lossOverLimit, change, { danger: d('2') })?.remedy?.figures).toMatchObject({ size: '0.05' });
    expect(found(lossOverLimit, change, { danger: d('1.9') })?.remedy).toBeUndefined();
  });
});

describe('a stop behind the liquidation', () => {
  const beyond = (isolatedMargin: Remedies['isolatedMargin'], marginMode: 'cross' | 'isolated') => {
    const parts = {
      amount: d('1'),
      price: d('58000'),
      priceLoss: d('1'),
      fees: d('0'),
      funding: d('0'),
      slippage: d('0'),
    };
    const losses = {
      ...crossExposure.losses,
      atStop: { kind: 'stop-beyond-liquidation' as const, ...parts },
    };
    return found(
      stopBeyondLiquidation,
      having({ isolatedMargin }, { order: stop, exposure: { losses, marginMode } }),
    )?.remedy;
  };
  const enough = { ...margin, amount: d('320'), stop: 'reached' as const };

  it('is mended by the margin that keeps it reachable', () => {
    expect(beyond(enough, 'isolated')).toEqual({
      text: 'Put $320 of margin behind it: your stop at 58,000 then fills first.',
      figures: { isolatedMargin: '320' },
    });
    expect(beyond(enough, 'cross')?.text).toBe(
      'Switch to isolated with $320: your stop at 58,000 still fills first.',
    );
  });

  it('and by nothing else', () => {
    expect(beyond(margin, 'isolated')).toBeUndefined();
    expect(beyond(gone, 'isolated')).toBeUndefined();
    expect(beyond(none('balance-too-small'), 'isolated')).toBeUndefined();
  });
});

describe('exposed beyond the plan', () => {
  it('is ended by isolated margin, else by a transfer', () => {
    expect(found(exposedBeyondPlan)?.remedy?.figures).toEqual({ isolatedMargin: '300' });
    expect(
      found(exposedBeyondPlan, having({ isolatedMargin: none('mode-not-offered') }))?.remedy?.figures,
    ).toEqual({ transferOut: '1697' });
  });
});
