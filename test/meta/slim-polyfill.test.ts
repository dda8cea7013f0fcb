import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { asked, slim } from '../../tools/vite/slim-polyfill.ts';

const polyfill = readFileSync('node_modules/webextension-polyfill/dist/browser-polyfill.js', 'utf8');

it('lists exactly the parts of the browser that the product asks for', () => {
  const rooms = readdirSync('src/platform').filter((name) => !name.endsWith('.test.ts'));
  const used = rooms.flatMap((name) => {
    const source = readFileSync(`src/platform/${name}`, 'utf8');
    const named = [...source.matchAll(/\bbrowser\.(\w+)/g)].map(([, part]) => part ?? '');
    const taken = [...source.matchAll(/\{ (\w+) \} = browser;/g)].map(([, part]) => part ?? '');
    return [...named, ...taken];
  });
  expect(new Set(used.filter((name) => name !== 'ts'))).toEqual(asked);
});

it('keeps what is listed and the rest of the library as it is', () => {
  const table = (code: string) => {
    const open = code.indexOf('const apiMetadata = {') + 'const apiMetadata = '.length;
    return code.slice(open, code.indexOf(';', open));
  };
  const whole = JSON.parse(table(polyfill)) as Record<string, unknown>;
  const kept = JSON.parse(table(slim(polyfill))) as Record<string, unknown>;
  expect(Object.keys(kept).sort()).toEqual([...asked].filter((name) => name in whole).sort());
  for (const [name, part] of Object.entries(kept)) expect(part).toEqual(whole[name]);
  expect(slim(polyfill).replace(table(slim(polyfill)), '')).toBe(polyfill.replace(table(polyfill), ''));
  expect(() => slim('nothing')).toThrow('no table of the browser');
});
