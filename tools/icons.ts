import { readFile, writeFile } from 'node:fs/promises';
import { Resvg } from '@resvg/resvg-js';
import { levels } from '../src/domain/verdict.ts';

/**
 * Exports the icons from their SVG sources: `npx tsx tools/icons.ts`. Colours are mid-tones that stand out from a light
 * and from a dark toolbar alike; the shape alone tells the level.
 */
const icons = new URL('../icons/', import.meta.url);

async function exportIcon(name: string, sizes: readonly number[]): Promise<void> {
  const source = await readFile(new URL(`${name}.svg`, icons), 'utf8');
  for (const size of sizes) {
    const png = new Resvg(source, { fitTo: { mode: 'width', value: size } }).render().asPng();
    await writeFile(new URL(`${name}-${size}.png`, icons), png);
  }
}

await exportIcon('ringfence', [16, 32, 48, 128]);
for (const level of levels) await exportIcon(level, [16, 32, 48]);
