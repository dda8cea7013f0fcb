import type { MessageKey } from '../../messages/message-key.ts';
import { ChoiceSetting } from './choice-setting.tsx';
import { useOptions } from './options-context.ts';
import { RuleSettings } from './rule-settings.tsx';

const never: readonly MessageKey[] = [
  'options_never_orders',
  'options_never_buttons',
  'options_never_network',
  'options_never_sites',
];

/** What holds on every exchange: the rules and their thresholds, the theme, and what Ringfence never does. */
export function GeneralPage() {
  const { desk, loaded, rules } = useOptions();
  const { translate } = desk;
  return (
    <>
      <h1 tabIndex={-1}>{translate('options_general')}</h1>
      <section aria-labelledby="look">
        <h2 id="look">{translate('options_look')}</h2>
        <ChoiceSetting
          path={['general', 'theme']}
          label={translate('settings_name_theme')}
          help={translate('options_theme_help')}
          value={loaded.settings.general.theme}
          options={[
            { value: 'auto', text: translate('options_theme_auto') },
            { value: 'light', text: translate('options_theme_light') },
            { value: 'dark', text: translate('options_theme_dark') },
          ]}
        />
      </section>
      <section aria-labelledby="rules">
        <h2 id="rules">{translate('options_rules')}</h2>
        <p class="section-help">{translate('options_rules_help')}</p>
        <ul class="rules">
          {rules.map((rule) => (
            <RuleSettings key={rule.id} rule={rule} />
          ))}
        </ul>
      </section>
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
