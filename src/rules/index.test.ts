import { expect, it } from 'vitest';
import { rules } from './index.ts';

/** The table of rules as the product's description has it: unit, worse direction, start of each band. */
const table = [
  ['cross-idle-exposed', 'fraction', 'higher', { notice: '0.1', warning: '0.25', danger: '0.5' }],
  ['exposed-beyond-plan', 'multiple', 'higher', { notice: '2', warning: '3', danger: '6' }],
  ['loss-over-limit', 'multiple', 'higher', { danger: '1' }],
  ['liquidation-near', 'fraction', 'lower', { notice: '0.08', warning: '0.05', danger: '0.03' }],
  ['leverage-over-cap', 'leverage', 'higher', { notice: '20' }],
  ['margin-mode-not-intended', 'state', 'higher', {}],
  ['margin-mode-unread', 'state', 'higher', {}],
  ['no-stop-loss', 'state', 'higher', {}],
  ['positions-may-be-hidden', 'state', 'higher', {}],
  ['stop-beyond-liquidation', 'state', 'higher', {}],
  ['stop-wrong-side', 'state', 'higher', {}],
  ['ticket-unread', 'state', 'higher', {}],
  ['venue-rules-assumed', 'state', 'higher', {}],
  ['stop-near-liquidation', 'fraction', 'lower', { notice: '0.1' }],
  ['fees-eat-margin', 'fraction', 'higher', { notice: '0.05', warning: '0.1' }],
  ['funding-eats-margin', 'fraction', 'higher', { notice: '0.05', warning: '7' }],
  ['joint-shock-liquidates', 'count', 'higher', { warning: '1', danger: '2' }],
  ['unrelated-directional-cross', 'leverage', 'higher', { danger: '5' }],
  ['adds-to-losing-position', 'times', 'higher', { notice: '1', warning: '3' }],
  ['auto-margin-add', 'state', 'higher', {}],
  ['mode-switch-changes-liquidation', 'state', 'higher', {}],
  ['price-far-from-mark', 'fraction', 'higher', { notice: '0.05', warning: '0.1' }],
  ['size-out-of-habit', 'multiple', 'higher', { notice: '3', warning: '5' }],
  ['shared-account-mode', 'state', 'higher', {}],
  ['tiers-old', 'state', 'higher', {}],
  ['liquidation-disagrees', 'fraction', 'higher', { warning: '0.002' }],
] as const;

it.each(table)('%s counts %s, %s is worse', (id, unit, worse, bands) => {
  expect(rules.find((rule) => rule.id === id)).toMatchObject({
    id,
    unit,
    worse,
    bands,
    title: `rule_${id.replaceAll('-', '_')}_title`,
  });
  expect(Object.keys(rules.find((rule) => rule.id === id)?.bands ?? {})).toEqual(Object.keys(bands));
});

it('is a list with nothing beside the table', () => {
  expect(rules.map(({ id }) => id).sort()).toEqual(table.map(([id]) => id).sort());
});

it('measures the days of funding-eats-margin apart: fewer are worse', () => {
  const apart = rules.filter(({ bandMeasures }) => bandMeasures !== undefined);
  expect(apart.map(({ id, bandMeasures }) => [id, bandMeasures])).toEqual([
    ['funding-eats-margin', { warning: { unit: 'days', worse: 'lower' } }],
  ]);
});
