import type { Members } from '../members.ts';
import { adoptUnversioned } from './001-adopt-unversioned.ts';
import type { Migration } from './migration.ts';

/** Step `n` stands at index `n - 1` and leads to version `n`. */
export const migrations: readonly Migration[] = [adoptUnversioned];

/**
 * Applies the steps after `version`. The result is as good as its input: it is validated afterwards, key by key.
 * @param version of the settings given, 0 when they carry none
 */
export function migrate(settings: Members, version: number): Members {
  return migrations.slice(version).reduce((older, step) => step(older), settings);
}
