import { useCallback, useEffect, useState } from 'preact/hooks';
import type { Settings } from '../../domain/settings.ts';
import { tierSymbols } from '../../engine/input-from-reading.ts';
import { defaultSettings } from '../../settings/defaults.ts';
import { venueFacts } from '../../venues/facts.ts';
import { applyTheme } from '../kit/theme.ts';
import type { Tables } from './complete-input.ts';
import { symbolsOf } from './raw-input.ts';
import {
  factsOf,
  type Simulation,
  simulationOf,
  simulationOfPreset,
  simulationOfReading,
} from './simulation.ts';
import type { SimulatorDesk } from './simulator-desk.ts';
import { ownTicket, type Start } from './start.ts';

/** How the start went: a tab may be gone, or have no ticket that can be read. */
export type StartState = 'ready' | 'reading' | 'tab-failed';

interface Used {
  readonly simulation: Simulation;
  readonly setSimulation: (next: Simulation | ((now: Simulation) => Simulation)) => void;
  readonly settings: Settings;
  readonly tables: Tables;
  readonly startState: StartState;
}

/** The page's state, started from a tab's ticket, a worked example or a ticket of its own; brackets follow the symbols. */
export function useSimulation(desk: SimulatorDesk, start: Start): Used {
  const [simulation, setSimulation] = useState<Simulation>(() =>
    start.kind === 'preset' ? simulationOfPreset(start.preset) : simulationOf(ownTicket, true),
  );
  const [settings, setSettings] = useState<Settings>(defaultSettings);
  const [tables, setTables] = useState<Tables>({});
  const [startState, setStartState] = useState<StartState>(start.kind === 'tab' ? 'reading' : 'ready');

  const begin = useCallback(async () => {
    const answer = await desk.readSettings();
    const own = answer.ok ? answer.value.loaded.settings : defaultSettings;
    if (answer.ok) applyTheme(own.general.theme);
    setSettings(own);
    if (start.kind !== 'tab') return;
    const read = await desk.readTicket(start.tabId);
    if (!read.ok || read.value.health.scope !== 'ticket') {
      setStartState('tab-failed');
      return;
    }
    const { reading } = read.value;
    const facts = venueFacts[reading.venue.known ? reading.venue.value : 'generic'];
    const loaded = await desk.loadTiers(facts, tierSymbols(reading)).catch(() => ({}));
    const side = start.side ?? (reading.side.known ? reading.side.value : 'long');
    setSimulation(simulationOfReading(reading, side, own, loaded));
    setStartState('ready');
  }, [desk, start]);
  useEffect(() => void begin(), [begin]);

  const facts = factsOf(simulation.raw);
  const wanted = simulation.fill ? symbolsOf(simulation.raw).join('\n') : '';
  useEffect(() => {
    let stopped = false;
    const names = wanted === '' ? [] : wanted.split('\n');
    desk.loadTiers(facts, names).then(
      (loaded) => {
        if (!stopped) setTables(loaded);
      },
      () => {
        if (!stopped) setTables({});
      },
    );
    return () => {
      stopped = true;
    };
  }, [desk, facts, wanted]);
  return { simulation, setSimulation, settings, tables, startState };
}
