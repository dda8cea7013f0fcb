import { useMemo } from 'preact/hooks';
import type { LogEntry, LowerBound } from '../../domain/log-entry.ts';
import { figureFormat } from '../../messages/figures.ts';
import type { MessageKey, Translate } from '../../messages/message-key.ts';
import { venueFacts } from '../../venues/facts.ts';
import { LevelIcon } from '../kit/level-icon.tsx';
import { levelText } from '../kit/level-word.tsx';
import { Fact } from '../kit/money.tsx';
import { outcomeKeys } from './outcome-text.ts';

interface Props {
  readonly entries: readonly LogEntry[];
  readonly nameOf: (id: string) => string;
  readonly translate: Translate;
  readonly locale: string;
}

const heads: readonly MessageKey[] = [
  'log_when',
  'log_order',
  'log_found',
  'log_could_lose',
  'log_idle',
  'log_outcome',
];

/** The holds, one a row. On a narrow screen each row is a card whose cells carry their own label. */
export function LogTable({ entries, nameOf, translate, locale }: Props) {
  const [day, clock] = useMemo(
    () => [
      new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }),
      new Intl.DateTimeFormat(locale, { timeStyle: 'short' }),
    ],
    [locale],
  );
  return (
    <table class="log-table">
      <thead>
        <tr>
          {heads.map((key) => (
            <th key={key} scope="col">
              {translate(key)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <Row
            key={entry.id}
            entry={entry}
            day={day.format(new Date(entry.at))}
            clock={clock.format(new Date(entry.at))}
            nameOf={nameOf}
            translate={translate}
            locale={locale}
          />
        ))}
      </tbody>
    </table>
  );
}

interface RowProps extends Omit<Props, 'entries'> {
  readonly entry: LogEntry;
  readonly day: string;
  readonly clock: string;
}

function Row({ entry, day, clock, nameOf, translate, locale }: RowProps) {
  const { venue, symbol, side, marginMode, leverage, level, findings, outcome, currency } = entry;
  const figures = figureFormat(locale, currency);
  const amount = (name: 'worst-loss' | 'idle-at-risk', field: LowerBound) => {
    const value = entry[field];
    if (value === null) {
      return (
        <span class="rf-quiet" data-field={name}>
          {translate('log_unknown')}
        </span>
      );
    }
    const text = figures.loss(value);
    return (
      <Fact name={name} value={value}>
        {entry.lowerBounds?.includes(field) ? translate('kit_at_least', text) : text}
      </Fact>
    );
  };
  const [first, ...more] = findings;
  const order = [
    translate(side === 'long' ? 'popup_buy' : 'popup_sell'),
    marginMode === null ? '' : translate(marginMode === 'cross' ? 'kit_mode_cross' : 'kit_mode_isolated'),
    leverage === null ? '' : translate('popup_leverage', figures.price(leverage)),
  ].filter((part) => part !== '');
  return (
    <tr data-entry={entry.id} data-outcome={outcome} data-level={level}>
      <td class="log-when" data-label={translate('log_when')}>
        <time dateTime={entry.at}>
          {day} <small>{clock}</small>
        </time>
      </td>
      <td data-label={translate('log_order')}>
        <strong class="log-symbol">
          <Fact name="symbol" value={symbol === '' ? undefined : symbol}>
            {symbol === '' ? translate('log_symbol_unread') : symbol}
          </Fact>
        </strong>
        <small>
          <Fact name="venue" value={venue}>
            {venueFacts[venue].name}
          </Fact>{' '}
          · {order.join(' · ')}
        </small>
      </td>
      <td data-label={translate('log_found')}>
        <span class="log-level">
          <LevelIcon level={level} size={16} />
          <span class="rf-unseen">{levelText(level, translate)}: </span>
          <span>
            {first === undefined ? translate('log_found_nothing') : nameOf(first.id)}
            {more.length > 0 && (
              <small title={more.map(({ id }) => nameOf(id)).join(', ')}>
                {translate('log_found_more', String(more.length))}
              </small>
            )}
          </span>
        </span>
      </td>
      <td class="log-figure" data-label={translate('log_could_lose')}>
        {amount('worst-loss', 'worstLoss')}
      </td>
      <td class="log-figure" data-label={translate('log_idle')}>
        {amount('idle-at-risk', 'idleAtRisk')}
      </td>
      <td class="log-did" data-label={translate('log_outcome')}>
        {translate(outcomeKeys[outcome])}
      </td>
    </tr>
  );
}
