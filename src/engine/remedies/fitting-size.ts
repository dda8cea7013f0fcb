import type { BindingLimit, FittingSize, NoRemedy } from '../../domain/exposure.ts';
import type { MarginTier } from '../../domain/instrument.ts';
import { isUnknown, type Unknown } from '../../domain/known.ts';
import type { Order } from '../../domain/order.ts';
import { type Amount, combine, figure, mergeUnknowns, missingInput } from '../amount.ts';
import type { Planning } from '../assumptions.ts';
import { type Decimal, isPositive, larger, parse, plain, roundedTo, unitOf, zero } from '../decimal.ts';
import { notional } from '../formulas/notional.ts';
import { type LossAmounts, lossesOf } from '../losses.ts';
import { isOpen, type OpenView } from '../open-view.ts';
import type { OrderView } from '../order-view.ts';
import { reachLoss } from '../reach.ts';
import { largestWithin, largestWithinAll } from './line.ts';
import { type LossLines, linesAtStop, linesOfWorst } from './loss-lines.ts';
import { marginLines } from './margin-lines.ts';
import { noRemedy } from './no-remedy.ts';
import { UnitFigures } from './unit-figures.ts';

/** Digits after the point that a size can be typed with. */
const sizePlaces = 8;

export interface SizeQuestion {
  readonly view: OrderView;
  readonly losses: LossAmounts;
  /** The same ticket with another order, in the same mode. */
  readonly viewOf: (order: Order) => OrderView;
  readonly equityBefore: Amount;
  readonly tiers: readonly MarginTier[] | undefined;
  readonly planning: Planning;
}

/** The trader's limit in money, and which of the two he may have set it is. */
interface Limit {
  readonly amount: Decimal;
  readonly name: BindingLimit;
}

/**
 * The largest size whose loss stays within the trader's limit, and what stops a larger one: that limit, the bracket's
 * highest leverage, or the margin there is.
 *
 * Every figure asked for is a straight line over the size, or the larger or smaller of two (see `loss-lines.ts`): its value
 * at the ticket's size is the engine's own, its slope the same formulas for one unit. Each line is solved, and the engine is
 * run at the size found.
 */
export function fittingSize(question: SizeQuestion): FittingSize | NoRemedy | Unknown {
  const { view, losses, planning } = question;
  const limit = limitOf(question);
  if (limit === null) return noRemedy('no-limit');
  const part = combine([view.terms.size, view.applied.opened], (size, opened) => ({ size, opened }));
  if (isUnknown(part)) return part;
  if (!isOpen(view) || part.opened.isZero()) return noRemedy('only-reduces');
  if (isUnknown(limit)) return limit;
  const ticket: Ticket = { ...question, view, ...part, limit, unit: new UnitFigures(view, planning) };
  if (losses.stopParts !== null) {
    const lines = combine([losses.stopParts], (stop) => linesAtStop(view, stop, ticket.unit));
    const found = fitted(ticket, 'at-stop', lines);
    if (found !== 'stop-beyond-liquidation') return found;
  }
  const found = fitted(ticket, 'worst', linesOfWorst(view, ticket.unit));
  return found === 'stop-beyond-liquidation' ? noRemedy('not-confirmed') : found;
}

/** `null` where the trader set none. */
function limitOf({ planning, equityBefore }: SizeQuestion): Limit | null | Unknown {
  const { maxLoss, maxLossFraction } = planning;
  const share =
    maxLossFraction === null
      ? null
      : combine([maxLossFraction, equityBefore], (part, equity) => part.times(equity));
  const { least, unknowns } = smallest([
    { name: 'max-loss', amount: maxLoss },
    { name: 'max-loss-fraction', amount: share },
  ]);
  return unknowns.length > 0 ? mergeUnknowns(unknowns) : least;
}

/** An opening ticket with a limit. */
interface Ticket extends SizeQuestion {
  readonly view: OpenView;
  readonly size: Decimal;
  readonly opened: Decimal;
  readonly limit: Limit;
  readonly unit: UnitFigures;
}

function fitted(
  ticket: Ticket,
  measure: FittingSize['measure'],
  lines: LossLines | Unknown,
): FittingSize | NoRemedy | Unknown | 'stop-beyond-liquidation' {
  const { size, opened, limit } = ticket;
  if (isUnknown(lines)) return lines;
  const candidates: readonly Candidate[] = [
    { name: limit.name, amount: widest(lines, size, limit.amount) },
    { name: 'bracket-leverage', amount: sizeOfBracket(ticket) },
    { name: 'margin-available', amount: sizeOfMargin(ticket) },
  ];
  const { least: binding, unknowns } = smallest(candidates);
  if (binding === null) return unknowns.length > 0 ? mergeUnknowns(unknowns) : noRemedy('not-confirmed');
  const fits = roundedTo(sizePlaces, binding.amount, 'down');
  // What only closes an opposite position is no size of an opening order.
  if (!isPositive(fits) || fits.lte(size.minus(opened)))
    return noRemedy(binding.name === 'margin-available' ? 'balance-too-small' : 'no-size-fits');
  const rest = {
    bindingLimit: binding.name,
    notCounted: candidates.filter(({ amount }) => isUnknown(amount)).map(({ name }) => name),
  };
  // Where the limit is met at a round size, quotients rounded in the fortieth digit may lie above it: then one step less.
  for (const tried of [fits, fits.minus(unitOf(sizePlaces))]) {
    const found = checked(ticket, measure, tried, rest);
    if (found !== 'too-large') return found;
  }
  return noRemedy('not-confirmed');
}

/** The size of the group of lines that allows the most; 0 where no group allows any. */
function widest(groups: LossLines, at: Decimal, limit: Decimal): Decimal | null {
  return groups
    .map((lines) => largestWithinAll(lines, at, limit))
    .reduce((most, each) => (most === null || each === null ? null : larger(most, each)));
}

interface Candidate {
  readonly name: BindingLimit;
  /** `null`: any. */
  readonly amount: Decimal | null | Unknown;
}

function smallest(candidates: readonly Candidate[]): {
  readonly least: Limit | null;
  readonly unknowns: readonly Unknown[];
} {
  let least: Limit | null = null;
  const unknowns: Unknown[] = [];
  for (const { name, amount } of candidates) {
    if (isUnknown(amount)) unknowns.push(amount);
    else if (amount !== null && (least === null || amount.lt(least.amount))) least = { name, amount };
  }
  return { least, unknowns };
}

/** Largest size whose whole position, at the order's price, stays in a bracket that allows its leverage. */
function sizeOfBracket({ view, size, tiers, unit }: Ticket): Decimal | null | Unknown {
  const { own, terms, contract } = view;
  if (tiers === undefined || tiers.length === 0) return missingInput(contract.path('tiers'));
  return combine(
    [terms.leverage, contract.kind, own.terms.size, terms.price, unit.valueAt(terms.price)],
    (leverage, kind, held, price, slope) => {
      const cap = highestValue(tiers, leverage);
      return cap === null ? null : largestWithin({ at: notional(kind, held, price), slope }, size, cap);
    },
  );
}

/** Upper end of the brackets that allow a leverage; `null` is open. A bracket that names no leverage forbids none. */
function highestValue(tiers: readonly MarginTier[], leverage: Decimal): Decimal | null {
  let highest: Decimal | null = zero;
  for (const { cap, maxLeverage } of tiers) {
    if (maxLeverage !== undefined && leverage.gt(parse(maxLeverage))) return highest;
    highest = cap === null ? null : parse(cap);
  }
  return highest;
}

function sizeOfMargin({ view, size, unit }: Ticket): Decimal | null | Unknown {
  return combine([marginLines(view, unit)], (lines) => largestWithinAll(lines, size, zero));
}

/** The figures of the order at that size. */
function checked(
  { view, viewOf, planning, limit, unit }: Ticket,
  measure: FittingSize['measure'],
  size: Decimal,
  rest: Pick<FittingSize, 'bindingLimit' | 'notCounted'>,
): FittingSize | NoRemedy | Unknown | 'stop-beyond-liquidation' | 'too-large' {
  const fitting = viewOf({ ...view.order, size: plain(size) });
  const losses = lossesOf(fitting, planning);
  const { atStop } = losses.figures;
  if (measure === 'at-stop') {
    if (isUnknown(atStop)) return atStop;
    if ('kind' in atStop) return 'stop-beyond-liquidation';
  }
  const worst = combine([losses.worst], ({ amount }) => amount);
  const left = combine([fitting.pool.free, unit.heldBack], (free, heldBack) =>
    free.minus(heldBack.times(size)),
  );
  const isAffordable = isUnknown(left) || !left.isNegative();
  return combine([measure === 'at-stop' ? (losses.atStop ?? worst) : worst], (loss) =>
    loss.gt(limit.amount) || !isAffordable
      ? 'too-large'
      : {
          size: plain(size),
          bindingLimit: rest.bindingLimit,
          limit: plain(limit.amount),
          measure,
          loss: plain(loss),
          reach: figure(reachLoss(fitting, losses, planning)),
          notCounted: rest.notCounted,
        },
  );
}
