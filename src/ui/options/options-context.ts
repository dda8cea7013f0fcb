import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { ChangeOutcome, LoadedSettings, RuleOption, SettingsDefaults } from '../../domain/settings.ts';
import type { OptionsDesk } from './options-desk.ts';

/** What every part of the settings page may look at and call. */
export interface OptionsState {
  readonly desk: OptionsDesk;
  readonly loaded: LoadedSettings;
  readonly defaults: SettingsDefaults;
  readonly rules: readonly RuleOption[];
  readonly granted: readonly string[];
  /** The worker answered a change: what is in force now and what waits. */
  readonly onOutcome: (outcome: ChangeOutcome) => void;
  /** Reads the settings anew, as when a wait is over. */
  readonly onReload: () => void;
  /** Asks the browser again which hosts are granted. */
  readonly onGrants: () => void;
  /** Says the result of a save to a screen reader. */
  readonly announce: (text: string) => void;
}

export const OptionsContext = createContext<OptionsState | undefined>(undefined);

export function useOptions(): OptionsState {
  const state = useContext(OptionsContext);
  if (state === undefined) throw new Error('used outside of the settings page');
  return state;
}
