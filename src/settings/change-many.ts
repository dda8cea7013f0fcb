import type { SettingChange, Settings } from '../domain/settings.ts';
import type { MessageKey } from '../messages/message-key.ts';
import { type RuleBands, withChange } from './change.ts';
import { isLooser } from './looser.ts';
import { settingAt } from './setting-steps.ts';

export interface Refused {
  readonly change: SettingChange;
  readonly problem: MessageKey;
}

/**
 * Settings with several values changed. Their order does not matter: one that fits only after another (the starts of a
 * rule's levels) is tried again after it. What fits in no order is refused.
 */
export function withChanges(
  settings: Settings,
  changes: readonly SettingChange[],
  rules: readonly RuleBands[],
): { readonly settings: Settings; readonly refused: readonly Refused[] } {
  let now = settings;
  let left = changes.map((change) => ({ change, problem: 'settings_problem_unknown' as MessageKey }));
  for (;;) {
    const before = left.length;
    left = left.flatMap(({ change }) => {
      const changed = withChange(now, change.path, change.value, rules);
      if (!changed.ok) return [{ change, problem: changed.problem }];
      now = changed.settings;
      return [];
    });
    if (left.length === 0 || left.length === before) return { settings: now, refused: left };
  }
}

export interface Sorted {
  /** In force at once. */
  readonly settings: Settings;
  /** Looser, or only possible together with what is. */
  readonly waiting: readonly SettingChange[];
  readonly refused: readonly Refused[];
}

/** Tightening at once, loosening waits: which of the changes are which, and what is in force now. */
export function sortChanges(
  settings: Settings,
  changes: readonly SettingChange[],
  rules: readonly RuleBands[],
): Sorted {
  const all = withChanges(settings, changes, rules);
  const fitting = changes.filter((change) => !all.refused.some((each) => each.change === change));
  const looser = fitting.filter(({ path }) => isLooser(settings, all.settings, path, rules));
  const others = fitting.filter((change) => !looser.includes(change));
  const now = withChanges(settings, others, rules);
  const held = now.refused.map(({ change }) => change);
  const waiting = [...looser, ...held].map(({ path }) => ({ path, value: settingAt(all.settings, path) }));
  return { settings: now.settings, waiting, refused: all.refused };
}
