import type { Ears } from './ears.ts';

/** What our scripts leave for each other in our own world of a page. */
export interface PageWorld {
  /** Of the script that came with the document; when it ends, everything of ours in the page does. */
  ringfenceLife?: AbortController;
  ringfenceEars?: Ears;
  /** A guard stands in this life. */
  ringfenceGuarded?: AbortController;
  /** The picker, while it is open: the guard, whose listeners are older than the page's, hands every event on to it. */
  ringfenceTake?: (event: Event) => boolean;
  ringfencePicker?: AbortController;
  /** What the picker was asked for. */
  ringfenceTeach?: { readonly first: unknown };
}
