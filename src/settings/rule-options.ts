import type { RuleOption } from '../domain/settings.ts';
import type { Translate } from '../messages/message-key.ts';
import { rules } from '../rules/index.ts';

/** Every shipped rule as the settings page offers it: nothing about a rule is written down a second time. */
export function ruleOptions(translate: Translate): readonly RuleOption[] {
  return rules.map(({ id, title, unit, bands, worse, bandMeasures }) => ({
    id,
    title: translate(title),
    unit,
    bands,
    worse,
    ...(bandMeasures === undefined ? {} : { bandMeasures }),
  }));
}
