import type { Remedies } from '../../domain/exposure.ts';
import type { MarginTier } from '../../domain/instrument.ts';
import type { Order } from '../../domain/order.ts';
import type { Amount } from '../amount.ts';
import type { Planning } from '../assumptions.ts';
import type { IdleAmounts } from '../idle.ts';
import type { LossAmounts } from '../losses.ts';
import type { OrderView } from '../order-view.ts';
import { fittingSize } from './fitting-size.ts';
import { isolatedMargin } from './isolated-margin.ts';
import { noRemedy } from './no-remedy.ts';
import { transferOut } from './transfer-out.ts';

/** What the remedies are worked out from: the ticket's figures, and how to have them of another ticket. */
interface RemedyInputs {
  /** The ticket in its own mode. */
  readonly view: OrderView;
  /** The ticket on isolated margin, where the venue has it. */
  readonly isolated: OrderView | undefined;
  readonly losses: LossAmounts;
  readonly idle: IdleAmounts;
  readonly equityBefore: Amount;
  readonly tiers: readonly MarginTier[] | undefined;
  /** Another order in the mode of one of the two views. */
  readonly viewOf: (order: Order, mode: OrderView['terms']['mode']) => OrderView;
  readonly planning: Planning;
}

/**
 * What would mend an opening order. Each remedy is solved for, then applied to a copy of the account, on which the same
 * functions are run again: what they do not confirm is not offered.
 */
export function remediesOf(inputs: RemedyInputs): Remedies {
  const { view, isolated, losses, idle, equityBefore, tiers, viewOf, planning } = inputs;
  if (view.order.effect !== 'open') {
    const none = noRemedy('only-reduces');
    return { transferOut: none, isolatedMargin: none, fittingSize: none };
  }
  return {
    transferOut: transferOut(view, losses, idle, planning),
    isolatedMargin:
      isolated === undefined
        ? noRemedy('mode-not-offered')
        : isolatedMargin(isolated, (order) => viewOf(order, 'isolated'), planning),
    fittingSize: fittingSize({
      view,
      losses,
      viewOf: (order) => viewOf(order, view.terms.mode),
      equityBefore,
      tiers,
      planning,
    }),
  };
}
