import type { RuleUnit } from '../../domain/settings.ts';
import type { Translate } from '../../messages/message-key.ts';

const suffixes = { fraction: '%', multiple: '×', leverage: 'x', state: '' } as const;

/** What stands behind a band's field. */
export function suffixOf(unit: RuleUnit, translate: Translate): string {
  return unit === 'days' || unit === 'count' || unit === 'times'
    ? translate(`options_unit_${unit}`)
    : suffixes[unit];
}
