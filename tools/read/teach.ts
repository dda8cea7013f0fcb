import type { TaughtSites } from '../../src/domain/taught.ts';
import type { HarnessBrowser } from '../../test/harness/harness-browser.ts';

interface ExtensionApi {
  readonly runtime: {
    sendMessage(message: unknown): Promise<{ readonly ok: boolean; readonly error?: string }>;
  };
}

/** Gives the extension what somebody showed, before the page is opened. @throws where the worker refuses it */
export async function teach(browser: HarnessBrowser, sites: TaughtSites): Promise<void> {
  if (Object.keys(sites).length === 0) return;
  const own = await browser.extensionPage('src/ui/options/options.html');
  try {
    const reply = await own.evaluate(
      (body: unknown) => {
        const api = (globalThis as unknown as { chrome: ExtensionApi }).chrome;
        return api.runtime.sendMessage({ ringfence: 1, name: 'import-taught', body });
      },
      { sites },
    );
    if (!reply.ok) throw new Error(`the worker refused the taught fields: ${reply.error}`);
  } finally {
    await own.close();
  }
}
