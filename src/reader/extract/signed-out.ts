import { isShown } from '../page/visible.ts';
import { shownIn } from './recipe-anchors.ts';
import type { Scene } from './scene.ts';

/** The ticket asks for a log-in: what it shows of the account are defaults. */
export function isSignedOut(scene: Scene): boolean {
  const selectors = scene.match.recipe?.signedOut ?? [];
  if (selectors.some((css) => shownIn(scene.roots, css).length > 0)) return true;
  return scene.items.some(({ caption, element }) => {
    if (caption?.meanings.includes('logIn') !== true) return false;
    const action = element.closest('button,a,[role=button]');
    return action !== null && isShown(action);
  });
}
