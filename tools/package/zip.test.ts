import { strFromU8, strToU8, unzipSync } from 'fflate';
import { afterEach, expect, it } from 'vitest';
import { zipOf } from './zip.ts';

const zone = process.env.TZ;
afterEach(() => {
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

const manifest = strToU8('{"manifest_version": 3}');
const text = strToU8('perpetual '.repeat(500));

it('gives back what was put in, packed', () => {
  const zip = zipOf({ 'manifest.json': manifest, 'src/a.js': text });
  expect(zip.length).toBeLessThan(text.length / 4);
  expect(Object.entries(unzipSync(zip)).map(([path, bytes]) => [path, strFromU8(bytes)])).toEqual([
    ['manifest.json', '{"manifest_version": 3}'],
    ['src/a.js', strFromU8(text)],
  ]);
});

it('gives the same bytes in any order and any time zone', () => {
  process.env.TZ = 'Pacific/Kiritimati';
  const east = zipOf({ 'b.js': text, 'a.js': manifest });
  process.env.TZ = 'America/Los_Angeles';
  const west = zipOf({ 'a.js': manifest, 'b.js': text });
  expect(Buffer.from(west).equals(Buffer.from(east))).toBe(true);
});
