import type { AssessInput } from '../../domain/assess-input.ts';
import { isNoRemedy, type NoRemedy, type Remedies } from '../../domain/exposure.ts';
import { isUnknown, type Unknown } from '../../domain/known.ts';
import type { Order } from '../../domain/order.ts';
import { parse, plain } from '../decimal.ts';
import { noRemedy } from '../remedies/no-remedy.ts';
import { isDue } from '../remedies/stop-reach.ts';
import type { Risk } from './worst-case.ts';

/** An account with an order on it. */
type Ticket = AssessInput & { readonly order: Order };

/**
 * Remedies that several rule sets agree on, each run once more under all of them (`riskOf`, of another ticket under the
 * same rule sets), so that the figures beside it are the worst of all as well. What the run does not confirm is not
 * offered.
 */
export function confirmedRemedies(
  remedies: Remedies,
  input: Ticket,
  riskOf: (changed: Ticket) => Risk,
): Remedies {
  const { account, order } = input;
  const run = (changed: Ticket): Risk | NoRemedy => {
    const risk = riskOf(changed);
    return isDue(risk.liquidation) ? noRemedy('would-liquidate') : risk;
  };
  const ordered = (change: Partial<Order>) => run({ ...input, order: { ...order, ...change } });
  return {
    transferOut: confirmed(remedies.transferOut, (remedy) => {
      if (account.crossBalance === undefined) return noRemedy('not-confirmed');
      const crossBalance = plain(parse(account.crossBalance).minus(remedy.amount));
      const after = run({ ...input, account: { ...account, crossBalance } });
      if (isNoRemedy(after)) return after;
      if (after.idle.atRisk !== '0') return noRemedy('not-confirmed');
      const stop = remedy.stop === 'reached' && isBeyond(after) ? 'not-reached' : remedy.stop;
      return { ...remedy, liquidation: after.liquidation, stop };
    }),
    isolatedMargin: confirmed(remedies.isolatedMargin, (remedy) => {
      const after = ordered({ marginMode: 'isolated', margin: remedy.amount, autoAddMargin: false });
      if (isNoRemedy(after)) return after;
      const { worst } = after.losses;
      if (isUnknown(worst) || isBeyond(after)) return noRemedy('not-confirmed');
      return { ...remedy, liquidation: after.liquidation, worst: worst.amount };
    }),
    fittingSize: confirmed(remedies.fittingSize, (remedy) => {
      const after = ordered({ size: remedy.size });
      if (isNoRemedy(after)) return after;
      const { atStop, worst } = after.losses;
      const measured = remedy.measure === 'at-stop' ? atStop : worst;
      if (isUnknown(measured) || 'kind' in measured || isUnknown(measured.amount))
        return noRemedy('not-confirmed');
      if (parse(measured.amount).gt(remedy.limit)) return noRemedy('not-confirmed');
      return { ...remedy, loss: measured.amount, reach: after.reach.loss };
    }),
  };
}

function confirmed<T extends object>(
  remedy: T | NoRemedy | Unknown,
  confirm: (remedy: T) => T | NoRemedy,
): T | NoRemedy | Unknown {
  return isUnknown(remedy) || isNoRemedy(remedy) ? remedy : confirm(remedy);
}

function isBeyond({ losses: { atStop } }: Risk): boolean {
  return 'kind' in atStop && atStop.kind === 'stop-beyond-liquidation';
}
