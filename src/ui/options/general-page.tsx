import { decimal } from '../../domain/decimal-string.ts';
import type { MessageKey } from '../../messages/message-key.ts';
import { ChoiceSetting } from './choice-setting.tsx';
import { shownDecimal } from './decimal-input.tsx';
import { DecimalSetting } from './decimal-setting.tsx';
import { HoldShare } from './hold-share.tsx';
import { useOptions } from './options-context.ts';
import { RuleSettings } from './rule-settings.tsx';
import { SettingsFileDesk } from './settings-file-desk.tsx';

const never: readonly MessageKey[] = [
  'options_never_orders',
  'options_never_buttons',
  'options_never_network',
  'options_never_sites',
];

/** What holds on every exchange: the rules and their thresholds, the wait, the theme, and what Ringfence never does. */
export function GeneralPage({ rule: asked }: { readonly rule?: string | undefined }) {
  const { desk, loaded, rules } = useOptions();
  const { translate, locale } = desk;
  const { general } = loaded.settings;
  return (
    <>
      <h1 tabIndex={-1}>{translate('options_general')}</h1>
      <section aria-labelledby="rules">
        <h2 id="rules">{translate('options_rules')}</h2>
        <p class="section-help">{translate('options_rules_help')}</p>
        <HoldShare />
        <ul class="rules">
          {rules.map((rule) => (
            <RuleSettings key={rule.id} rule={rule} asked={rule.id === asked} />
          ))}
        </ul>
      </section>
      <section aria-labelledby="wait">
        <h2 id="wait">{translate('options_wait')}</h2>
        <p class="section-help">{translate('options_wait_help')}</p>
        <DecimalSetting
          path={['general', 'loosenAfterMinutes']}
          label={translate('settings_name_loosenAfterMinutes')}
          help={translate('options_wait_minutes_help')}
          stored={general.loosenAfterMinutes}
          placeholder={shownDecimal(decimal('15'), 'plain', locale)}
          suffix={translate('options_minutes_short')}
        />
      </section>
      <section aria-labelledby="look">
        <h2 id="look">{translate('options_look')}</h2>
        <ChoiceSetting
          path={['general', 'theme']}
          label={translate('settings_name_theme')}
          help={translate('options_theme_help')}
          value={general.theme}
          options={[
            { value: 'auto', text: translate('options_theme_auto') },
            { value: 'light', text: translate('options_theme_light') },
            { value: 'dark', text: translate('options_theme_dark') },
          ]}
        />
        <p class="section-help">{translate('options_language')}</p>
      </section>
      <section aria-labelledby="log">
        <h2 id="log">{translate('options_log')}</h2>
        <p class="section-help">{translate('options_log_help')}</p>
        <p class="taught-file-ways">
          <button type="button" class="rf-button" data-do="open-log" onClick={() => void desk.openLog()}>
            {translate('options_log_open')}
          </button>
        </p>
      </section>
      <SettingsFileDesk scope="all" />
      <section aria-labelledby="about">
        <h2 id="about">{translate('options_never')}</h2>
        <ul class="never">
          {never.map((key) => (
            <li key={key}>{translate(key)}</li>
          ))}
        </ul>
        <p class="section-help">{translate('options_seat_belt')}</p>
        <p class="section-help">{translate('options_version', desk.version)}</p>
      </section>
    </>
  );
}
