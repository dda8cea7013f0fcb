import { uiLocale } from '../../platform/lifecycle.ts';
import { sendToWorker } from '../../platform/messages.ts';
import { translate } from '../../platform/translate.ts';
import { call } from '../../protocol/call.ts';
import { saveFile } from '../kit/save-file.ts';
import type { LogDesk } from './log-desk.ts';

export function browserDesk(): LogDesk {
  return {
    translate,
    locale: uiLocale(),
    readLog: () => call(sendToWorker, 'read-log', {}),
    deleteLog: () => call(sendToWorker, 'delete-log', {}),
    readSettings: () => call(sendToWorker, 'read-settings', {}),
    saveFile: (text) => saveFile(text, 'log', 'csv'),
  };
}
