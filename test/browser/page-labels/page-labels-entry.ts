import type { TicketState } from '../../../src/domain/health.ts';
import type { Recipe } from '../../../src/reader/recipe.ts';
import { createTicketReader } from '../../../src/reader/ticket-reader.ts';

/** Reads the page with a recipe of the test's own; recipes are data, so one can be handed over. */
Object.assign(globalThis, {
  readWith: (recipe: Recipe): TicketState =>
    createTicketReader({ document, location: () => location.href, recipes: [recipe] }).read(),
});
