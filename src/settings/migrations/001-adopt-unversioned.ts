import type { Migration } from './migration.ts';

/**
 * Settings without a version: written by hand, or by a build from before the version was stored. The form is that of
 * version 1, so only the number is missing.
 */
export const adoptUnversioned: Migration = (settings) => ({ ...settings, version: 1 });
