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
      input: ['kit.html', 'guard.html', 'popup.html', 'options.html'].map(
        (page) => `${import.meta.dirname}/${page}`,
      ),
    },
  },
});
