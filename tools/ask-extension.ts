import type { Assessment } from '../src/domain/assessment.ts';
import type { TicketState } from '../src/domain/health.ts';
import type { HarnessBrowser } from '../test/harness/harness-browser.ts';
import type { HarnessPage } from '../test/harness/harness-page.ts';

export interface Answer extends TicketState {
  readonly assessment: Assessment;
}

interface Reply {
  readonly ok: boolean;
  readonly body?: unknown;
  readonly error?: string;
}

interface ExtensionApi {
  readonly tabs: {
    query(filter: object): Promise<readonly { readonly id: number; readonly url?: string }[]>;
    sendMessage(tabId: number, message: unknown, options: { frameId: number }): Promise<Reply>;
  };
  readonly runtime: { sendMessage(message: unknown): Promise<Reply> };
}

/** Runs inside a page of the extension: asks the page script of the tab, then the worker, over the real protocol. */
async function ask(url: string): Promise<Answer | { readonly error: string } | null> {
  const api = (globalThis as unknown as { chrome: ExtensionApi }).chrome;
  const send = async (message: Promise<Reply>): Promise<Reply> =>
    message.catch((error) => ({ ok: false, error: String(error) }));
  const tab = (await api.tabs.query({})).find((each) => each.url === url);
  if (tab === undefined) return null;
  const read = await send(
    api.tabs.sendMessage(tab.id, { ringfence: 1, name: 'read-ticket', body: {} }, { frameId: 0 }),
  );
  if (!read?.ok) return null;
  const { reading, health } = read.body as TicketState;
  const assessed = await send(
    api.runtime.sendMessage({ ringfence: 1, name: 'assess-ticket', body: { reading } }),
  );
  if (!assessed?.ok) return { error: assessed?.error ?? 'no answer from the worker' };
  return { reading, health, assessment: (assessed.body as { assessment: Assessment }).assessment };
}

/** What the extension in this browser reads from a page right now, and what it makes of it. */
export async function askExtension(browser: HarnessBrowser, page: HarnessPage): Promise<Answer> {
  const url = await page.evaluate(() => location.href);
  const panel = await browser.extensionPage('src/ui/options/options.html');
  try {
    const answer = await panel.until(() => panel.evaluate(ask, url), { what: 'the page script to answer' });
    if ('error' in answer) throw new Error(`the worker refused the reading: ${answer.error}`);
    return answer;
  } finally {
    await panel.close();
  }
}
