import type { Recipe } from '../reader/recipe.ts';
import { orderlyRecipe } from './orderly/recipe.ts';

/** Every recipe, in the order in which they are tried. */
export const recipes: readonly Recipe[] = [orderlyRecipe];
