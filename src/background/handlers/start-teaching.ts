import pickerScript from '../../guard/teach/picker.iife.tsx?script';
import { runInTab } from '../../platform/page-scripts.ts';
import type { Handler } from '../../protocol/serve.ts';

const pickerFile = pickerScript.replace(/^\//, '');

/** The picker is a script of its own, put into one tab when it is asked for, so that the guard stays small. */
export const handleStartTeaching: Handler<'start-teaching'> = async ({ tabId, first }) => {
  try {
    await runInTab(tabId, pickerFile, 'ringfenceTeach', { first });
    return { started: true };
  } catch {
    return { started: false };
  }
};
