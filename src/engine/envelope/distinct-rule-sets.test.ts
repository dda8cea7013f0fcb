import fc from 'fast-check';
import { expect, it } from 'vitest';
import { randomTicket } from '../../../test/support/random-order.ts';
import { runs } from '../../../test/support/runs.ts';
import type { AssessInput } from '../../domain/assess-input.ts';
import { isDecimalString } from '../../domain/decimal-string.ts';
import { venueFacts } from '../../venues/facts.ts';
import { assess } from '../assess.ts';
import { ruleSetsInForce } from '../rules-in-force.ts';
import { distinctRuleSets, likeHere } from './distinct-rule-sets.ts';

const sets = ruleSetsInForce(venueFacts.generic.rules, undefined);
const [own] = sets;
const different = [...new Map(sets.map((rules) => [JSON.stringify(rules), rules])).values()];

/** A ticket as an unknown page gives it: mostly without brackets, liquidation fee and positions. */
const bareTicket = fc
  .record({
    ticket: randomTicket,
    brackets: fc.boolean(),
    fee: fc.constantFrom('kept', 'gone', 'as-taker'),
    positions: fc.constantFrom('all', 'none', 'own', 'others'),
    price: fc.boolean(),
  })
  .map(({ ticket: { input }, ...keep }): AssessInput => {
    const instruments = Object.fromEntries(
      Object.entries(input.instruments).map(([symbol, { tiers, liquidationFee, ...rest }]) => [
        symbol,
        {
          ...rest,
          ...(keep.brackets && tiers !== undefined ? { tiers } : {}),
          ...(keep.fee === 'kept' && liquidationFee !== undefined ? { liquidationFee } : {}),
          ...(keep.fee === 'as-taker' && rest.takerFee !== undefined
            ? { liquidationFee: rest.takerFee }
            : {}),
        },
      ]),
    );
    const { order } = input;
    const mark = instruments[order?.symbol ?? '']?.markPrice;
    const positions = input.account.positions.filter(
      ({ symbol }) =>
        keep.positions === 'all' ||
        (keep.positions === 'own' && symbol === order?.symbol) ||
        (keep.positions === 'others' && symbol !== order?.symbol),
    );
    return {
      ...input,
      instruments,
      account: { ...input.account, positions },
      ...(order === undefined
        ? {}
        : { order: keep.price && mark !== undefined ? { ...order, price: mark } : order }),
    };
  });

/** Known texts by their path; what a set does not know is passed over. */
function known(value: unknown, path = ''): readonly [string, unknown][] {
  if (typeof value !== 'object' || value === null) return [[path, value]];
  if ((value as { known?: boolean }).known === false) return [];
  return Object.entries(value).flatMap(([name, inner]) => known(inner, `${path}.${name}`));
}

/** To twelve digits and the thirtieth place: two ways to one figure may round differently in the fortieth. */
function shortened(value: unknown): unknown {
  if (typeof value !== 'string' || !isDecimalString(value)) return value;
  return Number(Number(value).toPrecision(12)).toFixed(30);
}

it('passes over no rule set that says anything another one does not', () => {
  fc.assert(
    fc.property(bareTicket, (input) => {
      for (const rules of different) {
        const standIn = new Map(known(assess(input, likeHere(input, rules, own))));
        for (const [path, value] of known(assess(input, rules))) {
          if (!path.startsWith('.orderCost') && !path.startsWith('.remedies'))
            expect([path, shortened(standIn.get(path))]).toEqual([path, shortened(value)]);
        }
      }
    }),
    { numRuns: runs(150), endOnFailure: true },
  );
}, 120_000);

it('looks at few on a page that shows no brackets', () => {
  const [input] = fc.sample(randomTicket, { numRuns: 1, seed: 1 });
  if (input?.input.order === undefined) throw new Error('there is an order');
  const { instruments, account, order } = input.input;
  const bare = Object.fromEntries(
    Object.entries(instruments).map(([symbol, { tiers: _t, liquidationFee: _l, ...rest }]) => [symbol, rest]),
  );
  const alone = { ...input.input, instruments: bare, account: { ...account, positions: [] } };
  const market = { ...alone, order: { ...order, type: 'market' as const } };
  expect(distinctRuleSets(market, sets).length).toBeLessThanOrEqual(3);
  expect(distinctRuleSets(alone, sets).length).toBeLessThanOrEqual(5);
  expect(distinctRuleSets(input.input, [own])).toEqual([own]);
});
