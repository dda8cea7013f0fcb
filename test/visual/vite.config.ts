import { readdirSync } from 'node:fs';
import { defineConfig } from 'vite';

/** Builds the pages on which surfaces are looked at in a plain tab, without the extension. */
export default defineConfig({
  root: import.meta.dirname,
  base: './',
  publicDir: false,
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: '../../dist/visual',
    emptyOutDir: true,
    target: 'es2023',
    minify: false,
    rolldownOptions: {
      input: readdirSync(import.meta.dirname)
        .filter((name) => name.endsWith('.html'))
        .map((name) => `${import.meta.dirname}/${name}`),
    },
  },
});
