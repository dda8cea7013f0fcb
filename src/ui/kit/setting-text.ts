import type { MessageKey, Translate } from '../../messages/message-key.ts';

const names: Readonly<Record<string, MessageKey>> = {
  settings: 'settings_name_all',
  version: 'settings_name_version',
  taught: 'settings_name_taught',
  theme: 'settings_name_theme',
  rules: 'settings_name_rules',
  enabled: 'settings_name_enabled',
  bands: 'settings_name_bands',
  intendedMode: 'settings_name_intendedMode',
  intendedModeBySymbol: 'settings_name_intendedModeBySymbol',
  maxLossQuote: 'settings_name_maxLossQuote',
  maxLossFraction: 'settings_name_maxLossFraction',
  leverageCap: 'settings_name_leverageCap',
  takerFee: 'settings_name_takerFee',
  makerFee: 'settings_name_makerFee',
  horizonHours: 'settings_name_horizonHours',
  slippage: 'settings_name_slippage',
  reachMove: 'settings_name_reachMove',
  autoAddMargin: 'settings_name_autoAddMargin',
  whenUnread: 'settings_name_whenUnread',
  idleShare: 'settings_name_idleShare',
  minDistance: 'settings_name_minDistance',
  loosenAfterMinutes: 'settings_name_loosenAfterMinutes',
};

/**
 * A setting's dotted path in words: `venues.binance.leverageCap` is "Binance: leverage cap".
 * @param nameOf name of an exchange or a rule by its id; a part that is neither, nor a setting of ours (a symbol,
 *   something that should not have been there), stands as it is
 */
export function settingText(
  path: string,
  translate: Translate,
  nameOf: (id: string) => string | undefined,
): string {
  const parts = path.split('.').filter((part) => part !== 'venues' && part !== 'general');
  return parts
    .map((part) => {
      const key = Object.hasOwn(names, part) ? names[part] : undefined;
      return key === undefined ? (nameOf(part) ?? part) : translate(key);
    })
    .join(': ');
}
