import type { TicketState } from '../../domain/health.ts';
import type { Unknown } from '../../domain/known.ts';
import { type Provenance, ticketFieldNames } from '../../domain/ticket-reading.ts';
import type { VenueId } from '../../domain/venue.ts';
import type { MessageKey } from '../../messages/message-key.ts';
import { LevelIcon } from '../kit/level-icon.tsx';
import { fieldText } from '../kit/unknown-text.ts';
import type { Wording } from '../kit/wording.ts';
import { fieldValue, positionsValue } from '../kit/field-value.ts';
import { gapText } from './gap-text.ts';

interface Props {
  readonly state: TicketState;
  readonly wording: Wording;
  readonly venueName: (id: VenueId) => string;
  /** Opened from the start where there is nothing else to see. */
  readonly open?: boolean;
}

type Row =
  | { readonly name: string; readonly value: string; readonly from: Provenance }
  | { readonly name: string; readonly gap: Unknown };

const sources: Readonly<Record<Provenance['how'], MessageKey>> = {
  recipe: 'popup_from_recipe',
  taught: 'popup_from_taught',
  label: 'popup_from_label',
};

/** "12 of 14 fields read", and behind it each field with its value and where on the page it came from. */
export function Health({ state: { reading, health }, wording, venueName, open = false }: Props) {
  const { translate } = wording;
  const rows: Row[] = ticketFieldNames.map((name) => {
    const field = reading[name];
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
  const gaps = rows.filter((row) => 'gap' in row);
  const read = rows.filter((row) => 'value' in row);
  return (
    <details class="popup-health" open={open}>
      <summary>
        <LevelIcon level={health.failedChecks.length > 0 ? 'warning' : 'ok'} size={16} />
        <span data-health={`${read.length}/${rows.length}`}>
          {translate('popup_health', String(read.length), String(rows.length))}
        </span>
        <span class="rf-quiet">
          {translate(health.readBy === 'recipe' ? 'popup_read_by_recipe' : 'popup_read_by_labels')}
        </span>
      </summary>
      {health.failedChecks.length > 0 && (
        <p class="popup-checks">{translate('popup_failed_checks', health.failedChecks.join(', '))}</p>
      )}
      <dl class="popup-fields">
        {[...gaps, ...read].map((row) => (
          <div key={row.name} data-read-field={row.name} data-known={'value' in row}>
            <dt>
              {row.name === 'sizeBase' ? translate('popup_field_size_base') : fieldText(row.name, wording)}
            </dt>
            {'gap' in row ? (
              <dd class="rf-quiet">{gapText(row.gap.why, translate)}</dd>
            ) : (
              <dd>
                {row.value}
                <small>
                  {translate(sources[row.from.how])} <code>{row.from.anchor}</code>
                </small>
              </dd>
            )}
          </div>
        ))}
      </dl>
    </details>
  );
}
