/** Puts one entry on the list of what was taken from a default or derived. */
export type Note = (field: string, value: string, why: string) => unknown;
