import ticketScript from '../guard/ticket.iife.tsx?script';
import { browser } from '../platform/browser.ts';

browser.runtime.onInstalled.addListener(async () => {
  await browser.scripting.registerContentScripts([
    {
      id: 'x',
      js: [ticketScript.replace(/^\//, '')],
      matches: ['http://127.0.0.1/*'],
      runAt: 'document_start',
    },
  ]);
});
