import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { projectRoot } from '../harness/extension-build.ts';
import type { Measurement } from './measurement.ts';

const outDir = join(projectRoot, '.cache/bench');

/**
 * Runs the engine's bench on the engine as it ships: bundled and minified. What starts a TypeScript file directly names
 * every inner function anew at each call, which costs a fifth more and is in no build.
 */
export async function builtEngineBench(): Promise<Measurement[]> {
  await build({
    configFile: false,
    root: projectRoot,
    logLevel: 'error',
    // The peer's package stays as its makers ship it.
    ssr: { noExternal: ['decimal.js'], external: ['@orderly.network/perp'] },
    build: { ssr: 'test/bench/engine.bench.ts', outDir, emptyOutDir: true, minify: true, target: 'es2022' },
  });
  const built = (await import(
    pathToFileURL(join(outDir, 'engine.bench.js')).href
  )) as typeof import('./engine.bench.ts');
  return built.engineBench();
}
