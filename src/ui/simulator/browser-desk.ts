import { uiLocale } from '../../platform/lifecycle.ts';
import { sendToTab, sendToWorker } from '../../platform/messages.ts';
import { readPackagedJson } from '../../platform/packaged-file.ts';
import { translate } from '../../platform/translate.ts';
import { call } from '../../protocol/call.ts';
import { tableLoader } from '../../venues/tiers/load-tables.ts';
import { saveFile } from '../kit/save-file.ts';
import type { SimulatorDesk } from './simulator-desk.ts';

export function browserDesk(): SimulatorDesk {
  return {
    translate,
    locale: uiLocale(),
    readSettings: () => call(sendToWorker, 'read-settings', {}),
    readTicket: (tabId) => call((envelope) => sendToTab(tabId, envelope), 'read-ticket', {}),
    loadTiers: tableLoader(readPackagedJson),
    saveFile,
  };
}
