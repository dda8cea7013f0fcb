/** Pages draw themselves piece by piece; what is missing this long after it was first missed is not on its way. */
const patienceMs = 4_000;

/**
 * Tells a page that is still being drawn from one that is no longer what its recipe describes: said within ten seconds of
 * the page's load, and unsaid as soon as everything is found.
 */
export class RecipeWatch {
  readonly #now: () => number;
  #missedSince: number | undefined;

  /** @param now milliseconds of a clock that never goes back */
  constructor(now: () => number) {
    this.#now = now;
  }

  /** @param lost what of the recipe is not found on the page as it was just read */
  note(lost: readonly unknown[] | undefined): void {
    if (lost === undefined || lost.length === 0) this.#missedSince = undefined;
    else this.#missedSince ??= this.#now();
  }

  /** The exchange changed its page: what its recipe names has been missing for a while. */
  get isBroken(): boolean {
    return this.#missedSince !== undefined && this.#now() - this.#missedSince >= patienceMs;
  }
}
