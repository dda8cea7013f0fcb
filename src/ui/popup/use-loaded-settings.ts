import { useCallback, useEffect, useState } from 'preact/hooks';
import type { LoadedSettings, RuleOption } from '../../domain/settings.ts';
import { applyTheme } from '../kit/theme.ts';
import type { PopupDesk } from './popup-desk.ts';

const againMs = 1_000;

/** The settings in force and their notices; asked for again while the worker does not answer. Sets the theme. */
export function useLoadedSettings(desk: PopupDesk): {
  readonly loaded: LoadedSettings | undefined;
  readonly rules: readonly RuleOption[];
  readonly loadAgain: () => void;
} {
  const [loaded, setLoaded] = useState<LoadedSettings>();
  const [rules, setRules] = useState<readonly RuleOption[]>([]);
  const [round, setRound] = useState(0);
  useEffect(() => {
    let stopped = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = async () => {
      const answer = await desk.readSettings();
      if (stopped) return;
      if (!answer.ok) {
        timer = setTimeout(ask, againMs);
        return;
      }
      applyTheme(answer.value.loaded.settings.general.theme);
      setLoaded(answer.value.loaded);
      setRules(answer.value.rules);
    };
    void ask();
    return () => {
      stopped = true;
      clearTimeout(timer);
    };
  }, [desk, round]);
  const loadAgain = useCallback(() => setRound((count) => count + 1), []);
  return { loaded, rules, loadAgain };
}
