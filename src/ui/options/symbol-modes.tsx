import { useState } from 'preact/hooks';
import type { MarginMode } from '../../domain/account.ts';
import type { VenueSettings } from '../../domain/settings.ts';
import type { VenueId } from '../../domain/venue.ts';
import { Choice } from '../kit/choice.tsx';
import { useOptions } from './options-context.ts';
import { SettingRow } from './setting-row.tsx';
import { useSetting } from './use-setting.ts';

interface Props {
  readonly venue: VenueId;
  readonly modes: VenueSettings['intendedModeBySymbol'];
}

/** Symbols that are meant to be traded in another mode than the exchange's. */
export function SymbolModes({ venue, modes }: Props) {
  const { translate } = useOptions().desk;
  const id = `venues.${venue}.intendedModeBySymbol`;
  const [typed, setTyped] = useState('');
  const symbol = typed.trim();
  const adding = useSetting(['venues', venue, 'intendedModeBySymbol', symbol], symbol);
  const add = async (event: Event) => {
    event.preventDefault();
    if (await adding.save('cross')) setTyped('');
  };
  return (
    <>
      <SettingRow
        id={id}
        label={translate('settings_name_intendedModeBySymbol')}
        help={translate('options_symbols_help')}
        state={adding.state}
      >
        <form class="adder-line" onSubmit={(event) => void add(event)} noValidate>
          <input
            id={id}
            type="text"
            autocomplete="off"
            spellcheck={false}
            autocapitalize="characters"
            placeholder={venue === 'orderly' ? 'PERP_BTC_USDC' : 'BTCUSDT'}
            value={typed}
            aria-invalid={adding.state.kind === 'problem'}
            aria-describedby={`${id}-help ${id}-state`}
            onInput={({ currentTarget }) => {
              setTyped(currentTarget.value);
              adding.reset();
            }}
          />
          <button type="submit" class="rf-button">
            {translate('options_symbols_add')}
          </button>
        </form>
      </SettingRow>
      {Object.entries(modes).map(([name, mode]) => (
        <SymbolMode key={name} venue={venue} symbol={name} mode={mode} />
      ))}
    </>
  );
}

interface SymbolProps {
  readonly venue: VenueId;
  readonly symbol: string;
  readonly mode: MarginMode;
}

function SymbolMode({ venue, symbol, mode }: SymbolProps) {
  const { translate } = useOptions().desk;
  const path = ['venues', venue, 'intendedModeBySymbol', symbol];
  const id = path.join('.');
  const { state, save } = useSetting(path, symbol);
  return (
    <SettingRow id={id} label={symbol} state={state} as="text">
      <span class="symbol-mode">
        <Choice<MarginMode>
          name={id}
          label={{ by: `${id}-label` }}
          options={[
            { value: 'isolated', text: translate('kit_mode_isolated') },
            { value: 'cross', text: translate('kit_mode_cross') },
          ]}
          value={mode}
          onChoose={(chosen) => void save(chosen)}
        />
        <button
          type="button"
          class="rf-link"
          aria-label={translate('options_symbols_remove_named', symbol)}
          onClick={() => void save(null)}
        >
          {translate('options_symbols_remove')}
        </button>
      </span>
    </SettingRow>
  );
}
