import { clear, finding, notApplicable, type Rule, type RuleContext } from './rule.ts';

/** Contracts whose brackets count here: the order's, and on cross those of the positions that share its money. */
function symbolsOf({ order, exposure }: RuleContext): readonly string[] {
  const shared = exposure.positions.filter(
    ({ marginMode }) => exposure.marginMode !== 'isolated' && marginMode !== 'isolated',
  );
  return [...new Set([order.symbol, ...shared.map(({ symbol }) => symbol)])];
}

/** A bracket table that was old when it was loaded (more than 180 days), or without a date: the range is widened. */
export const tiersOld: Rule = {
  id: 'tiers-old',
  title: 'rule_tiers_old_title',
  unit: 'state',
  worse: 'higher',
  bands: {},
  run: (context) => {
    const { input, translate } = context;
    const tables = symbolsOf(context).flatMap((symbol) => {
      const instrument = input.instruments[symbol];
      return instrument?.tiers === undefined ? [] : [{ symbol, ...instrument }];
    });
    if (tables.length === 0) return notApplicable;
    const old = tables.filter(({ tiersAssumed }) => tiersAssumed === true);
    const [first] = old;
    if (first === undefined) return clear;
    const symbols = old.map(({ symbol }) => symbol).join(', ');
    const asOf = first.tiersAsOf ?? 'undated';
    return finding({
      level: 'notice',
      field: 'tiers',
      value: asOf,
      threshold: '',
      message:
        asOf === 'undated'
          ? translate('rule_tiers_old_undated', symbols)
          : translate('rule_tiers_old_message', symbols, asOf),
    });
  },
};
