import { translate } from '../../platform/translate.ts';
import type { Handler } from '../../protocol/serve.ts';
import { settingsDefaults } from '../../settings/defaults.ts';
import { ruleOptions } from '../../settings/rule-options.ts';
import { loadSettings } from '../../settings/store.ts';
import { endDueGuards } from '../due-guards.ts';

export const handleReadSettings: Handler<'read-settings'> = async () => {
  const { pending } = await loadSettings();
  await endDueGuards(pending).catch(() => undefined);
  const loaded = await loadSettings();
  return {
    loaded: { ...loaded, pending: [...loaded.pending] },
    defaults: settingsDefaults,
    rules: [...ruleOptions(translate)],
  };
};
