import { holdOutcomes, type LogEntry } from '../../domain/log-entry.ts';
import type { MessageKey, Translate } from '../../messages/message-key.ts';
import { venueFacts } from '../../venues/facts.ts';
import type { LogFilter } from './log-filter.ts';
import { outcomeKeys } from './outcome-text.ts';

interface Props {
  readonly entries: readonly LogEntry[];
  readonly filter: LogFilter;
  readonly onFilter: (filter: LogFilter) => void;
  readonly nameOf: (id: string) => string;
  readonly translate: Translate;
}

/** Narrows the log by exchange, rule and outcome; only what is in the log is offered. */
export function Filters({ entries, filter, onFilter, nameOf, translate }: Props) {
  const venues = [...new Set(entries.map(({ venue }) => venue))].sort();
  const rules = [...new Set(entries.flatMap(({ findings }) => findings.map(({ id }) => id)))].sort();
  const outcomes = holdOutcomes.filter((each) => entries.some(({ outcome }) => outcome === each));
  const chooser = <K extends keyof LogFilter>(
    key: K,
    label: MessageKey,
    values: readonly LogFilter[K][],
    text: (value: LogFilter[K]) => string,
  ) => (
    <label class="log-filter">
      <span>{translate(label)}</span>
      <select
        data-filter={key}
        value={filter[key]}
        onChange={({ currentTarget }) => {
          const chosen = values.find((value) => value === currentTarget.value);
          onFilter({ ...filter, [key]: chosen ?? '' });
        }}
      >
        <option value="">{translate('log_all')}</option>
        {values.map((value) => (
          <option key={value} value={value}>
            {text(value)}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <div class="log-filters">
      {chooser('venue', 'log_venue', venues, (venue) => (venue === '' ? '' : venueFacts[venue].name))}
      {chooser('rule', 'log_rule', rules, nameOf)}
      {chooser('outcome', 'log_outcome', outcomes, (outcome) =>
        outcome === '' ? '' : translate(outcomeKeys[outcome]),
      )}
    </div>
  );
}
