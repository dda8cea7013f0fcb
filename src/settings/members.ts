export type Members = Readonly<Record<string, unknown>>;

/** A JSON object, as against a list or a single value. */
export function isMembers(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
