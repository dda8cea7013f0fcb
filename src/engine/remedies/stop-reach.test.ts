import { describe, expect, it } from 'vitest';
import { order } from '../../../test/support/engine-input.ts';
import { sceneView } from '../../../test/support/scene-view.ts';
import { decimal } from '../../domain/decimal-string.ts';
import type { Liquidation } from '../../domain/exposure.ts';
import { unknown } from '../../domain/known.ts';
import type { Order } from '../../domain/order.ts';
import { isDue, stopReach } from './stop-reach.ts';

const missing = unknown('missing-input', 'instruments.BTC.tick');

type Priced = Extract<Liquidation, { kind: 'price' }>;

function priced(price: string, nearest: string, distance = '0.1'): Priced {
  const range = { nearest: decimal(nearest), farthest: decimal(price) };
  return { kind: 'price', price: decimal(price), distance: decimal(distance), range };
}

/** 20 at the mark of 100; stops fill 0.1 % worse. */
function reach(liquidation: Parameters<typeof stopReach>[1], change: Partial<Order>) {
  const ticket = { ...order('BTC', 'long', '20', 'isolated'), ...change };
  const { view, planning } = sceneView({ balance: '2000', order: ticket });
  return stopReach(view, liquidation, planning);
}

const long = { stopLoss: decimal('91') };
const short = { side: 'short', stopLoss: decimal('110') } as const;

describe('whether a stop fills before the liquidation', () => {
  it('long: the near end may be where the stop fills, 91 - 0.091, and no nearer', () => {
    expect(reach(priced('90', '90.909'), long)).toBe('reached');
    expect(reach(priced('90', '90.9091'), long)).toBe('not-reached');
  });

  it('short: the near end may be where the stop fills, 110 + 0.11, and no nearer', () => {
    expect(reach(priced('112', '110.11'), short)).toBe('reached');
    expect(reach(priced('112', '110.1099'), short)).toBe('not-reached');
  });

  it('with a stop on the winning side of the mark the near end has to leave the mark alive', () => {
    // Bought at 105 with the mark at 100, the stop of 104 is met at once; so is that of 96 sold at 95.
    const dear = { price: decimal('105'), stopLoss: decimal('104') };
    expect(reach(priced('99', '99.9'), dear)).toBe('reached');
    expect(reach(priced('99', '100'), dear)).toBe('not-reached');
    const cheap = { side: 'short', price: decimal('95'), stopLoss: decimal('96') } as const;
    expect(reach(priced('101', '100.1'), cheap)).toBe('reached');
    expect(reach(priced('101', '100'), cheap)).toBe('not-reached');
  });

  it('a liquidation on the winning side comes after no stop', () => {
    expect(reach(priced('120', '115'), long)).toBe('reached');
    expect(reach(priced('120', '100'), long)).toBe('not-reached');
    expect(reach(priced('80', '85'), short)).toBe('reached');
    expect(reach(priced('80', '100'), short)).toBe('not-reached');
  });

  it('no price is no obstacle, but a liquidation that is due is', () => {
    expect(reach({ kind: 'none', why: 'hedged' }, long)).toBe('reached');
    expect(reach(priced('90', '90', '0'), long)).toBe('not-reached');
  });

  it('there may be no stop, and none that stops a loss', () => {
    expect(reach(priced('90', '90'), {})).toBe('no-stop');
    expect(reach(missing, {})).toBe('no-stop');
    expect(reach(priced('90', '90'), { stopLoss: decimal('101') })).toBe('no-stop');
  });

  it('what is unknown stays unknown', () => {
    expect(reach(priced('90', '90'), { stopLoss: decimal('-5') })).toMatchObject({ field: 'order.stopLoss' });
    expect(reach(missing, long)).toBe(missing);
    const vague: Priced = { ...priced('90', '90'), range: { nearest: missing, farthest: missing } };
    expect(reach(vague, long)).toBe(missing);
  });
});

it('is due where the mark has passed it', () => {
  expect(isDue(priced('90', '90', '0'))).toBe(true);
  expect(isDue(priced('90', '90'))).toBe(false);
  expect(isDue({ kind: 'none', why: 'hedged' })).toBe(false);
  expect(isDue(missing)).toBe(false);
});
