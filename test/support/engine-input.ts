import type { Account, MarginMode, Position, Side } from '../../src/domain/account.ts';
import type { AssessInput } from '../../src/domain/assess-input.ts';
import { type DecimalString, decimal } from '../../src/domain/decimal-string.ts';
import { type Exposure, isOrderExposure, type OrderExposure } from '../../src/domain/exposure.ts';
import type { Instrument } from '../../src/domain/instrument.ts';
import type { Order } from '../../src/domain/order.ts';
import type { VenueRules } from '../../src/domain/venue.ts';
import { assess } from '../../src/engine/assess.ts';
import { baseRules } from '../../src/venues/base-rules.ts';

/** A linear contract at 100 with one maintenance rate, free of fees and funding unless said. */
export function contract(change: Partial<Instrument> & { readonly rate?: string } = {}): Instrument {
  const { rate = '0.005', ...rest } = change;
  return {
    kind: 'linear',
    markPrice: decimal('100'),
    tick: decimal('0.01'),
    tiers: [{ floor: decimal('0'), cap: null, rate: decimal(rate), amount: decimal('0') }],
    takerFee: decimal('0'),
    makerFee: decimal('0'),
    liquidationFee: decimal('0'),
    fundingRate: decimal('0'),
    fundingIntervalHours: decimal('8'),
    ...rest,
  };
}

export function position(
  symbol: string,
  side: Side,
  size: string,
  marginMode: MarginMode,
  change: Partial<Position> = {},
): Position {
  return {
    symbol,
    side,
    size: decimal(size),
    entryPrice: decimal('100'),
    markPrice: decimal('100'),
    marginMode,
    leverage: decimal('10'),
    ...change,
  };
}

export function order(
  symbol: string,
  side: Side,
  size: string,
  marginMode: MarginMode,
  change: Partial<Order> = {},
): Order {
  return {
    symbol,
    side,
    effect: 'open',
    type: 'limit',
    price: decimal('100'),
    size: decimal(size),
    leverage: decimal('10'),
    marginMode,
    ...change,
  };
}

interface Scene {
  readonly balance?: string;
  readonly positions?: readonly Position[];
  readonly instruments?: Readonly<Record<string, Instrument>>;
  readonly order?: Order;
  readonly account?: Partial<Account>;
  readonly assumptions?: AssessInput['assumptions'];
  readonly rules?: Partial<VenueRules>;
}

export function sceneInput(scene: Scene): AssessInput {
  return {
    contract: 1,
    venue: 'binance',
    account: {
      currency: 'USDT',
      ...(scene.balance === undefined ? {} : { crossBalance: decimal(scene.balance) }),
      positions: scene.positions ?? [],
      ...scene.account,
    },
    instruments: scene.instruments ?? { BTC: contract(), ETH: contract(), SOL: contract() },
    ...(scene.order === undefined ? {} : { order: scene.order }),
    ...(scene.assumptions === undefined ? {} : { assumptions: scene.assumptions }),
  };
}

export function assessScene(scene: Scene): Exposure {
  return assess(sceneInput(scene), { ...baseRules, ...scene.rules });
}

export function assessOrder(scene: Scene & { readonly order: Order }): OrderExposure {
  const exposure = assessScene(scene);
  if (!isOrderExposure(exposure)) throw new Error('a scene with an order has an order exposure');
  return exposure;
}

/** A figure as a number, for comparison to a printed precision. */
export function number(figure: unknown): number {
  if (typeof figure !== 'string') throw new Error(`not a figure: ${JSON.stringify(figure)}`);
  return Number(figure);
}

/** Signed distance of a liquidation price from 100, in percent. */
export function liquidationPercent(liquidation: unknown): number {
  const price = (liquidation as { price?: DecimalString }).price;
  return Number(price) - 100;
}
