import { hostOfPattern } from '../../domain/origin-pattern.ts';
import { isVenueId } from '../../domain/venue.ts';
import { venueFacts } from '../../venues/facts.ts';
import { settingText } from '../kit/setting-text.ts';
import { useOptions } from './options-context.ts';
import type { SettingPath } from './options-desk.ts';

/** Names of exchanges and rules, and of settings by their place. */
export function useNames() {
  const { desk, rules } = useOptions();
  const nameOf = (id: string) =>
    isVenueId(id) ? venueFacts[id].name : rules.find((rule) => rule.id === id)?.title;
  const nameOfPath = (path: SettingPath) =>
    path[0] === 'guard'
      ? desk.translate('options_guard_of', hostOfPattern(path[1] ?? ''))
      : settingText(path.join('.'), desk.translate, nameOf);
  return { nameOf, nameOfPath };
}
