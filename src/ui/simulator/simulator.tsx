import { useMemo } from 'preact/hooks';
import { decimal } from '../../domain/decimal-string.ts';
import type { VenueId } from '../../domain/venue.ts';
import { Ring } from '../kit/ring.tsx';
import { type Wording, wordingFor } from '../kit/wording.ts';
import { FileBar } from './file-bar.tsx';
import { shocksAt } from './judge-input.ts';
import { MarketForm } from './market-form.tsx';
import { PositionsForm } from './positions-form.tsx';
import { PresetChoice } from './preset-choice.tsx';
import { PresetSays } from './preset-says.tsx';
import { ProblemList } from './problem-list.tsx';
import { memberAt, type Path, type RawInput, withMember } from './raw-input.ts';
import { Results } from './results.tsx';
import { SimContext } from './sim-context.ts';
import { type Outcome, outcomeOf, type Simulation, simulationOf, simulationOfPreset } from './simulation.ts';
import type { SimulatorDesk } from './simulator-desk.ts';
import { ownTicket, type Start } from './start.ts';
import { TicketForm } from './ticket-form.tsx';
import { useSimulation } from './use-simulation.ts';

interface Props {
  readonly desk: SimulatorDesk;
  readonly start: Start;
}

/** Type an account and an order, or take a worked example or a file, and drag the price with both modes live. */
export function Simulator({ desk, start }: Props) {
  const { translate, locale } = desk;
  const { simulation, setSimulation, settings, tables, startState } = useSimulation(desk, start);
  const { raw, fill, preset } = simulation;
  const outcome = useMemo(
    () => outcomeOf({ raw, fill }, { settings, tables, translate, locale }),
    [raw, fill, settings, tables, translate, locale],
  );
  const currency = memberAt(raw, ['account', 'currency']);
  const unit = typeof currency === 'string' ? currency : '';
  const wording = useMemo(() => wordingFor(translate, locale, unit), [translate, locale, unit]);

  const setRaw = (next: RawInput) => setSimulation((now) => ({ ...now, raw: next, preset: undefined }));
  const change = (path: Path, value: unknown) =>
    setSimulation((now) => ({ ...now, raw: withMember(now.raw, path, value), preset: undefined }));
  const onVenue = (id: VenueId) => {
    const { rules: _rules, ...rest } = withMember(raw, ['venue'], id);
    setSimulation((now) => ({ ...now, raw: rest, fill: true, preset: undefined }));
  };
  const problems = outcome.ok ? [] : outcome.problems;
  return (
    <SimContext.Provider value={{ raw, whole: outcome.whole, problems, wording, change }}>
      <main class="rf sim" data-surface="simulator" data-start={startState}>
        <header class="sim-head">
          <Ring size={22} />
          <h1>{translate('sim_title')}</h1>
          <p class="rf-quiet">{translate('sim_intro')}</p>
        </header>
        {startState === 'tab-failed' && (
          <p class="rf-notice" role="alert">
            {translate('sim_tab_failed')}
          </p>
        )}
        <div class="sim-top">
          <PresetChoice
            chosen={preset?.id}
            translate={translate}
            onChoose={(next) =>
              setSimulation(next === undefined ? simulationOf(ownTicket, true) : simulationOfPreset(next))
            }
          />
          <FileBar
            wording={wording}
            whole={outcome.ok ? outcome.whole : undefined}
            onOpen={(opened) => setSimulation(simulationOf(opened, false))}
            onSave={(text) => desk.saveFile(text, 'ticket')}
            onReset={() => setSimulation(simulationOf(ownTicket, true))}
          />
        </div>
        <div class="sim-columns">
          <div class="sim-form">
            <TicketForm onVenue={onVenue} onRaw={setRaw} />
            <PositionsForm />
            <MarketForm />
            <label class="sim-check sim-fill">
              <input
                type="checkbox"
                data-input="fill"
                checked={fill}
                onChange={({ currentTarget }) =>
                  setSimulation({ ...simulation, fill: currentTarget.checked })
                }
              />
              {translate('sim_fill')}
            </label>
          </div>
          <div class="sim-results" aria-live="off">
            {outcome.ok ? (
              <Judged
                outcome={outcome}
                simulation={simulation}
                wording={wording}
                onChange={(next) => setSimulation({ ...simulation, ...next })}
              />
            ) : (
              <ProblemList problems={problems} wording={wording} />
            )}
          </div>
        </div>
      </main>
    </SimContext.Provider>
  );
}

interface JudgedProps {
  readonly outcome: Extract<Outcome, { ok: true }>;
  readonly simulation: Simulation;
  readonly wording: Wording;
  readonly onChange: (next: Partial<Simulation>) => void;
}

function Judged({ outcome, simulation: { move, scope, preset }, wording, onChange }: JudgedProps) {
  const { input, exposure, verdict } = outcome;
  const shocks = useMemo(() => shocksAt(input, exposure, decimal(move)), [input, exposure, move]);
  return (
    <>
      <Results
        exposure={exposure}
        verdict={verdict}
        shocks={shocks}
        move={move}
        scope={scope}
        wording={wording}
        onMove={(next) => onChange({ move: next })}
        onScope={(next) => onChange({ scope: next })}
      />
      {preset !== undefined && (
        <PresetSays
          preset={preset}
          assessed={{ input, exposure, verdict, shocks, scope }}
          wording={wording}
        />
      )}
    </>
  );
}
