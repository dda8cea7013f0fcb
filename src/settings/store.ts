import type {
  ChangeOutcome,
  LoadedSettings,
  PendingChange,
  SettingChange,
  Settings,
  SettingValue,
} from '../domain/settings.ts';
import type { Translate } from '../messages/message-key.ts';
import { clockMoved } from '../platform/clock.ts';
import { exclusively } from '../platform/exclusive.ts';
import { readStored, writeStored, writeStoredTogether } from '../platform/storage.ts';
import { rules } from '../rules/index.ts';
import { sortChanges, withChanges } from './change-many.ts';
import { defaultSettings } from './defaults.ts';
import type { Repair } from './parse-settings.ts';
import {
  clockStep,
  followClock,
  isDue,
  parsePending,
  samePath,
  withoutPath,
  withPending,
} from './pending.ts';
import { readStoredSettings } from './read-stored.ts';
import { parseNotices, withRepairs } from './repair-notices.ts';
import { settingAt } from './setting-steps.ts';
import { shown } from './shown.ts';

const keys = {
  settings: 'settings',
  notices: 'settings-repairs',
  pending: 'settings-pending',
  /** How far the clock had been moved when that was last looked at. */
  clock: 'settings-clock',
  /** What lay in the settings' place before a repair or a start over; never read by the product, kept for the trader. */
  kept: 'settings-kept',
} as const;

/**
 * The settings in force and what had to be reset. Never rejects: with storage broken the defaults apply and `state`
 * says so. A reset is written back once, with the original kept beside it, so that a dismissed notice stays dismissed.
 * Loosening changes whose wait is over are applied here, so that no clock has to run for them.
 */
export async function loadSettings(now: Date = new Date()): Promise<LoadedSettings> {
  try {
    const read = await readAll(now);
    const { settings, repairs, state, notices } = read;
    if (repairs.length > 0 || read.applied || read.moved) {
      await exclusively('settings', () => writeRead(now)).catch(() => {
        // Told below all the same: what this load says does not depend on the write.
      });
    }
    return { settings, pending: read.pending, repairs: withRepairs(notices, repairs, now), state };
  } catch (error) {
    const state = { kind: 'storage-failed', detail: said(error) } as const;
    return { settings: defaultSettings, pending: [], repairs: [], state };
  }
}

/** What is stored, with everything that is due applied; `applied` tells that something was. */
async function readAll(now: Date) {
  const [raw, notices, waiting, seen] = await Promise.all([
    readStored(keys.settings),
    readStored(keys.notices),
    readStored(keys.pending),
    readStored(keys.clock),
  ]);
  const clock = clockMoved();
  const step = clockStep(seen, clock);
  const { settings, repairs, state } = readStoredSettings(raw);
  const asked = parsePending(waiting);
  const pending = followClock(asked, step, now);
  const due = pending.filter((change) => change.path[0] !== 'guard' && isDue(change, now));
  const applied = due.length > 0 && state.kind === 'stored';
  const changed = applied ? withChanges(settings, due, rules) : { settings, refused: [] };
  const lost = changed.refused.map(({ change: { path, value } }) => ({
    path: path.join('.'),
    was: shown(value),
    now: shown(settingAt(settings, path), 'bare'),
  }));
  return {
    raw,
    notices: parseNotices(notices),
    settings: changed.settings,
    pending: applied ? pending.filter((change) => !due.includes(change)) : pending,
    repairs: [...repairs, ...lost],
    reset: repairs.length > 0,
    state,
    applied,
    clock,
    moved: step !== 0 || pending.some((change, index) => change !== asked[index]),
  };
}

/** The list and what it was reckoned by, as one write. */
async function writePending(
  pending: readonly PendingChange[],
  { clock, moved }: Pick<Awaited<ReturnType<typeof readAll>>, 'clock' | 'moved'>,
): Promise<void> {
  await writeStoredTogether({ [keys.pending]: pending, ...(moved ? { [keys.clock]: clock } : {}) });
}

async function writeRead(now: Date): Promise<void> {
  const read = await readAll(now);
  const { raw, settings, pending, repairs, notices, reset, applied, moved } = read;
  if (moved && !applied) await writePending(pending, read);
  if (repairs.length === 0 && !applied) return;
  if (reset) await writeStored(keys.kept, raw);
  if (repairs.length > 0) await writeStored(keys.notices, withRepairs(notices, repairs, now));
  await writeStored(keys.settings, settings);
  if (applied) await writePending(pending, read);
}

/** Changes one value (paths: `change.ts`) and stores it. Settings of a newer version are left as they are. */
export function changeSetting(
  path: readonly string[],
  value: SettingValue,
  translate: Translate,
  now: Date = new Date(),
): Promise<ChangeOutcome> {
  return changeSettings([{ path, value }], translate, now);
}

/**
 * Changes several values as one step: what does not loosen is in force at once, what loosens waits. A change takes the
 * place of one that waits for the same setting. What may not be is left out; where nothing else is asked for, the
 * outcome says why.
 */
export function changeSettings(
  changes: readonly SettingChange[],
  translate: Translate,
  now: Date = new Date(),
): Promise<ChangeOutcome> {
  return storing(async () => {
    const read = await readAll(now);
    const { settings, state, pending } = read;
    if (state.kind === 'newer-version') return newer(state.version);
    const sorted = sortChanges(settings, changes, rules);
    const [first] = sorted.refused;
    if (first !== undefined && sorted.refused.length === changes.length) {
      return { outcome: 'invalid', problem: translate(first.problem) };
    }
    const wait = Number(settings.general.loosenAfterMinutes);
    const asked = changes.filter((change) => !sorted.refused.some((each) => each.change === change));
    const left = asked
      .filter(({ path }) => !sorted.waiting.some((each) => samePath(each.path, path)))
      .reduce((all, { path }) => withoutPath(all, path), pending);
    const next = sorted.waiting.reduce((all, change) => withPending(all, change, now, wait), left);
    // Waiting changes first: should the second write fail, nothing is looser than it was.
    await writePending(next, read);
    await writeStored(keys.settings, sorted.settings);
    return outcomeOf(sorted.settings, next, sorted.waiting);
  });
}

/** A guard that is to be switched off waits as a looser setting does. The page that guards it goes on until then. */
export function askToUnguard(pattern: string, now: Date = new Date()): Promise<ChangeOutcome> {
  return storing(async () => {
    const read = await readAll(now);
    const { settings, pending } = read;
    const change = { path: ['guard', pattern], value: false };
    const next = withPending(pending, change, now, Number(settings.general.loosenAfterMinutes));
    await writePending(next, read);
    return outcomeOf(settings, next, [change]);
  });
}

/** Takes back a change that waits. */
export function cancelPending(path: readonly string[], now: Date = new Date()): Promise<ChangeOutcome> {
  return storing(async () => {
    const read = await readAll(now);
    const { settings, pending } = read;
    const next = withoutPath(pending, path);
    await writePending(next, read);
    return { outcome: 'saved', settings, pending: next };
  });
}

function outcomeOf(
  settings: Settings,
  pending: readonly PendingChange[],
  waiting: readonly SettingChange[],
): ChangeOutcome {
  const mine = pending.filter(({ path }) => waiting.some((each) => samePath(each.path, path)));
  const at = mine
    .map(({ due }) => due)
    .sort()
    .at(-1);
  return at === undefined
    ? { outcome: 'saved', settings, pending }
    : { outcome: 'pending', settings, pending, at };
}

/** On the trader's word only: goes on with what this version understands; the newer settings are kept beside it. */
export function replaceNewerSettings(): Promise<ChangeOutcome> {
  return storing(async () => {
    const raw = await readStored(keys.settings);
    const { settings } = readStoredSettings(raw);
    await writeStored(keys.kept, raw);
    await writeStored(keys.settings, settings);
    return { outcome: 'saved', settings, pending: parsePending(await readStored(keys.pending)) };
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
