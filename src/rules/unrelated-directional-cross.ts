import type { Position, Side } from '../domain/account.ts';
import { baseAsset } from '../domain/base-asset.ts';
import {
  absoluteDecimal,
  addDecimals,
  compareDecimals,
  type DecimalString,
  decimal,
  multiplyDecimals,
  subtractDecimals,
} from '../domain/decimal-string.ts';
import { isUnknown } from '../domain/known.ts';
import { isolate } from './isolate-or-move.ts';
import { materialShare } from './material-share.ts';
import { offering } from './offered-remedy.ts';
import {
  clear,
  couldNotRun,
  finding,
  notApplicable,
  type Rule,
  type RuleContext,
  type RuleOutcome,
} from './rule.ts';

const zero = decimal('0');

/** The largest of the joint moves that are worked out. */
const jointMove = decimal('0.2');

type Held = Pick<Position, 'symbol' | 'side' | 'size'>;

/** Coins with one way on the cross balance; `unsure` hold those of positions whose mode nobody knows as well. */
interface Directional {
  readonly sure: readonly string[];
  readonly unsure: readonly string[];
}

/** By contract, what is long less what is short; a coin that stands both ways is hedged and no bet of its own. */
function oneWay(held: readonly Held[], side: Side): readonly string[] {
  const nets = new Map<string, DecimalString>();
  for (const each of held) {
    const before = nets.get(each.symbol) ?? zero;
    const change = each.side === side ? addDecimals : subtractDecimals;
    nets.set(each.symbol, change(before, each.size));
  }
  const coins = [...new Set([...nets.keys()].map(baseAsset))];
  return coins.filter((coin) =>
    [...nets].every(([symbol, net]) => baseAsset(symbol) !== coin || compareDecimals(net, zero) > 0),
  );
}

function directional({ input, exposure, order }: RuleContext, size: DecimalString): Directional {
  const own = { symbol: order.symbol, side: order.side, size };
  const modeOf = ({ symbol, side, marginMode }: Position) => {
    const after = exposure.positions.find((each) => each.symbol === symbol && each.side === side);
    return after === undefined || isUnknown(after.marginMode) ? marginMode : after.marginMode;
  };
  const { positions } = input.account;
  return {
    sure: oneWay([own, ...positions.filter((each) => modeOf(each) === 'cross')], order.side),
    unsure: oneWay([own, ...positions.filter((each) => modeOf(each) !== 'isolated')], order.side),
  };
}

/** Whether a joint fall takes so little of the account that it is not what empties it. */
function isSmall({ exposure }: RuleContext): boolean {
  const shock = exposure.shocks.find(
    ({ scope, marginMode, move }) =>
      scope === 'together' &&
      marginMode === exposure.marginMode &&
      compareDecimals(absoluteDecimal(move), jointMove) === 0,
  );
  const equity = exposure.equity.before;
  if (shock === undefined || isUnknown(shock.loss) || isUnknown(equity)) return false;
  return compareDecimals(shock.loss, multiplyDecimals(equity, materialShare)) < 0;
}

function judged(context: RuleContext, coins: readonly string[], over: DecimalString): RuleOutcome {
  const { order, translate, figures } = context;
  const { leverage } = order;
  if (leverage === undefined) return couldNotRun;
  if (compareDecimals(leverage, over) <= 0) return clear;
  const small = isSmall(context);
  return finding({
    level: small ? 'notice' : 'danger',
    field: 'positions',
    value: leverage,
    threshold: over,
    message: translate(
      order.side === 'long'
        ? 'rule_unrelated_directional_cross_long'
        : 'rule_unrelated_directional_cross_short',
      coins.join(', '),
      figures.price(leverage),
      figures.price(over),
    ),
    hold: small ? 'none' : 'acknowledge',
    ...offering(isolate(context)),
  });
}

/**
 * Cross, with one-way positions on two coins or more and leverage over 5x: several bets on one balance (MK-13, DT-3). Coins
 * are taken for unrelated, since nothing on an order screen says otherwise; a trader who runs them as one strategy sets the
 * threshold. Where even a joint fall takes little of the account it is a notice.
 */
export const unrelatedDirectionalCross: Rule = {
  id: 'unrelated-directional-cross',
  title: 'rule_unrelated_directional_cross_title',
  unit: 'leverage',
  worse: 'higher',
  bands: { danger: decimal('5') },
  run: (context, bands) => {
    const { exposure, order, input } = context;
    const over = bands.danger;
    if (exposure.marginMode === 'isolated' || over === undefined) return notApplicable;
    if (isUnknown(exposure.marginMode)) return couldNotRun;
    if (input.account.positions.length > 0 && order.size === undefined) return couldNotRun;
    const { sure, unsure } = directional(context, order.size ?? zero);
    const own = baseAsset(order.symbol);
    if (sure.includes(own) && sure.length > 1) return judged(context, sure, over);
    if (unsure.includes(own) && unsure.length > 1) return couldNotRun;
    return input.account.positionsComplete === false
      ? { kind: 'could-not-run', saidBy: 'positions-may-be-hidden' }
      : clear;
  },
};
