import type { Side } from '../domain/account.ts';
import { type Amount, combine } from './amount.ts';
import type { Planning } from './assumptions.ts';
import type { Contract } from './contract.ts';
import { fundingPayment } from './formulas/funding-payment.ts';

/** Funding of a value from now to the planned horizon, in the settle currency; > 0 means the trader pays. */
export function fundingToHorizon(side: Side, value: Amount, contract: Contract, planning: Planning): Amount {
  return combine(
    [value, contract.amount('fundingRate'), contract.amount('fundingIntervalHours')],
    (worth, rate, hours) => fundingPayment(side, worth, rate).times(planning.intervals(hours)),
  );
}
