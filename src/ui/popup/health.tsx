import type { TicketState } from '../../domain/health.ts';
import type { Unknown } from '../../domain/known.ts';
import { isTaughtName, type TaughtName } from '../../domain/taught.ts';
import {
  type Provenance,
  type SideLeverage,
  type TicketFieldName,
  ticketFieldNames,
} from '../../domain/ticket-reading.ts';
import type { VenueId } from '../../domain/venue.ts';
import type { MessageKey, Translate } from '../../messages/message-key.ts';
import { fieldValue, positionsValue } from '../kit/field-value.ts';
import { LevelIcon } from '../kit/level-icon.tsx';
import { fieldText } from '../kit/unknown-text.ts';
import type { Wording } from '../kit/wording.ts';
import { gapText } from './gap-text.ts';

interface Props {
  readonly state: TicketState;
  readonly wording: Wording;
  readonly venueName: (id: VenueId) => string;
  /** Opened from the start where there is nothing else to see. */
  readonly open?: boolean;
  /** Opens the picker on the page at a field. */
  readonly onTeach: (name: TaughtName) => void;
}

type RowName = TicketFieldName | 'positions';

type Row =
  | { readonly name: RowName; readonly value: string; readonly from: Provenance }
  | { readonly name: RowName; readonly gap: Unknown };

const sources: Readonly<Record<Provenance['how'], MessageKey>> = {
  recipe: 'popup_from_recipe',
  taught: 'popup_from_taught',
  label: 'popup_from_label',
};

/** "12 of 14 fields read", and behind it each field with its value, where on the page it came from and since when it stands so. */
export function Health({ state: { reading, health }, wording, venueName, open = false, onTeach }: Props) {
  const { translate } = wording;
  const rows: Row[] = ticketFieldNames.map((name) => {
    const field = reading[name];
    if (name === 'leverage' && reading.sideLeverage !== undefined)
      return { name, ...leverageASide(reading.sideLeverage, wording, venueName) };
    return field.known
      ? { name, value: fieldValue(name, field, wording, venueName), from: field.from }
      : { name, gap: field };
  });
  const { positions } = reading;
  rows.push(
    positions.known
      ? { name: 'positions', value: positionsValue(positions, wording), from: positions.from }
      : { name: 'positions', gap: positions },
  );
  const clock = new Intl.DateTimeFormat(wording.locale, { timeStyle: 'medium' });
  const since = (name: RowName) => {
    const at = health.since?.[name];
    return at === undefined ? '' : translate('popup_field_since', clock.format(new Date(at)));
  };
  const lost = health.taughtLost ?? [];
  const gaps = rows.filter((row) => 'gap' in row);
  const read = rows.filter((row) => 'value' in row);
  return (
    <details class="popup-health" open={open}>
      <summary>
        <LevelIcon level={health.failedChecks.length + lost.length > 0 ? 'warning' : 'ok'} size={16} />
        <span data-health={`${read.length}/${rows.length}`}>
          {translate('popup_health', String(read.length), String(rows.length))}
        </span>
        <span class="rf-quiet">{translate(`popup_read_by_${health.readBy}`)}</span>
      </summary>
      {health.failedChecks.length > 0 && (
        <p class="popup-checks">{translate('popup_failed_checks', health.failedChecks.join(', '))}</p>
      )}
      {lost.length > 0 && (
        <p class="popup-checks" data-taught-lost={lost.join(' ')}>
          {translate('popup_teach_lost', lost.map((name) => translate(`teach_name_${name}`)).join(', '))}
        </p>
      )}
      <dl class="popup-fields">
        {[...gaps, ...read].map((row) => (
          <div key={row.name} data-read-field={row.name} data-known={'value' in row}>
            <dt>
              {row.name === 'sizeBase' ? translate('popup_field_size_base') : fieldText(row.name, wording)}
            </dt>
            {'gap' in row ? (
              <dd class="rf-quiet">
                {gapText(row.gap.why, translate)} <small>{since(row.name)}</small>
                {isTaughtName(row.name) && (
                  <Show
                    name={row.name}
                    again={lost.includes(row.name)}
                    translate={translate}
                    onTeach={onTeach}
                  />
                )}
              </dd>
            ) : (
              <dd>
                {row.value}
                <small>
                  {translate(sources[row.from.how])} <code>{row.from.anchor}</code> {since(row.name)}
                </small>
              </dd>
            )}
          </div>
        ))}
      </dl>
    </details>
  );
}

/** "Buy 5x · Sell 3x", and from where. */
function leverageASide({ long, short }: SideLeverage, wording: Wording, venueName: Props['venueName']) {
  const { translate } = wording;
  const text = (word: MessageKey, field: SideLeverage['long']) =>
    `${translate(word)} ${fieldValue('leverage', field, wording, venueName)}`;
  const anchors = [...new Set([long.from.anchor, short.from.anchor])].join(', ');
  return {
    value: `${text('popup_buy', long)} · ${text('popup_sell', short)}`,
    from: { ...long.from, anchor: anchors },
  };
}

interface ShowProps {
  readonly name: TaughtName;
  /** It was shown before and no longer fits. */
  readonly again: boolean;
  readonly translate: Translate;
  readonly onTeach: (name: TaughtName) => void;
}

function Show({ name, again, translate, onTeach }: ShowProps) {
  const field = translate(`teach_name_${name}`);
  return (
    <button
      type="button"
      class="rf-link popup-show"
      data-teach={name}
      aria-label={translate(again ? 'popup_teach_again_named' : 'popup_teach_field_named', field)}
      onClick={() => onTeach(name)}
    >
      {translate(again ? 'popup_teach_again' : 'popup_teach_field')}
    </button>
  );
}
