import { describe, expect, it } from 'vitest';
import { assessOrder, assessScene, order, position } from '../../../test/support/engine-input.ts';
import { decimal } from '../../domain/decimal-string.ts';
import type {
  FlatPrice,
  Liquidation,
  Losses,
  LossParts,
  OrderExposure,
  OtherMode,
  PositionAfter,
  Shock,
} from '../../domain/exposure.ts';
import { type Unknown, unknown } from '../../domain/known.ts';
import { worstCase, worstRisk } from './worst-case.ts';

const d = decimal;
const zero = d('0');
const missing = unknown('missing-input', 'account.crossBalance');
const other = unknown('missing-input', 'instruments.BTC.tick');

const eth = position('ETH', 'long', '5', 'cross');

/** 20 at 100 beside 5 ETH at 100, with some figures said otherwise. */
function exposure(change: Partial<OrderExposure> = {}): OrderExposure {
  const buy = order('BTC', 'long', '20', 'cross');
  return { ...assessOrder({ balance: '2000', positions: [eth], order: buy }), ...change };
}

const at100 = () => d('100');

function worst(own: Partial<OrderExposure>, ...others: readonly Partial<OrderExposure>[]): OrderExposure {
  return worstCase([exposure(own), ...others.map(exposure)], at100) as OrderExposure;
}

function price(at: string, distance: string): Liquidation {
  return { kind: 'price', price: d(at), distance: d(distance), range: { nearest: d(at), farthest: d(at) } };
}

const none: Liquidation = { kind: 'none', why: 'hedged' };

describe('of an account', () => {
  it('the smallest equity and the largest margin ratio', () => {
    const figures = worst(
      {
        equity: { before: d('2000'), after: d('1990') },
        marginRatio: { before: d('0.1'), after: d('0.3') },
      },
      {
        equity: { before: d('1900'), after: d('2010') },
        marginRatio: { before: d('0.2'), after: d('0.05') },
      },
    );
    expect(figures.equity).toEqual({ before: '1900', after: '1990' });
    expect(figures.marginRatio).toEqual({ before: '0.2', after: '0.3' });
  });

  it('all that any leaves out, once', () => {
    const figures = worst({ leftOut: ['a', 'b'] }, { leftOut: ['b', 'c'] });
    expect(figures.leftOut).toEqual(['a', 'b', 'c']);
  });

  it('without an order is that and no more', () => {
    const account = assessScene({ balance: '2000', positions: [eth] });
    const poorer = { ...account, equity: { before: d('1'), after: d('2') } };
    expect(worstCase([account, poorer], at100)).toEqual({ ...account, equity: poorer.equity });
  });
});

describe('of a position', () => {
  const entry: PositionAfter = {
    symbol: 'ETH',
    side: 'long',
    marginMode: 'cross',
    unrealisedPnl: zero,
    initialMargin: d('50'),
    maintenanceMargin: d('5'),
    liquidation: price('80', '0.2'),
    exposedToThisOrder: false,
  };
  const harsh: PositionAfter = {
    ...entry,
    initialMargin: d('60'),
    maintenanceMargin: d('7'),
    liquidation: price('85', '0.15'),
    exposedToThisOrder: true,
  };

  it('the largest maintenance, the nearest liquidation, and exposed where it is under any', () => {
    expect(worst({ positions: [entry] }, { positions: [harsh] }).positions).toEqual([
      {
        ...harsh,
        initialMargin: '50',
        liquidation: { ...price('85', '0.15'), range: { nearest: '85', farthest: '80' } },
      },
    ]);
    expect(worst({ positions: [harsh] }, { positions: [entry] }).positions[0]?.exposedToThisOrder).toBe(true);
    expect(worst({ positions: [entry] }, { positions: [entry] }).positions).toEqual([entry]);
  });

  it('only entries of the same symbol, side and mode are compared', () => {
    const strangers: readonly PositionAfter[] = [
      { ...harsh, symbol: 'BTC' },
      { ...harsh, side: 'short' },
      { ...harsh, marginMode: 'isolated' },
    ];
    expect(worst({ positions: [entry] }, { positions: strangers }).positions).toEqual([entry]);
  });

  it('whose exposure is unknown stays so', () => {
    const unsure: PositionAfter = { ...entry, exposedToThisOrder: missing };
    expect(worst({ positions: [unsure] }, { positions: [harsh] }).positions[0]?.exposedToThisOrder).toBe(
      missing,
    );
  });

  it('is near or far by the mark of its own symbol', () => {
    const marks: string[] = [];
    worstCase([exposure({ positions: [entry] }), exposure()], (symbol) => {
      marks.push(symbol);
      return d('100');
    });
    expect(marks).toEqual(['ETH', 'BTC']);
  });
});

describe('of a shock', () => {
  const fall: Shock = {
    move: d('-0.1'),
    scope: 'this',
    marginMode: 'cross',
    equity: d('1800'),
    loss: d('200'),
    marginRatio: d('0.1'),
    liquidated: ['BTC long'],
  };
  /** Under rules that see the order on the other side: the same size of move, upwards. */
  const rise: Shock = {
    ...fall,
    move: d('0.1'),
    equity: d('1700'),
    loss: d('300'),
    marginRatio: d('0.2'),
    liquidated: ['ETH long', 'BTC long'],
  };

  it('the least equity, the largest loss and ratio, everybody who is liquidated', () => {
    expect(worst({ shocks: [fall] }, { shocks: [rise] }).shocks).toEqual([
      { ...rise, move: '-0.1', liquidated: ['BTC long', 'ETH long'] },
    ]);
  });

  it('only shocks of the same size, scope and mode are compared', () => {
    const strangers: readonly Shock[] = [
      { ...rise, move: d('0.2') },
      { ...rise, scope: 'together' },
      { ...rise, marginMode: 'isolated' },
    ];
    expect(worst({ shocks: [fall] }, { shocks: strangers }).shocks).toEqual([fall]);
  });

  it('that is unknown to the first stays so; what another does not know is passed over', () => {
    const unsure = { ...rise, liquidated: missing };
    expect(
      worst({ shocks: [{ ...fall, liquidated: missing }] }, { shocks: [rise] }).shocks[0]?.liquidated,
    ).toBe(missing);
    expect(worst({ shocks: [fall] }, { shocks: [unsure] }).shocks[0]?.liquidated).toEqual(['BTC long']);
  });
});

describe('of an order', () => {
  const idle = (...of: [string, string, string, string]) => {
    const [balance, atRisk, atLiquidation, share] = of;
    return { balance: d(balance), atRisk: d(atRisk), atLiquidation: d(atLiquidation), share: d(share) };
  };
  const reach = (loss: string, idleTaken: string, share: string, move = '0.3') => ({
    move: d(move),
    loss: d(loss),
    idleTaken: d(idleTaken),
    share: d(share),
  });
  const losing = (amount: string): Losses => ({
    atStop: { kind: 'no-stop' },
    atLiquidation: { kind: 'none' },
    worst: { amount: d(amount), why: 'cross-scope' },
  });

  it('the nearest liquidation, the most idle money at risk and the largest loss within reach', () => {
    const figures = worst(
      { liquidation: price('80', '0.2'), idle: idle('1', '20', '3', '0.4'), reach: reach('1', '20', '0.3') },
      {
        liquidation: price('90', '0.1'),
        idle: idle('10', '2', '30', '0.04'),
        reach: reach('10', '2', '0.03', '0.9'),
      },
    );
    expect(figures.liquidation).toMatchObject({ price: '90', range: { nearest: '90', farthest: '80' } });
    expect(figures.idle).toEqual(idle('10', '20', '30', '0.4'));
    expect(figures.reach).toEqual(reach('10', '20', '0.3'));
  });

  it('what is exposed is the worst loss, in the ratio to what is planned', () => {
    const planned = { planned: d('200'), exposed: d('1'), ratio: d('1') };
    const first = { losses: losing('500'), plannedVersusExposed: planned };
    expect(worst(first, { losses: losing('800') }).plannedVersusExposed).toEqual({
      planned: '200',
      exposed: '800',
      ratio: '4',
    });
    const free = { ...first, plannedVersusExposed: { ...planned, planned: zero } };
    expect(worst(free, free).plannedVersusExposed.ratio).toMatchObject({
      why: 'undefined-ratio',
      field: 'plannedVersusExposed.ratio',
    });
    const unsure = { losses: { ...losing('1'), worst: missing }, plannedVersusExposed: planned };
    expect(worst(unsure, { losses: losing('800') }).plannedVersusExposed).toMatchObject({
      planned: '200',
      exposed: missing,
    });
  });

  it('what no rule changes is that of the first', () => {
    const figures = worst(
      { notional: d('2000'), orderCost: d('201') },
      { notional: d('1'), orderCost: d('999') },
    );
    expect(figures).toMatchObject({ notional: '2000', orderCost: '201' });
  });

  it('only what an order can cost, for the run of a remedy', () => {
    const own = {
      liquidation: none,
      losses: losing('5'),
      idle: idle('1', '2', '3', '4'),
      reach: reach('1', '2', '3'),
    };
    const harsh = { ...own, liquidation: price('90', '0.1'), losses: losing('6') };
    expect(worstRisk([own, harsh], d('100'))).toEqual(harsh);
    expect(worstRisk([own, harsh], undefined)).toEqual({ ...harsh, liquidation: none });
  });

  describe('its losses', () => {
    const parts = (amount: string | Unknown): LossParts => ({
      amount: typeof amount === 'string' ? d(amount) : amount,
      price: d('95'),
      priceLoss: zero,
      fees: zero,
      funding: zero,
      slippage: zero,
    });
    const beyond = (amount: string) => ({ kind: 'stop-beyond-liquidation', ...parts(amount) }) as const;
    const noStop = { kind: 'no-stop' } as const;
    const wrongSide = { kind: 'stop-wrong-side', price: d('105') } as const;
    const lossesOf = (a: Partial<Losses>, b: Partial<Losses>) =>
      worst({ losses: { ...losing('1'), ...a } }, { losses: { ...losing('1'), ...b } }).losses;

    it.each([
      ['the larger loss', parts('9'), parts('10'), parts('10')],
      ['the larger loss first', parts('10'), parts('9'), parts('10')],
      ['a stop beyond before a larger loss', parts('10'), beyond('9'), beyond('9')],
      ['a stop beyond stays', beyond('9'), parts('10'), beyond('9')],
      ['the larger of two beyond', beyond('9'), beyond('10'), beyond('10')],
      ['a stop beyond before a wrong side', wrongSide, beyond('9'), beyond('9')],
      ['a loss before a wrong side', wrongSide, parts('9'), parts('9')],
      ['a loss stays before a wrong side', parts('9'), wrongSide, parts('9')],
      ['no stop where there is none', noStop, noStop, noStop],
      ['of two on the wrong side the first', wrongSide, { ...wrongSide, price: d('106') }, wrongSide],
      ['unknown stays', missing, parts('9'), missing],
      ['unknown stays before a stop beyond', missing, beyond('9'), missing],
      ['unknown elsewhere is passed over', parts('9'), other, parts('9')],
      ['unknown elsewhere changes no stop beyond', beyond('9'), other, beyond('9')],
      ['an unknown amount stays', parts(missing), parts('9'), parts(missing)],
      ['an unknown amount elsewhere is passed over', parts('9'), parts(missing), parts('9')],
    ] as const)('at the stop: %s', (_, a, b, expected) => {
      expect(lossesOf({ atStop: a }, { atStop: b }).atStop).toEqual(expected);
    });

    it.each([
      ['the larger', parts('9'), parts('10'), parts('10')],
      ['the larger first', parts('10'), parts('9'), parts('10')],
      ['a price before none', { kind: 'none' }, parts('9'), parts('9')],
      ['a price stays before none', parts('9'), { kind: 'none' }, parts('9')],
      ['none where none has one', { kind: 'none' }, { kind: 'none' }, { kind: 'none' }],
      ['unknown stays', missing, parts('9'), missing],
      ['unknown elsewhere is passed over', parts('9'), other, parts('9')],
      ['none stays before unknown', { kind: 'none' }, other, { kind: 'none' }],
      ['an unknown amount stays', parts(missing), parts('9'), parts(missing)],
      ['an unknown amount elsewhere is passed over', parts('9'), parts(missing), parts('9')],
    ] as const)('at the liquidation: %s', (_, a, b, expected) => {
      expect(lossesOf({ atLiquidation: a }, { atLiquidation: b }).atLiquidation).toEqual(expected);
    });

    const scope = (amount: string) => ({ amount: d(amount), why: 'cross-scope' }) as const;
    const notional = { amount: d('10'), why: 'notional' } as const;

    it.each([
      ['the larger, with its reason', scope('9'), notional, notional],
      ['the larger first', notional, scope('9'), notional],
      ['of two as large the first', notional, scope('10'), notional],
      ['unknown stays', missing, scope('9'), missing],
      ['unknown elsewhere is passed over', scope('9'), other, scope('9')],
    ] as const)('at worst: %s', (_, a, b, expected) => {
      expect(lossesOf({ worst: a }, { worst: b }).worst).toEqual(expected);
    });
  });

  it.each([
    ['the soonest', { days: d('10') }, { days: d('9') }, '9'],
    ['the soonest first', { days: d('9') }, { days: d('10') }, '9'],
    ['days before never', { kind: 'never', why: 'no-funding' }, { days: d('9') }, '9'],
    ['days stay before never', { days: d('9') }, { kind: 'never', why: 'no-funding' }, '9'],
    ['what another does not know is passed over', { days: d('9') }, other, '9'],
  ] satisfies [string, FlatPrice | Unknown, FlatPrice | Unknown, string][])(
    'days at a flat price: %s',
    (_, a, b, days) => {
      const at = (flatPrice: FlatPrice | Unknown) => ({ funding: { ...exposure().funding, flatPrice } });
      expect(worst(at(a), at(b)).funding.flatPrice).toEqual({ days });
    },
  );

  it('never, or unknown days, stay', () => {
    const at = (flatPrice: FlatPrice | Unknown) => ({ funding: { ...exposure().funding, flatPrice } });
    const never = { kind: 'never', why: 'no-funding' } as const;
    expect(worst(at(never), at({ kind: 'never', why: 'funding-received' })).funding.flatPrice).toEqual(never);
    expect(worst(at(missing), at({ days: d('9') })).funding.flatPrice).toBe(missing);
    const { funding } = worst({ funding: { ...exposure().funding, perInterval: d('3') } }, at(never));
    expect(funding.perInterval).toBe('3');
  });

  describe('in the other mode', () => {
    const mild: OtherMode = {
      marginMode: 'isolated',
      initialMargin: d('200'),
      liquidation: price('80', '0.2'),
      losses: losing('200'),
      idle: idle('1', '20', '3', '0.4'),
    };
    const harsh: OtherMode = {
      ...mild,
      initialMargin: d('300'),
      liquidation: price('90', '0.1'),
      losses: losing('201'),
      idle: idle('10', '2', '30', '0.04'),
    };

    it('is the worst in the same way', () => {
      expect(worst({ otherMode: mild }, { otherMode: harsh }).otherMode).toEqual({
        marginMode: 'isolated',
        initialMargin: '200',
        liquidation: { ...price('90', '0.1'), range: { nearest: '90', farthest: '80' } },
        losses: losing('201'),
        idle: idle('10', '20', '30', '0.4'),
      });
    });

    it('is unknown where the first does not know it; another that does not is passed over', () => {
      expect(worst({ otherMode: missing }, { otherMode: harsh }).otherMode).toBe(missing);
      expect(worst({ otherMode: mild }, { otherMode: other }).otherMode).toEqual(mild);
    });
  });

  it('remedies are those that hold under all', () => {
    const { remedies } = exposure();
    const due = { kind: 'none', why: 'would-liquidate' } as const;
    expect(worst({}, { remedies: { ...remedies, transferOut: due } }).remedies.transferOut).toBe(due);
  });
});
