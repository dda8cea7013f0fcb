import { extensionVersion, uiLocale } from '../../platform/lifecycle.ts';
import { sendToWorker } from '../../platform/messages.ts';
import { grantedOrigins, onGrantsChange, removeOrigin, requestOrigin } from '../../platform/permissions.ts';
import { translate } from '../../platform/translate.ts';
import { call } from '../../protocol/call.ts';
import type { OptionsDesk } from './options-desk.ts';

export function browserDesk(): OptionsDesk {
  return {
    translate,
    locale: uiLocale(),
    version: extensionVersion(),
    readSettings: () => call(sendToWorker, 'read-settings', {}),
    changeSetting: (path, value) => call(sendToWorker, 'change-setting', { path: [...path], value }),
    dismissRepairs: () => call(sendToWorker, 'dismiss-repairs', {}),
    replaceNewer: () => call(sendToWorker, 'replace-newer-settings', {}),
    grantedOrigins,
    requestOrigin,
    removeOrigin,
    syncSites: () => call(sendToWorker, 'sync-sites', {}),
    onGrantsChange,
  };
}
