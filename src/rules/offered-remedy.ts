import { isNoRemedy, type NoRemedy } from '../domain/exposure.ts';
import { isUnknown, type Unknown } from '../domain/known.ts';
import type { Finding } from '../domain/verdict.ts';

export type OfferedRemedy = NonNullable<Finding['remedy']>;

/** A remedy spreads into a finding; nothing does where there is none. */
export function offering(remedy: OfferedRemedy | undefined): { readonly remedy?: OfferedRemedy } {
  return remedy === undefined ? {} : { remedy };
}

/** A remedy the engine confirmed; `undefined` for none and for one that could not be worked out. */
export function confirmed<T extends object>(remedy: T | NoRemedy | Unknown): T | undefined {
  return isUnknown(remedy) || isNoRemedy(remedy) ? undefined : remedy;
}
