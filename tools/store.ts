/**
 * `npm run store`: the pictures both stores ask for, taken of the built extension in a real browser, into
 * `docs/store/pictures/`: screenshots in two sizes and two promotional tiles.
 */
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ChromiumPage } from '../test/harness/chromium-page.ts';
import { projectRoot } from '../test/harness/extension-build.ts';
import { ensureBrowsers } from './install-browsers.ts';
import { onPracticeExchange, popupWidth, type Scene } from './pictures/scene.ts';
import { tilePage } from './store/tile.ts';

const folder = join(projectRoot, 'docs', 'store', 'pictures');
const large = { width: 1280, height: 800 };
const small = { width: 640, height: 400 };
const fileOf = (name: string, { width, height }: { width: number; height: number }): string =>
  join(folder, `${name}-${width}x${height}.png`);
const pictureIn = async (path: string): Promise<string> =>
  `data:image/png;base64,${(await readFile(path)).toString('base64')}`;

/** Draws a page of our own making at its size. */
async function draw(
  scene: Scene,
  html: string,
  size: { readonly width: number; readonly height: number },
  path: string,
): Promise<void> {
  const page = await scene.browser.newPage();
  await page.setViewport(size.width, size.height);
  await page.raw.setContent(html);
  await page.raw.waitForFunction(() => [...document.images].every((each) => each.complete));
  await page.screenshot(path);
  await page.close();
}

/** A screenshot, and the same at half its size. */
async function keep(scene: Scene, page: ChromiumPage, name: string): Promise<void> {
  await scene.take(page, fileOf(name, large));
  await halve(scene, name);
  await page.close();
}

async function halve(scene: Scene, name: string): Promise<void> {
  const html = `<!doctype html><style>*{margin:0}img{display:block;width:${small.width}px}</style><img src="${await pictureIn(fileOf(name, large))}">`;
  await draw(scene, html, small, fileOf(name, small));
}

/** The popup where the browser opens it: over the page, under the toolbar button. */
async function keepPopup(scene: Scene, name: string, scrap: string): Promise<void> {
  const ticket = await scene.ticket('&theme=light');
  const popup = await scene.popup(ticket);
  await scene.take(popup, join(scrap, 'popup.png'));
  await popup.close();
  await ticket.bringToFront();
  await scene.take(ticket, join(scrap, 'ticket.png'));
  await ticket.close();
  const html = `<!doctype html><style>*{margin:0}body{position:relative}img{display:block}
.popup{position:absolute;top:4px;right:14px;width:${popupWidth}px;border-radius:8px;box-shadow:0 6px 28px #0007,0 0 0 1px #0003}</style>
<img src="${await pictureIn(join(scrap, 'ticket.png'))}"><img class="popup" src="${await pictureIn(join(scrap, 'popup.png'))}">`;
  await draw(scene, html, large, fileOf(name, large));
  await halve(scene, name);
}

/** The hold by itself, cut out of a dark page, for the tiles. */
async function cutHold(scene: Scene, path: string): Promise<void> {
  const page = await scene.ticket('&theme=dark');
  await scene.hold(page);
  await scene.take(page, path);
  await page.close();
}

async function keepTiles(scene: Scene, scrap: string): Promise<void> {
  const mark = await readFile(join(projectRoot, 'icons/ringfence.svg'), 'utf8');
  const whole = join(scrap, 'hold.png');
  await cutHold(scene, whole);
  const claim = 'What can this order really cost you?';
  // The wallet's bar and the two modes; on the wide tile the heading and the checklist as well.
  const crops = [
    { width: 440, height: 280, from: { x: 237, y: 172, width: 401, height: 176 }, pictureWidth: 392 },
    { width: 1400, height: 560, from: { x: 231, y: 74, width: 818, height: 520 }, pictureWidth: 700 },
  ];
  for (const { width, height, from, pictureWidth } of crops) {
    const crop = join(scrap, `crop-${width}.png`);
    const html = `<!doctype html><style>*{margin:0}div{width:${from.width}px;height:${from.height}px;overflow:hidden}img{margin:-${from.y}px 0 0 -${from.x}px}</style><div><img src="${await pictureIn(whole)}"></div>`;
    await draw(scene, html, from, crop);
    const tile = { width, height, claim, mark, picture: await pictureIn(crop), pictureWidth };
    await draw(scene, tilePage(tile), tile, fileOf('tile', tile));
  }
}

ensureBrowsers(['chromium']);
await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });
const scrap = await mkdtemp(join(tmpdir(), 'ringfence-store-'));
try {
  await onPracticeExchange(async (scene) => {
    await keep(scene, await scene.ticket('&theme=light'), '1-strip');
    const held = await scene.ticket('&theme=light');
    await scene.hold(held);
    await keep(scene, held, '2-hold');
    await keepPopup(scene, '3-popup', scrap);
    await keep(scene, await scene.own('src/ui/simulator/simulator.html', large), '4-simulator');
    await keep(scene, await scene.own('src/ui/options/options.html#venue=binance', large), '5-settings');
    await keepTiles(scene, scrap);
  });
} finally {
  await rm(scrap, { recursive: true, force: true });
}
process.stdout.write(`Pictures are in ${folder}\n`);
