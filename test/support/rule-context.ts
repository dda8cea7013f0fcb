import catalogue from '../../_locales/en/messages.json' with { type: 'json' };
import type { AssessInput } from '../../src/domain/assess-input.ts';
import { decimal } from '../../src/domain/decimal-string.ts';
import type { OrderExposure } from '../../src/domain/exposure.ts';
import type { Order } from '../../src/domain/order.ts';
import type { Preferences } from '../../src/domain/preferences.ts';
import { figureFormat } from '../../src/messages/figures.ts';
import { translatorFrom } from '../../src/messages/translator-from.ts';
import type { History, RuleContext } from '../../src/rules/rule.ts';

const d = decimal;

export const noPreferences: Preferences = {
  intendedMode: null,
  maxLossQuote: null,
  maxLossFraction: null,
  leverageCap: null,
  takerFee: null,
  makerFee: null,
  horizonHours: d('24'),
  slippage: d('0.001'),
  reachMove: d('0.3'),
  autoAddMargin: false,
  whenUnread: 'hold-once',
  rules: {},
};

/**
 * EX-9's shape: wallet 2,000, long 0.1 BTC at 60,000, 20x, cross; margin 300, notional 6,000, liquidation far below.
 * Figures are round and by hand: rules are tested on them, not on the engine.
 */
export const crossOrder: Order = {
  symbol: 'BTCUSDT',
  side: 'long',
  effect: 'open',
  type: 'limit',
  price: d('60000'),
  size: d('0.1'),
  leverage: d('20'),
  marginMode: 'cross',
};

export const crossInput: AssessInput = {
  contract: 1,
  venue: 'binance',
  account: { currency: 'USDT', crossBalance: d('2000'), positions: [], positionsComplete: true },
  instruments: { BTCUSDT: { kind: 'linear', markPrice: d('60000') } },
  order: crossOrder,
};

export const crossExposure: OrderExposure = {
  symbol: 'BTCUSDT',
  side: 'long',
  marginMode: 'cross',
  notional: d('6000'),
  initialMargin: d('300'),
  orderCost: d('300'),
  fees: { open: d('3'), close: d('3'), roundTripOfMargin: d('0.02') },
  funding: {
    perInterval: d('0.6'),
    toHorizon: d('1.8'),
    ofMargin: d('0.006'),
    flatPrice: { days: d('1095') },
  },
  liquidation: {
    kind: 'price',
    price: d('40161'),
    distance: d('0.3306'),
    range: { nearest: d('40420'), farthest: d('40161') },
  },
  losses: {
    atStop: { kind: 'no-stop' },
    atLiquidation: {
      amount: d('1983.9'),
      price: d('40161'),
      priceLoss: d('1983.9'),
      fees: d('0'),
      funding: d('0'),
      slippage: d('0'),
    },
    worst: { amount: d('1997'), why: 'cross-scope' },
  },
  idle: { balance: d('1697'), atRisk: d('1697'), atLiquidation: d('1684'), share: d('0.8485') },
  reach: { move: d('0.3'), loss: d('1800'), idleTaken: d('1500'), share: d('0.75') },
  plannedVersusExposed: { planned: d('300'), exposed: d('1997'), ratio: d('6.65') },
  equity: { before: d('2000'), after: d('1997') },
  marginRatio: { before: d('0'), after: d('0.012') },
  otherMode: {
    marginMode: 'isolated',
    initialMargin: d('300'),
    liquidation: {
      kind: 'price',
      price: d('57229'),
      distance: d('0.0462'),
      range: { nearest: d('57300'), farthest: d('57229') },
    },
    losses: {
      atStop: { kind: 'no-stop' },
      atLiquidation: { kind: 'none' },
      worst: { amount: d('303'), why: 'isolated-margin' },
    },
    idle: { balance: d('1697'), atRisk: d('0'), atLiquidation: d('0'), share: d('0') },
  },
  remedies: {
    transferOut: {
      amount: d('1697'),
      atRisk: d('0'),
      liquidation: {
        kind: 'price',
        price: d('57229'),
        distance: d('0.0462'),
        range: { nearest: d('57300'), farthest: d('57229') },
      },
      stop: 'no-stop',
    },
    isolatedMargin: {
      amount: d('300'),
      liquidation: {
        kind: 'price',
        price: d('57229'),
        distance: d('0.0462'),
        range: { nearest: d('57300'), farthest: d('57229') },
      },
      worst: d('303'),
      stop: 'no-stop',
    },
    fittingSize: { kind: 'none', why: 'no-limit' },
  },
  positions: [],
  shocks: [],
  leftOut: [],
  assumed: [],
};

export interface ContextChange {
  readonly exposure?: Partial<OrderExposure>;
  readonly order?: Partial<Order>;
  readonly input?: Partial<AssessInput>;
  readonly preferences?: Partial<Preferences>;
  readonly reading?: RuleContext['reading'];
  readonly history?: History;
  readonly earlierMode?: RuleContext['earlierMode'];
  readonly earlierLeverage?: RuleContext['earlierLeverage'];
  readonly facts?: RuleContext['facts'];
  readonly rerun?: RuleContext['rerun'];
}

/** The cross order above with some members changed. */
export function ruleContext(change: ContextChange = {}): RuleContext {
  const order: Order = { ...crossOrder, ...change.order };
  return {
    input: { ...crossInput, ...change.input, order },
    order,
    exposure: { ...crossExposure, ...change.exposure },
    reading: change.reading ?? null,
    preferences: { ...noPreferences, ...change.preferences },
    translate: translatorFrom(catalogue),
    figures: figureFormat('en-US', 'USDT'),
    ...(change.history === undefined ? {} : { history: change.history }),
    ...(change.earlierMode === undefined ? {} : { earlierMode: change.earlierMode }),
    ...(change.earlierLeverage === undefined ? {} : { earlierLeverage: change.earlierLeverage }),
    ...(change.facts === undefined ? {} : { facts: change.facts }),
    ...(change.rerun === undefined ? {} : { rerun: change.rerun }),
  };
}
