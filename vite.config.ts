import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { crx, type ManifestV3Export } from '@crxjs/vite-plugin';
import { build, defineConfig, type Plugin, type Rollup } from 'vite';
import manifest from './manifest.json' with { type: 'json' };
import { slimDecimal } from './tools/vite/slim-decimal.ts';
import { slimPolyfill } from './tools/vite/slim-polyfill.ts';

/**
 * Firefox runs the background as an event page and needs its own id; the rest of the manifest is the same. The versions
 * are the first that show the user what data an extension collects: none.
 */
function manifestFor(target: string): ManifestV3Export {
  if (target !== 'firefox') return manifest as ManifestV3Export;
  const { background, minimum_chrome_version: _, ...rest } = manifest;
  return {
    ...rest,
    background: { scripts: [background.service_worker], type: 'module' },
    browser_specific_settings: {
      gecko: {
        id: 'ringfence@ringfence.example',
        strict_min_version: '140.0',
        data_collection_permissions: { required: ['none'] },
      },
      gecko_android: { strict_min_version: '142.0' },
    },
  } as unknown as ManifestV3Export;
}

/** Our own pages, `src/ui/NAME/NAME.html`; those the manifest names find their way in through it. */
function ownPages(): string[] {
  const ui = new URL('./src/ui/', import.meta.url);
  return readdirSync(ui)
    .filter((name) => name !== 'popup' && name !== 'options')
    .map((name) => `src/ui/${name}/${name}.html`)
    .filter((path) => existsSync(new URL(path, import.meta.url)));
}

/** Icons that the worker puts on the toolbar button by name; the manifest does not list them. */
function levelIcons(): Plugin {
  return {
    name: 'ringfence:level-icons',
    generateBundle() {
      const folder = new URL('./icons/', import.meta.url);
      for (const name of readdirSync(folder)) {
        if (!/^(ok|notice|warning|danger|unknown)-\d+\.png$/.test(name)) continue;
        this.emitFile({
          type: 'asset',
          fileName: `icons/${name}`,
          source: readFileSync(new URL(name, folder)),
        });
      }
    },
  };
}

/**
 * The view library can set markup, which nothing of ours asks for (`test/meta/sources.test.ts`). In what we ship such
 * text would be shown as text. Done on the finished files: page scripts are built past the plugins that see sources.
 */
function noHtmlSink(): Plugin {
  const harmless = (code: string): string => code.replaceAll('.innerHTML', '.textContent');
  return {
    name: 'ringfence:no-html-sink',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        for (const file of Object.values(bundle)) {
          if (file.type === 'chunk') file.code = harmless(file.code);
          else if (file.fileName.endsWith('.js')) file.source = harmless(String(file.source));
        }
      },
    },
  };
}

/**
 * The oldest browsers of the manifest. Both have `light-dark()`; for older ones it would be rewritten into a form in which
 * a surface cannot pick its theme by itself.
 */
const browsers = ['chrome123', 'firefox140'];

/** The one place that reads a file at run time stays one file, which whoever looks through the package can find. */
const fileReader = 'packaged-file';
const isShared = (file: string): boolean => posix.basename(file).startsWith(`${fileReader}-`);

/** An entry and the chunks it imports as one chunk's code, without what only other entries use of them. */
async function asOneFile(entry: Rollup.OutputChunk, bundle: Rollup.OutputBundle): Promise<string> {
  const mark = '\0chunk:';
  const chunks: Plugin = {
    name: 'ringfence:chunks',
    enforce: 'pre',
    resolveId: (id, importer) => {
      if (importer === undefined) return mark + entry.fileName;
      const file = posix.join(posix.dirname(importer.slice(mark.length)), id);
      return isShared(file) ? { id, external: true } : mark + file;
    },
    load: (id) => {
      const chunk = bundle[id.slice(mark.length)];
      if (chunk?.type !== 'chunk') throw new Error(`no chunk ${id}`);
      return chunk.code;
    },
  };
  const built = (await build({
    configFile: false,
    base: './',
    logLevel: 'error',
    publicDir: false,
    plugins: [chunks],
    build: {
      write: false,
      target: browsers,
      modulePreload: false,
      rolldownOptions: { input: entry.fileName, output: { codeSplitting: false } },
    },
  })) as Rollup.RollupOutput;
  return built.output[0].code;
}

/** Names of the chunks an entry loads at its start. */
function loadedWith(entry: Rollup.OutputChunk, bundle: Rollup.OutputBundle): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (chunk: Rollup.OutputChunk): void => {
    for (const name of chunk.imports) {
      if (found.has(name)) continue;
      found.add(name);
      const next = bundle[name];
      if (next?.type === 'chunk') visit(next);
    }
  };
  visit(entry);
  return found;
}

/**
 * The worker and each of our pages is one script with only what it uses: it starts sooner than from twenty that it
 * shares with others. A page that loads a part of itself later keeps its chunks.
 */
function oneFileEach(): Plugin {
  return {
    name: 'ringfence:one-file-each',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      async handler(_options, bundle) {
        const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
        const loadsLater = (chunk: Rollup.OutputChunk): boolean =>
          [chunk.fileName, ...loadedWith(chunk, bundle)].some((name) => {
            const file = bundle[name];
            return file?.type === 'chunk' && file.dynamicImports.length > 0;
          });
        const entries = chunks.filter((chunk) => chunk.isEntry && !loadsLater(chunk));
        const codes = await Promise.all(entries.map((entry) => asOneFile(entry, bundle)));
        for (const [index, entry] of entries.entries()) {
          entry.code = codes[index] ?? entry.code;
          entry.imports = [...loadedWith(entry, bundle)].filter(isShared);
          for (const page of Object.values(bundle)) {
            if (page.type !== 'asset' || !page.fileName.endsWith('.html')) continue;
            const html = String(page.source);
            if (!html.includes(posix.basename(entry.fileName))) continue;
            page.source = html.replace(/\n *<link rel="modulepreload"[^>]*>/g, '');
          }
        }
      },
    },
  };
}

/**
 * A page script is one self-contained file that the browser injects, so nothing has to be reachable from a page. The
 * extension plugin lists it as web-accessible all the same, and a page could then tell that the extension is installed;
 * it also leaves a second copy of each script, and of what two of them share, that nothing uses. All of it goes.
 */
function tidyPageScript(): Plugin {
  return {
    name: 'ringfence:tidy-page-script',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const asset = bundle['manifest.json'];
        if (asset?.type !== 'asset') this.error('no manifest.json in the bundle');
        const { web_accessible_resources: _, ...manifest } = JSON.parse(String(asset.source));
        asset.source = `${JSON.stringify(manifest, null, 2)}\n`;
        for (const name of Object.keys(bundle)) {
          if (/^assets\/[\w-]+\.iife\.tsx?-/.test(name)) delete bundle[name];
        }
        const used = new Set<string>();
        const use = (name: string): void => {
          const chunk = bundle[name];
          if (chunk?.type !== 'chunk' || used.has(name)) return;
          used.add(name);
          for (const next of [...chunk.imports, ...chunk.dynamicImports]) use(next);
        };
        for (const chunk of Object.values(bundle)) {
          if (chunk.type === 'chunk' && (chunk.isEntry || chunk.isDynamicEntry)) use(chunk.fileName);
        }
        for (const [name, chunk] of Object.entries(bundle)) {
          if (chunk.type === 'chunk' && !used.has(name)) delete bundle[name];
        }
      },
    },
  };
}

export default defineConfig(({ mode }) => {
  // The same bytes wherever it is built, whatever the shell says: components built for development are other ones.
  process.env.NODE_ENV = 'production';
  const target = mode === 'firefox' ? 'firefox' : 'chrome';
  return {
    base: './',
    publicDir: false,
    resolve: { alias: { 'webextension-polyfill': slimPolyfill() } },
    plugins: [
      slimDecimal(),
      crx({ manifest: manifestFor(target), browser: target }),
      levelIcons(),
      oneFileEach(),
      tidyPageScript(),
      noHtmlSink(),
    ],
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: {
      outDir: `dist/${target}`,
      emptyOutDir: true,
      target: browsers,
      modulePreload: { polyfill: false },
      sourcemap: false,
      rolldownOptions: {
        input: ownPages(),
        output: {
          // The hash of the worker depends on the folder it was built in, and a package is to be the same wherever.
          chunkFileNames: ({ name }) => (name === 'main.ts' ? 'assets/worker.js' : 'assets/[name]-[hash].js'),
          codeSplitting: { groups: [{ name: fileReader, test: /src\/platform\/packaged-file\.ts$/ }] },
        },
      },
    },
  };
});
