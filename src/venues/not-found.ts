import { type Unknown, unknown } from '../domain/known.ts';

/** A fact that was looked for and not found in anything the venue publishes. */
export function notFound(field: string): Unknown {
  return unknown('venue-facts-missing', field);
}
