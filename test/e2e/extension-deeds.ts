import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ChromiumBrowser } from '../harness/chromium.ts';
import type { CopiedExtension } from '../harness/extension-build.ts';
import type { FirefoxBrowser } from '../harness/firefox.ts';
import type { HarnessBrowser } from '../harness/harness-browser.ts';
import { isChromium } from './faults-desk.ts';

interface Api {
  readonly permissions: {
    getAll(): Promise<{ readonly origins?: readonly string[] }>;
    remove(of: { readonly origins: readonly string[] }): Promise<boolean>;
  };
}
declare const chrome: Api;

/** What its user does to the extension. `update`: a newer version takes its place. */
export type Deed = 'disable' | 'enable' | 'update' | 'take the host back';

interface ExtensionsApi {
  readonly management: { setEnabled(id: string, isEnabled: boolean): Promise<void> };
  readonly developerPrivate: {
    getExtensionInfo(id: string): Promise<{ readonly path: string }>;
    updateExtensionConfiguration(change: {
      readonly extensionId: string;
      readonly hostAccess: 'ON_CLICK';
    }): Promise<void>;
  };
}

export async function toExtension(browser: HarnessBrowser, deed: Deed): Promise<void> {
  if (isChromium(browser)) await inChromium(browser, deed);
  else if (deed === 'take the host back') await takeHostBack(browser);
  else await byAddonManager(browser as FirefoxBrowser, deed);
}

function inChromium(browser: ChromiumBrowser, deed: Deed): Promise<unknown> {
  switch (deed) {
    case 'disable':
      return inExtensionsPage(browser, (api, id) => api.management.setEnabled(id, false));
    case 'enable':
      return inExtensionsPage(browser, (api, id) => api.management.setEnabled(id, true));
    case 'update':
      return loadNewer(browser);
    case 'take the host back':
      return inExtensionsPage(browser, (api, extensionId) =>
        api.developerPrivate.updateExtensionConfiguration({ extensionId, hostAccess: 'ON_CLICK' }),
      );
  }
}

/** On the browser's own page about extensions. */
async function inExtensionsPage<R>(
  browser: ChromiumBrowser,
  work: (api: ExtensionsApi, id: string) => Promise<R>,
): Promise<R> {
  const page = await browser.context.newPage();
  try {
    await page.goto('chrome://extensions');
    return await page.evaluate<R>(`(${work.toString()})(chrome, ${JSON.stringify(browser.extensionId)})`);
  } finally {
    await page.close();
  }
}

const pathOf = async (api: ExtensionsApi, id: string) =>
  (await api.developerPrivate.getExtensionInfo(id)).path;

type Manifest = Readonly<Record<string, unknown>>;

async function readManifest(path: string): Promise<Manifest> {
  return JSON.parse(await readFile(join(path, 'manifest.json'), 'utf8')) as Manifest;
}

function writeManifest(path: string, manifest: Manifest): Promise<void> {
  return writeFile(join(path, 'manifest.json'), JSON.stringify(manifest));
}

async function loadNewer(browser: ChromiumBrowser): Promise<void> {
  const path = await inExtensionsPage(browser, pathOf);
  const manifest = await readManifest(path);
  await writeManifest(path, { ...manifest, version: `${manifest.version}.1` });
  await ofExtensions(browser, 'loadUnpacked', { path });
}

/** A second copy of the extension in the same browser; gives what takes it away again. */
export async function loadBeside(
  browser: HarnessBrowser,
  { path, manifest }: CopiedExtension,
): Promise<() => Promise<void>> {
  if (isChromium(browser)) {
    const { id } = (await ofExtensions(browser, 'loadUnpacked', { path })) as { readonly id: string };
    return () => ofExtensions(browser, 'uninstall', { id }).then(() => undefined);
  }
  const { bidi } = browser as FirefoxBrowser;
  const settings = { gecko: { id: 'copy@ringfence.example' } };
  await writeManifest(path, { ...manifest, browser_specific_settings: settings });
  const { extension } = await bidi.send<{ readonly extension: string }>('webExtension.install', {
    extensionData: { type: 'path', path },
  });
  return () => bidi.send('webExtension.uninstall', { extension });
}

/**
 * The hosts that the tests' copy was given at its install become hosts that the user gave, which can be given back. It is
 * loaded anew for that.
 */
export async function asGivenByTheUser(browser: ChromiumBrowser): Promise<void> {
  const path = await inExtensionsPage(browser, pathOf);
  const { host_permissions: _, ...manifest } = await readManifest(path);
  await writeManifest(path, manifest);
  await ofExtensions(browser, 'loadUnpacked', { path });
}

/** The protocol's domain for extensions, which the library's typing does not list yet. */
async function ofExtensions(browser: ChromiumBrowser, deed: string, params: object): Promise<unknown> {
  const session = await browser.context.browser()?.newBrowserCDPSession();
  const send = session?.send.bind(session) as (method: string, params: object) => Promise<unknown>;
  try {
    return await send(`Extensions.${deed}`, params);
  } finally {
    await session?.detach();
  }
}

async function byAddonManager(browser: FirefoxBrowser, deed: Deed): Promise<void> {
  const [window] = await browser.bidi.contexts('chrome');
  if (window === undefined) throw new Error('no browser window');
  await browser.bidi.call(
    window.context,
    `async (id, deed) => {
      const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
      const addon = await AddonManager.getAddonByID(id);
      await addon[deed]();
    }`,
    {
      arguments: [
        { type: 'string', value: browser.extensionId },
        { type: 'string', value: deed === 'update' ? 'reload' : deed },
      ],
    },
  );
}

async function takeHostBack(browser: HarnessBrowser): Promise<void> {
  const own = await browser.extensionPage('src/ui/glossary/glossary.html');
  try {
    await own.evaluate(async () => {
      const { origins = [] } = await chrome.permissions.getAll();
      await chrome.permissions.remove({ origins });
    });
  } finally {
    await own.close();
  }
}
