import type { Translate } from '../../messages/message-key.ts';
import type { RuleCount } from './log-filter.ts';

interface Props {
  readonly counts: readonly RuleCount[];
  readonly nameOf: (id: string) => string;
  /** Id of the rule the log is narrowed to; empty for none. */
  readonly chosen: string;
  readonly onChoose: (id: string) => void;
  readonly translate: Translate;
}

/** How often each rule stood behind a hold, and what the trader made of it. A press narrows the log to the rule. */
export function RuleCounts({ counts, nameOf, chosen, onChoose, translate }: Props) {
  const most = counts[0]?.holds ?? 1;
  return (
    <section aria-labelledby="counts">
      <h2 id="counts">{translate('log_counts')}</h2>
      <ul class="log-counts">
        {counts.map(({ id, holds, outcomes }) => (
          <li key={id} data-rule-count={id} data-holds={holds}>
            <button
              type="button"
              aria-pressed={id === chosen}
              onClick={() => onChoose(id === chosen ? '' : id)}
            >
              <span class="log-count-name">{nameOf(id)}</span>
              <span class="log-count-number">{holds}</span>
              <span class="log-count-bar" aria-hidden="true">
                <span style={{ inlineSize: `${(holds / most) * 100}%` }} />
              </span>
              <span class="log-count-what">
                {translate(
                  'log_count_outcomes',
                  String(outcomes.changed + outcomes.left),
                  String(outcomes.overridden),
                  String(outcomes.open),
                )}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
