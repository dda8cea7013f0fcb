import type { MessageKey, Translate } from '../../messages/message-key.ts';
import { type Preset, presets } from './presets.ts';

interface Props {
  readonly chosen: string | undefined;
  readonly translate: Translate;
  readonly onChoose: (preset: Preset | undefined) => void;
}

const sources = [...new Set(presets.map(({ source }) => source))];

/** The worked examples of the source documents, by document. */
export function PresetChoice({ chosen, translate, onChoose }: Props) {
  return (
    <div class="sim-field sim-preset">
      <label for="preset">{translate('sim_preset')}</label>
      <select
        id="preset"
        value={chosen ?? ''}
        onChange={({ currentTarget: { value } }) => onChoose(presets.find(({ id }) => id === value))}
      >
        <option value="">{translate('sim_preset_own')}</option>
        {sources.map((source) => (
          <optgroup key={source} label={translate(`sim_source_${source.toLowerCase()}` as MessageKey)}>
            {presets
              .filter((preset) => preset.source === source)
              .map(({ id }) => (
                <option key={id} value={id}>
                  {`${id}: ${translate(titleKey(id))}`}
                </option>
              ))}
          </optgroup>
        ))}
      </select>
    </div>
  );
}

/** `EX-2e both` is the message `sim_preset_ex_2e_both`. */
function titleKey(id: string): MessageKey {
  return `sim_preset_${id.toLowerCase().replace(/[^a-z0-9]+/g, '_')}` as MessageKey;
}
