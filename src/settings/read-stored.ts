import type { Settings, SettingsState } from '../domain/settings.ts';
import { currentVersion } from './defaults.ts';
import { isMembers, type Members } from './members.ts';
import { migrate } from './migrations/migrate.ts';
import { parseSettings, type Repair } from './parse-settings.ts';
import { shown } from './shown.ts';

export interface ReadSettings {
  readonly settings: Settings;
  readonly repairs: readonly Repair[];
  readonly state: Extract<SettingsState, { kind: 'stored' | 'newer-version' }>;
}

/**
 * Stored settings of any version, or whatever else lies in their place, as settings that hold. Never throws.
 * Of a newer version what is understood is used; what is not is no defect of theirs, so nothing is reported.
 */
export function readStoredSettings(raw: unknown): ReadSettings {
  if (!isMembers(raw)) return { ...parseSettings(raw), state: { kind: 'stored' } };
  const version = versionOf(raw);
  if (version === undefined) {
    const { settings, repairs } = parseSettings(raw);
    const reset = { path: 'version', was: shown(raw.version), now: String(currentVersion) };
    return { settings, repairs: [reset, ...repairs], state: { kind: 'stored' } };
  }
  if (version > currentVersion) {
    return { settings: parseSettings(raw).settings, repairs: [], state: { kind: 'newer-version', version } };
  }
  return { ...parseSettings(migrate(raw, version)), state: { kind: 'stored' } };
}

/** `undefined` where a version stands that cannot be one. */
function versionOf(raw: Members): number | undefined {
  if (!Object.hasOwn(raw, 'version')) return 0;
  const { version } = raw;
  return typeof version === 'number' && Number.isSafeInteger(version) && version >= 0 ? version : undefined;
}
