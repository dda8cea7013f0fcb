import { clear, finding, type Rule } from './rule.ts';

/** Nobody described this venue: conservative general rules stand in for its own. */
export const venueRulesAssumed: Rule = {
  id: 'venue-rules-assumed',
  title: 'rule_venue_rules_assumed_title',
  unit: 'state',
  worse: 'higher',
  bands: {},
  run: ({ input, translate }) =>
    input.venue === 'generic'
      ? finding({
          level: 'notice',
          field: 'venue',
          value: input.venue,
          threshold: '',
          message: translate('rule_venue_rules_assumed_message'),
        })
      : clear,
};
