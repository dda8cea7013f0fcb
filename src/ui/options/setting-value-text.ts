import { isDecimalString } from '../../domain/decimal-string.ts';
import {
  bandMeasure,
  type RuleOption,
  type SettingValue,
  type VenueSettings,
} from '../../domain/settings.ts';
import type { MessageKey, Translate } from '../../messages/message-key.ts';
import { shownDecimal } from './decimal-input.tsx';
import { suffixOf } from './rule-unit.ts';

type VenueKey = keyof VenueSettings;

const percentages: readonly VenueKey[] = [
  'maxLossFraction',
  'takerFee',
  'makerFee',
  'slippage',
  'reachMove',
  'idleShare',
  'minDistance',
];

const words: Readonly<Record<string, MessageKey>> = {
  isolated: 'kit_mode_isolated',
  cross: 'kit_mode_cross',
  'hold-once': 'options_unread_hold',
  notice: 'options_unread_notice',
  auto: 'options_theme_auto',
  light: 'options_theme_light',
  dark: 'options_theme_dark',
};

/** What a setting holds, in the words and units of its own field. */
export function settingValueText(
  path: readonly string[],
  value: SettingValue,
  rules: readonly RuleOption[],
  translate: Translate,
  locale: string,
): string {
  if (value === null) {
    // A rule whose start is not set has its own; said as that, since "not set" would say that there is none.
    const start = isBand(path)
      ? rules.find(({ id }) => id === path[2])?.bands[path[4] as 'notice']
      : undefined;
    if (start !== undefined) return settingValueText(path, start, rules, translate, locale);
    return translate('settings_not_set');
  }
  if (typeof value === 'boolean') return translate(value ? 'options_on' : 'options_off');
  if (!isDecimalString(value)) {
    const word = Object.hasOwn(words, value) ? words[value] : undefined;
    return word === undefined ? value : translate(word);
  }
  const last = path.at(-1) ?? '';
  if (isBand(path)) {
    const rule = rules.find(({ id }) => id === path[2]);
    const unit = rule && bandMeasure(rule, last as 'notice').unit;
    if (unit === undefined) return value;
    return withUnit(
      shownDecimal(value, unit === 'fraction' ? 'percent' : 'plain', locale),
      suffixOf(unit, translate),
    );
  }
  if (percentages.some((key) => key === last)) return withUnit(shownDecimal(value, 'percent', locale), '%');
  const plain = shownDecimal(value, 'plain', locale);
  if (last === 'leverageCap') return `${plain}x`;
  if (last === 'horizonHours') return withUnit(plain, 'h');
  return last === 'loosenAfterMinutes' ? withUnit(plain, translate('options_minutes')) : plain;
}

function isBand(path: readonly string[]): boolean {
  return path[0] === 'general' && path[3] === 'bands';
}

function withUnit(figure: string, unit: string): string {
  return unit === '' ? figure : unit === 'x' || unit === '×' ? figure + unit : `${figure} ${unit}`;
}
