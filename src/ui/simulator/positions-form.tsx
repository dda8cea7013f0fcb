import type { MessageKey } from '../../messages/message-key.ts';
import { NumberField, SelectField, TextField } from './fields.tsx';
import { memberAt } from './raw-input.ts';
import { useSim } from './sim-context.ts';

/** The open positions of the account, one card each. */
export function PositionsForm() {
  const { raw, change, wording } = useSim();
  const { translate } = wording;
  const list = memberAt(raw, ['account', 'positions']);
  const positions: readonly unknown[] = Array.isArray(list) ? list : [];
  const options = (...pairs: readonly (readonly [string, MessageKey])[]) =>
    pairs.map(([value, text]) => ({ value, text: translate(text) }));
  return (
    <section class="sim-card">
      <h2>{translate('sim_positions', String(positions.length))}</h2>
      {positions.map((position, index) => {
        const at = (name: string) => ['account', 'positions', index, name] as const;
        const name = String(memberAt(position, ['symbol']) ?? index + 1);
        return (
          // A position has no name of its own: two of one symbol may stand side by side.
          <fieldset key={index} class="sim-position" data-position={index}>
            <legend>{name}</legend>
            <div class="sim-grid">
              <TextField path={at('symbol')} label={translate('sim_symbol')} />
              <SelectField
                path={at('side')}
                label={translate('sim_side')}
                options={options(['long', 'sim_long'], ['short', 'sim_short'])}
              />
              <SelectField
                path={at('marginMode')}
                label={translate('sim_mode')}
                options={options(['cross', 'kit_mode_cross'], ['isolated', 'kit_mode_isolated'])}
                none={translate('sim_not_known')}
              />
              <NumberField path={at('size')} label={translate('sim_size')} />
              <NumberField path={at('entryPrice')} label={translate('sim_entry')} />
              <NumberField path={at('markPrice')} label={translate('sim_mark')} />
              <NumberField path={at('leverage')} label={translate('sim_leverage')} suffix="x" />
              <NumberField path={at('margin')} label={translate('sim_margin')} />
            </div>
            <button
              type="button"
              class="rf-link"
              data-act="drop-position"
              aria-label={translate('sim_drop_position_named', name)}
              onClick={() => change(['account', 'positions', index], undefined)}
            >
              {translate('sim_drop_position')}
            </button>
          </fieldset>
        );
      })}
      <button
        type="button"
        class="rf-button"
        data-act="add-position"
        onClick={() => change(['account', 'positions', positions.length], newPosition)}
      >
        {translate('sim_add_position')}
      </button>
    </section>
  );
}

const newPosition = { symbol: 'ETHUSDT', side: 'long', size: '1', marginMode: 'cross', leverage: '10' };
