import type { ChangeOutcome, LoadedSettings, RuleOption } from '../domain/settings.ts';
import type { Translate } from '../messages/message-key.ts';
import { exclusively } from '../platform/exclusive.ts';
import { readStored, writeStored } from '../platform/storage.ts';
import { withChange } from './change.ts';
import { defaultSettings } from './defaults.ts';
import type { Repair } from './parse-settings.ts';
import { readStoredSettings } from './read-stored.ts';
import { parseNotices, withRepairs } from './repair-notices.ts';

const keys = {
  settings: 'settings',
  notices: 'settings-repairs',
  /** What lay in the settings' place before a repair or a start over; never read by the product, kept for the trader. */
  kept: 'settings-kept',
} as const;

/**
 * The settings in force and what had to be reset. Never rejects: with storage broken the defaults apply and `state`
 * says so. A reset is written back once, with the original kept beside it, so that a dismissed notice stays dismissed.
 */
export async function loadSettings(now: Date = new Date()): Promise<LoadedSettings> {
  try {
    const [raw, notices] = await Promise.all([readStored(keys.settings), readStored(keys.notices)]);
    const { settings, repairs, state } = readStoredSettings(raw);
    if (repairs.length === 0) return { settings, repairs: parseNotices(notices), state };
    await exclusively('settings', () => writeRepaired(now)).catch(() => {
      // Told below all the same: the notices of this load do not depend on the write.
    });
    return { settings, repairs: withRepairs(parseNotices(notices), repairs, now), state };
  } catch (error) {
    return { settings: defaultSettings, repairs: [], state: { kind: 'storage-failed', detail: said(error) } };
  }
}

async function writeRepaired(now: Date): Promise<void> {
  const raw = await readStored(keys.settings);
  const { settings, repairs } = readStoredSettings(raw);
  if (repairs.length === 0) return;
  const notices = parseNotices(await readStored(keys.notices));
  await writeStored(keys.kept, raw);
  await writeStored(keys.notices, withRepairs(notices, repairs, now));
  await writeStored(keys.settings, settings);
}

/** Changes one value (paths: `change.ts`) and stores it. Settings of a newer version are left as they are. */
export function changeSetting(
  path: readonly string[],
  value: unknown,
  rules: readonly RuleOption[],
  translate: Translate,
): Promise<ChangeOutcome> {
  return storing(async () => {
    const { settings, state } = readStoredSettings(await readStored(keys.settings));
    if (state.kind === 'newer-version') return newer(state.version);
    const changed = withChange(settings, path, value, rules);
    if (!changed.ok) return { outcome: 'invalid', problem: translate(changed.problem) };
    await writeStored(keys.settings, changed.settings);
    return { outcome: 'saved', settings: changed.settings };
  });
}

/** On the trader's word only: goes on with what this version understands; the newer settings are kept beside it. */
export function replaceNewerSettings(): Promise<ChangeOutcome> {
  return storing(async () => {
    const raw = await readStored(keys.settings);
    const { settings } = readStoredSettings(raw);
    await writeStored(keys.kept, raw);
    await writeStored(keys.settings, settings);
    return { outcome: 'saved', settings };
  });
}

/** Notices of another store of the trader's, told together with those of the settings. */
export async function keepNotices(repairs: readonly Repair[], now: Date): Promise<void> {
  await exclusively('settings', async () => {
    const notices = parseNotices(await readStored(keys.notices));
    await writeStored(keys.notices, withRepairs(notices, repairs, now));
  });
}

/** The trader has read the notices. */
export async function dismissRepairs(): Promise<void> {
  await exclusively('settings', () => writeStored(keys.notices, []));
}

async function storing(work: () => Promise<ChangeOutcome>): Promise<ChangeOutcome> {
  try {
    return await exclusively('settings', work);
  } catch (error) {
    return { outcome: 'not-saved', why: 'storage-failed', detail: said(error) };
  }
}

function newer(version: number): ChangeOutcome {
  return { outcome: 'not-saved', why: 'newer-version', detail: String(version) };
}

function said(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).slice(0, 200);
}
