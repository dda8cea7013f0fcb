import type { TaughtField } from '../../src/domain/taught.ts';
import type { TicketFieldName } from '../../src/domain/ticket-reading.ts';
import { buildScene, namesOf } from '../../src/reader/extract/build-scene.ts';
import { languages } from '../../src/reader/labels/languages.ts';
import { pageAt } from '../../src/reader/locate/header-market.ts';
import { searchRoots } from '../../src/reader/page/deep-query.ts';
import { inOneLook } from '../../src/reader/page/look.ts';
import type { RecipeField } from '../../src/reader/recipe.ts';
import { taughtPlaces } from '../../src/reader/teach/taught-page.ts';
import { createTicketReader } from '../../src/reader/ticket-reader.ts';
import { recipes } from '../../src/venues/recipes.ts';
import { faultOf, type MissedAnchor, placeOf, shownOrNot } from './missed-anchors.ts';
import { faultOfTaught } from './missed-taught.ts';

/** Runs in the page, beside the extension and without it: which anchors nothing was read by, and why. */
function missedAnchors(taught: readonly TaughtField[]): readonly MissedAnchor[] {
  const reader = createTicketReader({
    document,
    location: () => location.href,
    recipes,
    languages: Object.values(languages),
    taught: () => taught,
  });
  const { reading, health } = reader.read();
  const scope = reader.scope();
  return inOneLook(() => {
    const match = pageAt(location.href, document, recipes);
    if (match === null) return [];
    const names = namesOf(match.market);
    const missed: MissedAnchor[] = taught
      .filter(({ name }) => (health.taughtLost ?? []).includes(name))
      .map((field) => ({
        field: field.name,
        layout: 'taught',
        place: field.where,
        why: faultOfTaught(field, field.where === 'ticket' && scope !== null ? scope : document.body, names),
      }));
    const { recipe } = match;
    if (recipe === null) return missed;
    const page = searchRoots(document);
    if (health.readBy !== 'recipe') {
      for (const css of recipe.scope ?? []) {
        const why = shownOrNot(page, css) ?? 'is shown, and holds no ticket';
        missed.push({ field: 'ticket', layout: '', place: css, why });
      }
    }
    if (scope === null) return missed;
    const scene = buildScene(document, match, scope, taughtPlaces(taught, scope, document, names));
    if (scene.submits.every(({ how }) => how !== 'recipe')) {
      for (const { layout, css } of recipe.submit) {
        const why = shownOrNot(scene.roots, css) ?? 'is shown, and is no order button by its text';
        missed.push({ field: 'order button', layout, place: css, why });
      }
    }
    for (const [name, anchors] of Object.entries(recipe.fields)) {
      const field = name as RecipeField;
      const read = field in reading ? reading[field as TicketFieldName] : undefined;
      if (read === undefined || (read.known && read.from.how === 'recipe')) continue;
      for (const anchor of anchors ?? []) {
        const why = faultOf(scene, field, anchor);
        const then = why.startsWith('says') && !read.known ? ` (${read.why})` : '';
        missed.push({ field, layout: anchor.layout, place: placeOf(anchor), why: why + then });
      }
    }
    return missed;
  });
}

Object.assign(globalThis, { missedAnchors });
