import { translate } from '../../platform/translate.ts';
import type { Handler } from '../../protocol/serve.ts';
import { settingsDefaults } from '../../settings/defaults.ts';
import { ruleOptions } from '../../settings/rule-options.ts';
import { loadSettings } from '../../settings/store.ts';

export const handleReadSettings: Handler<'read-settings'> = async () => ({
  loaded: await loadSettings(),
  defaults: settingsDefaults,
  rules: [...ruleOptions(translate)],
});
