import { uiLocale } from '../../platform/lifecycle.ts';
import { sendToWorker } from '../../platform/messages.ts';
import { grantedOrigins, onGrantsChange, requestOrigin } from '../../platform/permissions.ts';
import { openPage } from '../../platform/tabs.ts';
import { translate } from '../../platform/translate.ts';
import { call } from '../../protocol/call.ts';
import type { WelcomeDesk } from './welcome-desk.ts';

export function browserDesk(): WelcomeDesk {
  return {
    translate,
    locale: uiLocale(),
    readSettings: () => call(sendToWorker, 'read-settings', {}),
    changeSettings: (changes) =>
      call(sendToWorker, 'change-settings', {
        changes: changes.map(({ path, value }) => ({ path: [...path], value })),
      }),
    grantedOrigins,
    requestOrigin,
    syncSites: () => call(sendToWorker, 'sync-sites', {}),
    onGrantsChange,
    openPage: (page) => openPage(page),
    // The guard is larger than the rest of this page, and needed only for its last step.
    guardPractice: async (signal) => {
      const { guardPractice } = await import('./practice-guard.ts');
      guardPractice(signal);
    },
  };
}
