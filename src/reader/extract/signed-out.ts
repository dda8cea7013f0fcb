import type { PageCaption } from '../page/page-captions.ts';
import { shownIn } from './recipe-anchors.ts';
import type { Scene } from './scene.ts';

/** The ticket asks for a log-in: what it shows of the account are defaults. */
export function isSignedOut(scene: Scene, captions: readonly PageCaption[]): boolean {
  const selectors = scene.match.recipe?.signedOut ?? [];
  if (selectors.some((css) => shownIn(scene.roots, css).length > 0)) return true;
  const asked = captions.filter(
    ({ meanings, element }) =>
      meanings.includes('logIn') && element.closest('button,a,[role=button]') !== null,
  );
  const idle =
    scene.submits.length > 0 &&
    scene.submits.every(({ element }) => element.matches('[disabled],[aria-disabled=true]'));
  return (idle && asked.length > 0) || asksInScope(scene);
}

function asksInScope({ items }: Scene): boolean {
  return items.some(
    ({ caption, element }) =>
      caption?.meanings.includes('logIn') === true && element.closest('button,a,[role=button]') !== null,
  );
}
