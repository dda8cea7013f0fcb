import type { AssessInput } from '../../src/domain/assess-input.ts';
import { isOrderExposure, type OrderExposure } from '../../src/domain/exposure.ts';
import type { Order } from '../../src/domain/order.ts';
import type { VenueRules } from '../../src/domain/venue.ts';
import { assess } from '../../src/engine/assess.ts';
import { figureFormat } from '../../src/messages/figures.ts';
import type { Bands, Rule, RuleContext } from '../../src/rules/rule.ts';
import { baseRules } from '../../src/venues/base-rules.ts';
import { sceneInput } from './engine-input.ts';
import { type ContextChange, ruleContext } from './rule-context.ts';

type Scene = Omit<Parameters<typeof sceneInput>[0], 'order'>;

/** What a rule looks at when the engine itself works out an account and an order, with its remedies confirmed by it. */
export function sceneContext(
  scene: Scene,
  order: Order,
  change: Omit<ContextChange, 'input' | 'order' | 'exposure'> = {},
  rules: VenueRules = baseRules,
): RuleContext {
  const input = sceneInput({ ...scene, order });
  const rerun = (changed: AssessInput): OrderExposure => {
    const exposure = assess(changed, rules);
    if (!isOrderExposure(exposure)) throw new Error('there is an order');
    return exposure;
  };
  return {
    ...ruleContext({ ...change, rerun }),
    input,
    order,
    exposure: rerun(input),
    figures: figureFormat('en-US', input.account.currency),
  };
}

/** What one rule finds in that; `undefined` where it finds nothing. */
export function foundInScene(rule: Rule, context: RuleContext, bands: Bands = rule.bands) {
  const outcome = rule.run(context, bands);
  return outcome.kind === 'finding' ? outcome.finding : undefined;
}
