import { clear, finding, type Rule } from './rule.ts';

/** Nobody described this venue, or not all of its rules: conservative general rules stand in for its own. */
export const venueRulesAssumed: Rule = {
  id: 'venue-rules-assumed',
  title: 'rule_venue_rules_assumed_title',
  unit: 'state',
  worse: 'higher',
  bands: {},
  run: ({ input, exposure, translate }) =>
    input.venue === 'generic' || exposure.assumed.some(({ field }) => field === 'venue')
      ? finding({
          level: 'notice',
          field: 'venue',
          value: input.venue,
          threshold: '',
          message: translate('rule_venue_rules_assumed_message'),
        })
      : clear,
};
