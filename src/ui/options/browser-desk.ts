import { extensionVersion, uiLocale } from '../../platform/lifecycle.ts';
import { sendToWorker } from '../../platform/messages.ts';
import { grantedOrigins, onGrantsChange, removeOrigin, requestOrigin } from '../../platform/permissions.ts';
import { openPage } from '../../platform/tabs.ts';
import { translate } from '../../platform/translate.ts';
import { call } from '../../protocol/call.ts';
import { saveFile } from '../kit/save-file.ts';
import type { OptionsDesk } from './options-desk.ts';

export function browserDesk(): OptionsDesk {
  return {
    translate,
    locale: uiLocale(),
    version: extensionVersion(),
    readSettings: () => call(sendToWorker, 'read-settings', {}),
    changeSetting: (path, value) => call(sendToWorker, 'change-setting', { path: [...path], value }),
    changeSettings: (changes) =>
      call(sendToWorker, 'change-settings', {
        changes: changes.map(({ path, value }) => ({ path: [...path], value })),
      }),
    cancelPending: (path) => call(sendToWorker, 'cancel-pending', { path: [...path] }),
    askToUnguard: (pattern) => call(sendToWorker, 'ask-to-unguard', { pattern }),
    readLog: () => call(sendToWorker, 'read-log', {}),
    readLastRead: () => call(sendToWorker, 'read-last-read', {}),
    openLog: () => openPage('log'),
    now: () => new Date(),
    dismissRepairs: () => call(sendToWorker, 'dismiss-repairs', {}),
    replaceNewer: () => call(sendToWorker, 'replace-newer-settings', {}),
    readAllTaught: () => call(sendToWorker, 'read-all-taught', {}),
    forgetTaught: (origin, name) => call(sendToWorker, 'forget-taught', { origin, name }),
    importTaught: (sites) => call(sendToWorker, 'import-taught', { sites }),
    saveFile,
    grantedOrigins,
    requestOrigin,
    removeOrigin,
    syncSites: () => call(sendToWorker, 'sync-sites', {}),
    onGrantsChange,
  };
}
