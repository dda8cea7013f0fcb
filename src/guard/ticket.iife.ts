import { Ears } from './ears.ts';
import type { PageWorld } from './page-world.ts';

/**
 * Runs at the start of every document of a guarded site, before the page's own scripts: it listens first, and does no
 * more, so that no page waits for us. The guard follows when the document stands (`guard.iife.tsx`). A page may get both
 * twice, registered and injected after a grant; only one guards.
 */
function enter(world: PageWorld): void {
  if (window.top !== window) return;
  const earlier = world.ringfenceLife;
  if (earlier !== undefined && !earlier.signal.aborted) return;
  const life = new AbortController();
  world.ringfenceLife = life;
  world.ringfenceEars = new Ears(window, life.signal);
  world.ringfenceEars.follow(document);
}

enter(globalThis as PageWorld);
