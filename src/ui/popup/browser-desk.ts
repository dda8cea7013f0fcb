import { extensionVersion, uiLocale } from '../../platform/lifecycle.ts';
import { sendToTab, sendToWorker } from '../../platform/messages.ts';
import { grantedOrigins, requestOrigin } from '../../platform/permissions.ts';
import { activeTab, openPage, openSettings, reloadTab, tabById } from '../../platform/tabs.ts';
import { translate } from '../../platform/translate.ts';
import { call } from '../../protocol/call.ts';
import type { PopupDesk } from './popup-desk.ts';

/** @param tab id of the tab to look at in place of the active one, as given in the address (`?tab=7`) */
export function browserDesk(tab: string | null): PopupDesk {
  const fixed = tab !== null && /^\d{1,15}$/.test(tab) ? Number(tab) : undefined;
  return {
    translate,
    locale: uiLocale(),
    tab: () => (fixed === undefined ? activeTab() : tabById(fixed)),
    grantedOrigins,
    requestOrigin,
    syncSites: () => call(sendToWorker, 'sync-sites', {}),
    readTicket: (tabId) => call((envelope) => sendToTab(tabId, envelope), 'read-ticket', {}),
    reportPage: (tabId) => call((envelope) => sendToTab(tabId, envelope), 'report-page', {}),
    copyText: (text) => navigator.clipboard.writeText(text),
    version: extensionVersion(),
    assess: ({ reading, earlierMode = null, earlierLeverage = null }) =>
      call(sendToWorker, 'assess-ticket', { reading, earlierMode, earlierLeverage }),
    readSettings: () => call(sendToWorker, 'read-settings', {}),
    dismissRepairs: () => call(sendToWorker, 'dismiss-repairs', {}),
    startTeaching: (tabId, first) => call(sendToWorker, 'start-teaching', { tabId, first }),
    close: () => window.close(),
    reloadTab,
    openSettings,
    openPage,
  };
}
