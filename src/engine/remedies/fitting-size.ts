import type { BindingLimit, FittingSize, NoRemedy } from '../../domain/exposure.ts';
import type { MarginTier } from '../../domain/instrument.ts';
import { isUnknown, type Unknown } from '../../domain/known.ts';
import type { Order } from '../../domain/order.ts';
import { type Amount, combine, figure, mergeUnknowns } from '../amount.ts';
import type { Planning } from '../assumptions.ts';
import { type Decimal, isPositive, parse, plain, roundedTo, unitOf } from '../decimal.ts';
import { notional } from '../formulas/notional.ts';
import { type LossAmounts, lossesOf } from '../losses.ts';
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
  const { opened } = view.applied;
  if (planning.maxLoss === null && planning.maxLossFraction === null) return noRemedy('no-limit');
  if (isUnknown(opened)) return opened;
  if (view.own === null || opened.isZero()) return noRemedy('only-reduces');
  const limit = limitOf(question);
  if (isUnknown(limit)) return limit;
  const unit = new UnitFigures(view, planning);
  if (losses.atStop !== null) {
    const found = fitted(question, limit, 'at-stop', linesAtStop(view, losses, unit), unit);
    if (found !== 'stop-beyond-liquidation') return found;
  }
  const found = fitted(question, limit, 'worst', linesOfWorst(view, unit), unit);
  return found === 'stop-beyond-liquidation' ? noRemedy('not-confirmed') : found;
}

function limitOf({ planning, equityBefore }: SizeQuestion): Limit | Unknown {
  const { maxLoss, maxLossFraction } = planning;
  const share =
    maxLossFraction === null
      ? null
      : combine([maxLossFraction, equityBefore], (part, equity) => part.times(equity));
  const unknowns = [maxLoss, share].filter(isUnknown);
  if (unknowns.length > 0) return mergeUnknowns(unknowns);
  const money = maxLoss as Decimal | null;
  const fraction = share as Decimal | null;
  if (fraction !== null && (money === null || fraction.lt(money)))
    return { amount: fraction, name: 'max-loss-fraction' };
  if (money === null) throw new RangeError('there is a limit');
  return { amount: money, name: 'max-loss' };
}

interface Candidate {
  readonly name: BindingLimit;
  /** `null`: any size. */
  readonly size: Decimal | null | Unknown;
}

function fitted(
  question: SizeQuestion,
  limit: Limit,
  measure: FittingSize['measure'],
  lines: LossLines | Unknown,
  unit: UnitFigures,
): FittingSize | NoRemedy | Unknown | 'stop-beyond-liquidation' {
  const { view } = question;
  const { size } = view.terms;
  const { opened } = view.applied;
  const largest = combine([lines, size], (groups, at) => ({ size: widest(groups, at, limit.amount) }));
  if (isUnknown(largest)) return largest;
  if (isUnknown(size) || isUnknown(opened)) return mergeUnknowns([size, opened].filter(isUnknown));
  const candidates: readonly Candidate[] = [
    { name: limit.name, size: largest.size },
    { name: 'bracket-leverage', size: sizeOfBracket(question, unit) },
    { name: 'margin-available', size: sizeOfMargin(view, unit) },
  ];
  const [binding, ...unknowns] = smallest(candidates);
  if (binding === null) return unknowns.length > 0 ? mergeUnknowns(unknowns) : noRemedy('not-confirmed');
  const fits = roundedTo(sizePlaces, binding.size, 'down');
  // What only closes an opposite position is no size of an opening order.
  if (!isPositive(fits) || fits.lte(size.minus(opened)))
    return noRemedy(binding.name === 'margin-available' ? 'balance-too-small' : 'no-size-fits');
  const rest = {
    bindingLimit: binding.name,
    notCounted: candidates.filter((each) => isUnknown(each.size)).map(({ name }) => name),
  };
  // Where the limit is met at a round size, quotients rounded in the fortieth digit may lie above it: then one step less.
  for (const tried of [fits, fits.minus(unitOf(sizePlaces))]) {
    const found = checked(question, limit, measure, tried, unit, rest);
    if (found !== 'too-large') return found;
  }
  return noRemedy('not-confirmed');
}

/** The size of the group of lines that allows the most; 0 where no group allows any. */
function widest(groups: LossLines, at: Decimal, limit: Decimal): Decimal | null {
  const sizes = groups.map((lines) => largestWithinAll(lines, at, limit));
  return sizes.reduce((most, each) => (most === null || each === null ? null : each.gt(most) ? each : most));
}

function smallest(
  candidates: readonly Candidate[],
): readonly [{ readonly name: BindingLimit; readonly size: Decimal } | null, ...Unknown[]] {
  let least: { readonly name: BindingLimit; readonly size: Decimal } | null = null;
  const unknowns: Unknown[] = [];
  for (const { name, size } of candidates) {
    if (isUnknown(size)) unknowns.push(size);
    else if (size !== null && (least === null || size.lt(least.size))) least = { name, size };
  }
  return [least, ...unknowns];
}

/** Largest size whose whole position, at the order's price, stays in a bracket that allows its leverage. */
function sizeOfBracket({ view, tiers }: SizeQuestion, unit: UnitFigures): Decimal | null | Unknown {
  const { own, terms, contract } = view;
  if (tiers === undefined || tiers.length === 0 || own === null) return unknownTiers(view);
  const found = combine(
    [terms.leverage, contract.kind, own.terms.size, terms.price, terms.size, unit.valueAt(terms.price)],
    (leverage, kind, held, price, size, slope) => {
      const cap = highestValue(tiers, leverage);
      if (cap === null) return { size: null };
      return { size: largestWithin({ at: notional(kind, held, price), slope }, size, cap) };
    },
  );
  return isUnknown(found) ? found : found.size;
}

function unknownTiers({ contract }: OrderView): Unknown {
  const path = contract.path('tiers');
  return { known: false, why: 'missing-input', field: path, missing: [path] };
}

/** Upper end of the brackets that allow a leverage; `null` is open. A bracket that names no leverage forbids none. */
function highestValue(tiers: readonly MarginTier[], leverage: Decimal): Decimal | null {
  let highest: Decimal | null = parse(tiers[0]?.floor ?? ('0' as MarginTier['floor']));
  for (const { cap, maxLeverage } of tiers) {
    if (maxLeverage !== undefined && leverage.gt(parse(maxLeverage))) return highest;
    highest = cap === null ? null : parse(cap);
  }
  return highest;
}

function sizeOfMargin(view: OrderView, unit: UnitFigures): Decimal | null | Unknown {
  const found = combine([marginLines(view, unit), view.terms.size], (lines, size) => ({
    size: largestWithinAll(lines, size, size.minus(size)),
  }));
  return isUnknown(found) ? found : found.size;
}

/** The figures of the order at that size. */
function checked(
  { view, viewOf, planning }: SizeQuestion,
  limit: Limit,
  measure: FittingSize['measure'],
  size: Decimal,
  unit: UnitFigures,
  rest: Pick<FittingSize, 'bindingLimit' | 'notCounted'>,
): FittingSize | NoRemedy | Unknown | 'stop-beyond-liquidation' | 'too-large' {
  const fitting = viewOf({ ...view.order, size: plain(size) });
  const losses = lossesOf(fitting, planning);
  const { atStop } = losses.figures;
  if (measure === 'at-stop') {
    if (isUnknown(atStop)) return atStop;
    if ('kind' in atStop) return 'stop-beyond-liquidation';
  }
  const loss = measure === 'at-stop' ? losses.atStop : combine([losses.worst], ({ amount }) => amount);
  if (loss === null || isUnknown(loss)) return loss ?? noRemedy('not-confirmed');
  const left = combine([fitting.pool.free, unit.heldBack], (free, heldBack) =>
    free.minus(heldBack.times(size)),
  );
  const isAffordable = isUnknown(left) || !left.isNegative();
  if (loss.gt(limit.amount) || !isAffordable) return 'too-large';
  return {
    size: plain(size),
    bindingLimit: rest.bindingLimit,
    limit: plain(limit.amount),
    measure,
    loss: plain(loss),
    reach: figure(reachLoss(fitting, losses, planning)),
    notCounted: rest.notCounted,
  };
}
