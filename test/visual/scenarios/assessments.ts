import type { MarginMode, Side } from '../../../src/domain/account.ts';
import type { SideAssessment } from '../../../src/domain/assessment.ts';
import { type DecimalString, decimal } from '../../../src/domain/decimal-string.ts';
import type {
  Figure,
  Liquidation,
  Losses,
  LossParts,
  OrderExposure,
  Shock,
} from '../../../src/domain/exposure.ts';
import { unknown } from '../../../src/domain/known.ts';
import type { ChecklistItem, Finding, Level, Verdict } from '../../../src/domain/verdict.ts';

/**
 * Hand-made assessments for looking at surfaces: a wallet of 2,000 USDT, buying 0.1 BTC at 60,000 with 20x and a
 * maintenance rate of 0.4 %, and what can go wrong around it. Figures follow from those inputs; nothing is computed here.
 */

const d = decimal;

function parts(amount: string, price: string): LossParts {
  return {
    amount: d(amount),
    price: d(price),
    priceLoss: d(amount),
    fees: d('6'),
    funding: d('1.8'),
    slippage: d('0'),
  };
}

function liquidation(price: string, distance: string): Liquidation {
  return {
    kind: 'price',
    price: d(price),
    distance: d(distance),
    range: { nearest: d(price), farthest: d(price) },
  };
}

/** Of 6,000 the move is lost; on isolated the 300 are gone from 4.6 % on, on cross all is there. */
function shocksOf(side: Side): readonly Shock[] {
  const rows = [
    ['0.02', '120', '1880', false],
    ['0.05', '300', '1700', true],
    ['0.08', '480', '1520', true],
    ['0.1', '600', '1400', true],
    ['0.15', '900', '1100', true],
    ['0.2', '1200', '800', true],
  ] as const;
  return (['this', 'together'] as const).flatMap((scope) =>
    rows.flatMap(([size, loss, left, gone]) => {
      const move = d(side === 'long' ? `-${size}` : size);
      const names = gone ? [`BTCUSDT ${side}`] : [];
      return [
        {
          move,
          scope,
          marginMode: 'cross',
          equity: d(left),
          loss: d(loss),
          marginRatio: d('0.02'),
          liquidated: [],
        },
        {
          move,
          scope,
          marginMode: 'isolated',
          equity: d(gone ? '1700' : left),
          loss: d(gone ? '300' : loss),
          marginRatio: d('0.1'),
          liquidated: names,
        },
      ];
    }),
  );
}

interface Shape {
  readonly side?: Side;
  readonly mode: MarginMode;
  readonly worst: string;
  readonly liq: Liquidation;
  readonly atLiquidation: string;
  readonly idle: string;
  readonly atRisk: string;
  readonly otherWorst: string;
  readonly otherLiq: Liquidation;
  readonly stop?: string;
}

function losses(
  worst: string,
  why: 'cross-scope' | 'isolated-margin',
  atLiq: string,
  at: string,
  stop?: string,
): Losses {
  return {
    atStop: stop === undefined ? { kind: 'no-stop' } : parts(stop, '58000'),
    atLiquidation: at === '0' ? { kind: 'none' } : parts(atLiq, at),
    worst: { amount: d(worst), why },
  };
}

function priceOf(liq: Liquidation): string {
  return liq.kind === 'price' ? liq.price : '0';
}

function exposure(shape: Shape): OrderExposure {
  const cross = shape.mode === 'cross';
  const own = losses(
    shape.worst,
    cross ? 'cross-scope' : 'isolated-margin',
    shape.atLiquidation,
    priceOf(shape.liq),
    shape.stop,
  );
  const zero: Figure = d('0');
  return {
    symbol: 'BTCUSDT',
    side: shape.side ?? 'long',
    marginMode: shape.mode,
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
    liquidation: shape.liq,
    losses: own,
    idle: {
      balance: d(shape.idle),
      atRisk: d(shape.atRisk),
      atLiquidation: d(shape.atRisk),
      share: d('0.85'),
    },
    reach: { move: d('0.3'), loss: d(shape.worst), idleTaken: d(shape.atRisk), share: d('0.85') },
    plannedVersusExposed: { planned: d('300'), exposed: d(shape.worst), ratio: d('6.67') },
    otherMode: {
      marginMode: cross ? 'isolated' : 'cross',
      initialMargin: d('300'),
      liquidation: shape.otherLiq,
      losses: losses(
        shape.otherWorst,
        cross ? 'isolated-margin' : 'cross-scope',
        cross ? '277.11' : '1983.94',
        priceOf(shape.otherLiq),
        shape.stop,
      ),
      idle: {
        balance: d(shape.idle),
        atRisk: cross ? zero : d(shape.idle),
        atLiquidation: zero,
        share: zero,
      },
    },
    equity: { before: d('2000'), after: d('1997') },
    marginRatio: { before: d('0'), after: d('0.012') },
    remedies: {
      transferOut: cross
        ? { amount: d(shape.idle), atRisk: zero, liquidation: shape.otherLiq, stop: 'no-stop' }
        : { kind: 'none', why: 'nothing-at-risk' },
      isolatedMargin: {
        amount: d('300'),
        liquidation: cross ? shape.otherLiq : shape.liq,
        worst: d('303'),
        stop: 'no-stop',
      },
      fittingSize: { kind: 'none', why: 'no-limit' },
    },
    positions: [
      {
        symbol: 'BTCUSDT',
        side: shape.side ?? 'long',
        marginMode: shape.mode,
        entryPrice: d('60000'),
        markPrice: d('60000'),
        unrealisedPnl: zero,
        initialMargin: d('300'),
        maintenanceMargin: d('24'),
        liquidation: shape.liq,
        exposedToThisOrder: true,
      },
    ],
    shocks: shocksOf(shape.side ?? 'long'),
    leftOut: ['liquidation-fee'],
    assumed: [],
  };
}

const answers = {
  good: [
    'isolated, as you intend',
    '$303',
    '57,229 to 57,380',
    '$6 + $1.80 to 24 h',
    '58,900, loses $116.01',
    'none behind this order',
  ],
  bad: [
    'cross, you intend isolated',
    '$2,000',
    '40,161 to 40,420',
    '$6 + $1.80 to 24 h',
    'none on the ticket',
    '$1,700 idle behind this order',
  ],
} as const;

function checklist(
  kind: 'good' | 'bad',
  failing: readonly string[],
  dark: readonly string[] = [],
): readonly ChecklistItem[] {
  return (['CK-1', 'CK-2', 'CK-3', 'CK-4', 'CK-5', 'CK-6'] as const).map((id, index) => ({
    id,
    state: failing.includes(id) ? 'fail' : dark.includes(id) ? 'unknown' : 'pass',
    answer: dark.includes(id) ? 'not read' : (answers[kind][index] ?? ''),
  }));
}

const rules = Array.from({ length: 14 }, (_, index) => `rule-${index}`);

function verdict(
  level: Level,
  hold: Verdict['hold'],
  findings: readonly Finding[],
  items: readonly ChecklistItem[],
): Verdict {
  return { level, hold, checklist: items, findings, checked: rules, couldNotRun: [] };
}

const idleFinding: Finding = {
  id: 'cross-idle-exposed',
  level: 'danger',
  field: 'marginMode',
  value: '0.85',
  threshold: '0.5',
  hold: 'type-amount',
  message: '$1,700 you did not put into this trade can be taken by it: 85 % of the cross balance.',
  remedy: {
    text: 'Switch to isolated with 300 USDT, or move 1,700 USDT out of the futures wallet.',
    figures: { margin: '300', transfer: '1700' },
  },
};

const modeFinding: Finding = {
  id: 'margin-mode-not-intended',
  level: 'warning',
  field: 'marginMode',
  value: 'cross',
  threshold: 'isolated',
  hold: 'acknowledge',
  message: 'The ticket is on cross; you intend isolated for BTCUSDT.',
  remedy: { text: 'Switch this ticket to isolated.', figures: {} },
};

const stopFinding: Finding = {
  id: 'no-stop-loss',
  level: 'notice',
  field: 'stopLoss',
  value: 'none',
  threshold: '',
  hold: 'none',
  message: 'No stop-loss is set on this order.',
};

const cross: Shape = {
  mode: 'cross',
  worst: '2000',
  liq: liquidation('40160.6425', '0.3307'),
  atLiquidation: '1983.94',
  idle: '1700',
  atRisk: '1700',
  otherWorst: '303',
  otherLiq: liquidation('57228.9157', '0.0462'),
};

const isolated: Shape = {
  mode: 'isolated',
  worst: '303',
  liq: liquidation('57228.9157', '0.0462'),
  atLiquidation: '277.11',
  idle: '1697',
  atRisk: '0',
  otherWorst: '2000',
  otherLiq: liquidation('40160.6425', '0.3307'),
  stop: '116.0063',
};

const crossExposure = exposure(cross);
const gone = (field: string) => unknown('missing-input', field, [field]);
const walletGone = unknown('missing-input', 'walletBalance', ['walletBalance', 'equity', 'available']);

function withoutWallet(base: OrderExposure): OrderExposure {
  return {
    ...base,
    losses: { ...base.losses, worst: walletGone, atLiquidation: walletGone },
    liquidation: walletGone,
    idle: { balance: walletGone, atRisk: walletGone, atLiquidation: walletGone, share: walletGone },
  };
}

export const assessments = {
  ok: {
    exposure: exposure(isolated),
    verdict: verdict('ok', 'none', [], checklist('good', [])),
  },
  notice: {
    exposure: exposure({ ...isolated, worst: '212.3951' }),
    verdict: verdict('notice', 'none', [stopFinding], checklist('good', ['CK-5'])),
  },
  warning: {
    exposure: exposure({ ...cross, worst: '640', idle: '490', atRisk: '490' }),
    verdict: verdict(
      'warning',
      'acknowledge',
      [modeFinding, stopFinding],
      checklist('bad', ['CK-1', 'CK-5']),
    ),
  },
  danger: {
    exposure: crossExposure,
    verdict: verdict(
      'danger',
      'type-amount',
      [idleFinding, modeFinding, { ...stopFinding, level: 'warning' }],
      checklist('bad', ['CK-1', 'CK-5', 'CK-6']),
    ),
  },
  unknownMode: {
    exposure: {
      ...withoutWallet(crossExposure),
      marginMode: gone('marginMode'),
      otherMode: gone('marginMode'),
    },
    verdict: verdict(
      'unknown',
      'acknowledge',
      [
        {
          id: 'margin-mode-unread',
          level: 'unknown',
          field: 'marginMode',
          value: 'unknown',
          threshold: '',
          hold: 'acknowledge',
          message: 'Cross or isolated could not be read on this page.',
          remedy: { text: 'Open the margin-mode dialog and check it yourself.', figures: {} },
        },
      ],
      checklist('bad', ['CK-5'], ['CK-1', 'CK-2', 'CK-3', 'CK-6']),
    ),
  },
  unknownWallet: {
    exposure: withoutWallet(crossExposure),
    verdict: verdict(
      'unknown',
      'acknowledge',
      [modeFinding],
      checklist('bad', ['CK-1'], ['CK-2', 'CK-3', 'CK-6']),
    ),
  },
  atLeast: {
    exposure: {
      ...crossExposure,
      assumed: [{ field: 'crossBalance', value: '2000', why: 'available plus margin in use' }],
      atLeast: true,
    },
    verdict: verdict('danger', 'type-amount', [idleFinding], checklist('bad', ['CK-6'])),
  },
  noLiquidation: {
    exposure: exposure({ ...cross, liq: { kind: 'none', why: 'notional-within-collateral' } }),
    verdict: verdict('notice', 'none', [stopFinding], checklist('bad', ['CK-5'])),
  },
  short: {
    exposure: exposure({
      ...cross,
      side: 'short',
      liq: liquidation('79681.27', '0.328'),
      otherLiq: liquidation('62749.004', '0.0458'),
    }),
    verdict: verdict('danger', 'type-amount', [idleFinding], checklist('bad', ['CK-6'])),
  },
  longNumbers: {
    exposure: exposure({
      ...cross,
      worst: '123456789012.3456',
      idle: '123456788712.34',
      atRisk: '123456788712.34',
      otherWorst: '98765432109.87654321',
      liq: liquidation('0.000012345678', '0.0031'),
    }),
    verdict: verdict('danger', 'type-amount', [idleFinding], checklist('bad', ['CK-6'])),
  },
  otherPositions: {
    exposure: {
      ...crossExposure,
      idle: { ...crossExposure.idle, balance: d('1100'), atRisk: d('800') },
      positions: [
        ...crossExposure.positions,
        ...crossExposure.positions.map((one) => ({
          ...one,
          symbol: 'ETHUSDT',
          initialMargin: d('600') as DecimalString,
        })),
      ],
    },
    verdict: verdict('danger', 'acknowledge', [idleFinding, modeFinding], checklist('bad', ['CK-1', 'CK-6'])),
  },
} as const satisfies Record<string, SideAssessment>;

export type ScenarioName = keyof typeof assessments;
