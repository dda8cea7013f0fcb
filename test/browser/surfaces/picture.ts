import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pixelmatch from 'pixelmatch';
import type { Page } from 'playwright-core';
import { PNG } from 'pngjs';

const folder = fileURLToPath(new URL('../../visual/pictures', import.meta.url));
const differences = fileURLToPath(new URL('../../../artifacts/pictures', import.meta.url));
/** `RINGFENCE_PICTURES=write npx vitest run --project browser test/browser/surfaces` takes them anew. */
const isWriting = process.env.RINGFENCE_PICTURES === 'write';

/** Letters are drawn a little otherwise from one build of the browser to the next; a moved word is hundreds of dots. */
const mostDots = 25;

/**
 * Holds a picture against the one that is kept. `undefined`: as kept, or taken anew; else what differs and where the
 * difference was drawn.
 */
export function comparePicture(name: string, whole: Buffer): string | undefined {
  const taken = atHalfSize(whole);
  const path = join(folder, `${name}.png`);
  if (isWriting) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, taken);
    return undefined;
  }
  if (!existsSync(path))
    return `no picture is kept of ${name}: take it with RINGFENCE_PICTURES=write and look at it`;
  const [kept, now] = [PNG.sync.read(readFileSync(path)), PNG.sync.read(taken)];
  if (kept.width !== now.width || kept.height !== now.height) {
    save(name, taken);
    return `${name} is ${now.width} x ${now.height}, was ${kept.width} x ${kept.height}: ${join(differences, name)}.png`;
  }
  const drawn = new PNG({ width: now.width, height: now.height });
  const dots = pixelmatch(kept.data, now.data, drawn.data, now.width, now.height, { threshold: 0.15 });
  if (dots <= mostDots) return undefined;
  save(name, PNG.sync.write(drawn));
  return `${name} differs in ${dots} dots: ${join(differences, name)}.png`;
}

/** Half as wide and high, each dot the mean of four: a quarter of the room, and no word can move unnoticed. */
function atHalfSize(picture: Buffer): Buffer {
  const { width, height, data } = PNG.sync.read(picture);
  const half = new PNG({ width: width >> 1, height: height >> 1 });
  for (let y = 0; y < half.height; y += 1) {
    for (let x = 0; x < half.width; x += 1) {
      const from = (2 * y * width + 2 * x) * 4;
      for (let part = 0; part < 4; part += 1) {
        const at = from + part;
        const sum =
          (data[at] ?? 0) +
          (data[at + 4] ?? 0) +
          (data[at + width * 4] ?? 0) +
          (data[at + width * 4 + 4] ?? 0);
        half.data[(y * half.width + x) * 4 + part] = sum >> 2;
      }
    }
  }
  return PNG.sync.write(half, { colorType: 2 });
}

function save(name: string, data: Buffer): void {
  mkdirSync(differences, { recursive: true });
  writeFileSync(join(differences, `${name}.png`), data);
}

const probeFile = join(folder, 'fonts.json');

/**
 * Pictures can only be held against others drawn with the same fonts. The widths of a line in each face the surfaces use
 * tell the fonts apart.
 */
export async function hasFontsOfPictures(page: Page): Promise<boolean> {
  const widths = await page.evaluate(() => {
    const line = 'Can lose $1,983.94 · liq 40,161 (−33.1 %) ✓ ✕ العربية 日本語';
    const brush = document.createElement('canvas').getContext('2d');
    if (brush === null) return [];
    return ['16px system-ui', '600 16px system-ui', '16px sans-serif', '16px monospace'].map((font) => {
      brush.font = font;
      return brush.measureText(line).width.toFixed(2);
    });
  });
  if (isWriting) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(probeFile, `[${widths.map((width) => JSON.stringify(width)).join(', ')}]\n`);
    return true;
  }
  return (
    existsSync(probeFile) &&
    JSON.stringify(JSON.parse(readFileSync(probeFile, 'utf8'))) === JSON.stringify(widths)
  );
}
