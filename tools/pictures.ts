/** `npm run pictures`: the README's pictures, taken of the built extension in a real browser, into `docs/pictures/`. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ChromiumPage } from '../test/harness/chromium-page.ts';
import { projectRoot } from '../test/harness/extension-build.ts';
import { ensureBrowsers } from './install-browsers.ts';
import { onPracticeExchange, popupWidth, type Scene } from './pictures/scene.ts';

const folder = join(projectRoot, 'docs', 'pictures');
/** The log hears of a decision by a message that nothing on the page waits for. */
const heardMs = 1_000;
const fileOf = (name: string): string => join(folder, `${name}.png`);

type Decision = (page: ChromiumPage) => Promise<void>;

/** What the log tells of the hold: it was gone back from and the order made smaller. */
const makeSmaller: Decision = async (page) => {
  await page.clickSurface('[data-act="back"]');
  await page.waitForNoSurface('[data-surface="hold"]');
  await page.fill('[data-place="wide"] [data-practice="size"]', '0.02');
};

/** It was allowed all the same. */
const allow: Decision = async (page) => {
  await page.fillSurface('[data-surface="hold"] input', '1,998.80');
  await page.press('Enter');
  await page.waitForNoSurface('[data-surface="hold"]');
};

async function takeStripAndHold(scene: Scene, theme: string, decide: Decision): Promise<void> {
  const page = await scene.ticket(`&theme=${theme}`);
  await scene.take(page, fileOf(`strip-${theme}`));
  await scene.hold(page);
  await scene.take(page, fileOf(`hold-${theme}`));
  await decide(page);
  await sleep(heardMs);
  await page.close();
}

/** The popup's page at its full height: under the toolbar button the browser cuts it and lets it scroll. */
async function takePopup(scene: Scene): Promise<void> {
  const page = await scene.ticket();
  const popup = await scene.popup(page);
  await popup.setViewport(popupWidth, await popup.evaluate(() => document.documentElement.scrollHeight));
  await scene.take(popup, fileOf('popup'));
  await popup.close();
  await page.close();
}

async function takeOptions(scene: Scene): Promise<void> {
  const options = await scene.browser.extensionPage('src/ui/options/options.html#venue=practice');
  await options.waitFor(() => document.querySelectorAll('input, button').length > 3, undefined, {
    what: 'the settings to load',
  });
  await scene.take(options, fileOf('options'));
  await options.close();
}

/** The simulator on the first worked example, and the log of the holds these pictures were taken of. */
async function takePages(scene: Scene): Promise<void> {
  for (const name of ['simulator', 'log']) {
    const page = await scene.own(`src/ui/${name}/${name}.html`, { width: 1100, height: 760 });
    await scene.take(page, fileOf(name));
    await page.close();
  }
}

ensureBrowsers(['chromium']);
await mkdir(folder, { recursive: true });
await onPracticeExchange(async (scene) => {
  await takeStripAndHold(scene, 'dark', makeSmaller);
  await takeStripAndHold(scene, 'light', allow);
  await takePopup(scene);
  await takeOptions(scene);
  await takePages(scene);
});
process.stdout.write(`Pictures are in ${folder}\n`);
