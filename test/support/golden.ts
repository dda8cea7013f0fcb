import type { Position } from '../../src/domain/account.ts';
import type { AssessInput } from '../../src/domain/assess-input.ts';
import { type DecimalString, decimal, isDecimalString } from '../../src/domain/decimal-string.ts';
import type { Exposure } from '../../src/domain/exposure.ts';
import type { Instrument } from '../../src/domain/instrument.ts';
import { isUnknown } from '../../src/domain/known.ts';
import { assess } from '../../src/engine/assess.ts';
import { bankruptcyPrice } from '../../src/engine/bankruptcy-price.ts';
import { type Decimal, parse, plain } from '../../src/engine/decimal.ts';
import { closingFeeReserve } from '../../src/engine/formulas/closing-fee-reserve.ts';
import { notional } from '../../src/engine/formulas/notional.ts';
import { tradingFee } from '../../src/engine/formulas/trading-fee.ts';
import { parseInput } from '../../src/engine/parse-input.ts';
import { rulesInForce } from '../../src/engine/rules-in-force.ts';
import { venueFacts } from '../../src/venues/facts.ts';

/** A figure that a venue printed: what it was asked, in the contract's form, and what it said. */
export interface GoldenRow {
  readonly id: string;
  readonly source: string;
  readonly note?: string;
  readonly input: unknown;
  /** By figure: as printed, and how far from it the exact value may lie. */
  readonly expect: Readonly<Record<string, readonly string[]>>;
}

/** The printed figures of a row, each as one case of a test. */
export function casesOf(rows: readonly GoldenRow[]) {
  return rows.flatMap(({ id, source, input, expect }) =>
    Object.entries(expect).map(([figure, [printed = '', tolerance = '']]) => ({
      id,
      source,
      figure,
      input,
      printed,
      tolerance,
    })),
  );
}

/** How far the engine's figure lies from the printed one; `null` where both say that there is none. */
export function gap(raw: unknown, figure: string, printed: string): Decimal | null {
  const ours = goldenFigure(raw, figure);
  if (ours === 'none' && printed === 'none') return null;
  return number(ours)
    .minus(parse(decimal(printed)))
    .abs();
}

/**
 * A figure of the engine: a dotted path into what `assess` answers, or one of those venues print that follow from it and
 * the public formulas (see `venueFigures`), with `opened.` before it of the order that would open the first position.
 */
export function goldenFigure(raw: unknown, figure: string): string {
  const parsed = parseInput(raw);
  if (!parsed.ok) throw new Error(`${parsed.path}: ${parsed.expected}`);
  const { input } = parsed;
  if (figure.startsWith('opened.')) return path(exposureOf(opening(input)), figure.slice('opened.'.length));
  const own = venueFigures[figure];
  return own === undefined ? path(exposureOf(input), figure) : own(input);
}

function exposureOf(input: AssessInput): Exposure {
  return assess(input, venueFacts[input.venue].rules);
}

function path(exposure: Exposure, dotted: string): string {
  let at: unknown = exposure;
  for (const name of dotted.split('.')) at = (at as Record<string, unknown> | undefined)?.[name];
  if (typeof at !== 'string') throw new Error(`${dotted} is ${JSON.stringify(at)}`);
  return at;
}

function number(text: string): Decimal {
  if (!isDecimalString(text)) throw new Error(`not a figure: ${text}`);
  return parse(text);
}

/** The limit order at the entry price that opens the first position. */
function opening(input: AssessInput): AssessInput {
  const [own, ...others] = input.account.positions;
  if (own === undefined) throw new Error('no position');
  const { symbol, side, size, entryPrice, leverage, marginMode } = own;
  return {
    ...input,
    account: { ...input.account, positions: others },
    order: {
      symbol,
      side,
      size,
      effect: 'open',
      type: 'limit',
      ...(entryPrice && { price: entryPrice }),
      ...(leverage && { leverage }),
      ...(marginMode && { marginMode }),
    },
  };
}

type VenueFigure = (input: AssessInput) => string;

/** Figures that venues print beside those of the contract, each by its own definition. */
const venueFigures: Readonly<Record<string, VenueFigure>> = {
  liquidationPrice: (input) => {
    const liquidation = exposureOf(input).positions[0]?.liquidation;
    if (liquidation === undefined || isUnknown(liquidation)) throw new Error(JSON.stringify(liquidation));
    return liquidation.kind === 'none' ? 'none' : liquidation.price;
  },
  bankruptcyPrice: (input) => bankruptcy(input, decimal('0')),
  /** The closing fee is paid out of what is left (Bybit inverse). */
  bankruptcyPriceWithFee: (input) => bankruptcy(input, given(contractOf(input).takerFee)),
  /** Isolated margin as Binance and Hyperliquid print it. */
  marginWithPnl: (input) => plain(isolatedEquity(input)),
  closingFee: (input) => plain(reserve(input, ownOf(input).side)),
  /** Margin with the fee for closing at the bankruptcy price (Bybit). */
  marginWithReserve: (input) => plain(ownMargin(input).plus(reserve(input, ownOf(input).side))),
  /** The same of the order that opens the position (Phemex). */
  openedWithReserve: (input) =>
    plain(number(path(exposureOf(opening(input)), 'initialMargin')).plus(reserve(input, ownOf(input).side))),
  /** The same reserve as KuCoin and BitMEX count it: (1 + 1 / leverage) for either side. */
  closingFeeBothSides: (input) => plain(reserve(input, 'short')),
  marginWithFeeBothSides: (input) => plain(ownMargin(input).plus(reserve(input, 'short'))),
  maintenanceWithFeeBothSides: (input) =>
    plain(number(path(exposureOf(input), 'positions.0.maintenanceMargin')).plus(reserve(input, 'short'))),
  /** Maintenance with the fee for closing at the mark (Bitget). */
  needs: (input) => plain(needs(input)),
  /** KuCoin's and BingX's risk rate, Bitget's ratio. */
  needsOverEquity: (input) => plain(needs(input).div(equity(input))),
  /** OKX's and BloFin's ratio. */
  equityOverNeeds: (input) => plain(equity(input).div(needs(input))),
  /** KuCoin's AMR: what the pool holds for each unit of position value. */
  equityOverValue: (input) => plain(equity(input).div(sumOf(input, (of) => markValue(input, of)))),
  /** HTX's risk rate: equity / used margin - adjustment factor, where the factor is the rate x leverage. */
  htxRiskRate: (input) => {
    const { leverage, maintenance } = ownOf(input);
    const times = number(given(leverage));
    const used = markValue(input, ownOf(input)).div(times);
    return plain(
      equity(input)
        .div(used)
        .minus(number(given(maintenance?.rate)).times(times)),
    );
  },
};

function given(text: DecimalString | undefined): DecimalString {
  if (text === undefined) throw new Error('the row does not give it');
  return text;
}

function ownOf(input: AssessInput): Position {
  const [own] = input.account.positions;
  if (own === undefined) throw new Error('no position');
  return own;
}

function contractOf(input: AssessInput, { symbol }: { readonly symbol: string } = ownOf(input)): Instrument {
  const contract = input.instruments[symbol];
  if (contract === undefined) throw new Error(`no contract ${symbol}`);
  return contract;
}

function bankruptcy(input: AssessInput, fee: DecimalString): string {
  const rules = rulesInForce(venueFacts[input.venue].rules, input.rules);
  const point = bankruptcyPrice(input, rules, 0, fee);
  if (isUnknown(point)) throw new Error(JSON.stringify(point));
  return point.kind === 'none' ? 'none' : plain(point.price);
}

function reserve(input: AssessInput, side: Position['side']): Decimal {
  const { kind, takerFee } = contractOf(input);
  const { size, entryPrice, leverage } = ownOf(input);
  const value = notional(kind, number(size), number(given(entryPrice)));
  return closingFeeReserve(kind, side, value, number(given(leverage)), number(given(takerFee)));
}

function ownMargin(input: AssessInput): Decimal {
  return number(path(exposureOf(input), 'positions.0.initialMargin'));
}

function isolatedEquity(input: AssessInput): Decimal {
  const pnl = number(path(exposureOf(input), 'positions.0.unrealisedPnl'));
  return number(given(ownOf(input).margin)).plus(pnl);
}

/** Of the money behind the first position, after the order where there is one. */
function equity(input: AssessInput): Decimal {
  return ownOf(input).marginMode === 'isolated'
    ? isolatedEquity(input)
    : number(path(exposureOf(input), 'equity.after'));
}

/** A position or the order, at the mark. */
type Worth = Pick<Position, 'symbol' | 'size' | 'markPrice'>;

function markValue(input: AssessInput, of: Worth): Decimal {
  const { kind, markPrice } = contractOf(input, of);
  return notional(kind, number(of.size), number(given(of.markPrice ?? markPrice)));
}

function sumOf(input: AssessInput, part: (of: Worth) => Decimal): Decimal {
  const { order } = input;
  const isolated = ownOf(input).marginMode === 'isolated';
  const all: Worth[] = isolated ? [ownOf(input)] : [...input.account.positions];
  if (order !== undefined) all.push({ symbol: order.symbol, size: given(order.size) });
  return all.map(part).reduce((sum, each) => sum.plus(each));
}

function needs(input: AssessInput): Decimal {
  const positions = exposureOf(input).positions;
  const counted = ownOf(input).marginMode === 'isolated' ? positions.slice(0, 1) : positions;
  const fees = sumOf(input, (of) =>
    tradingFee(markValue(input, of), number(given(contractOf(input, of).takerFee))),
  );
  return counted.reduce((sum, { maintenanceMargin }) => {
    if (isUnknown(maintenanceMargin)) throw new Error(JSON.stringify(maintenanceMargin));
    return sum.plus(maintenanceMargin);
  }, fees);
}
