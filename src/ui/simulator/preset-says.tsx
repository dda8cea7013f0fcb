import { type DecimalString, decimal } from '../../domain/decimal-string.ts';
import type { MessageKey } from '../../messages/message-key.ts';
import type { Wording } from '../kit/wording.ts';
import { type Assessed, presetFigures } from './preset-figures.ts';
import type { Preset } from './presets.ts';
import { saidAlike } from './said-alike.ts';

interface Props {
  readonly preset: Preset;
  readonly assessed: Assessed;
  readonly wording: Wording;
}

/** What the document says of its example, and what we make of it, figure by figure. */
export function PresetSays({ preset, assessed, wording }: Props) {
  const { translate } = wording;
  return (
    <section class="sim-card" data-preset={preset.id}>
      <h2>{translate('sim_says', preset.id, preset.source)}</h2>
      <table class="rf-shocks sim-says">
        <thead>
          <tr>
            <th scope="col">{translate('sim_says_figure')}</th>
            <th scope="col">{translate('sim_says_document')}</th>
            <th scope="col">{translate('sim_says_ours')}</th>
          </tr>
        </thead>
        <tbody>
          {preset.says.map(([name, said]) => {
            const ours = presetFigures[name](assessed);
            return (
              <tr key={name} data-says={name} data-alike={saidAlike(said, ours)}>
                <th scope="row">{translate(`sim_figure_${name}`)}</th>
                <td>
                  <bdi>{spelled(said, said, wording)}</bdi>
                </td>
                <td>
                  <bdi>{spelled(ours, said, wording)}</bdi>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

const words: Readonly<Record<string, MessageKey>> = {
  none: 'sim_word_none',
  unknown: 'sim_word_unknown',
  yes: 'popup_yes',
  no: 'popup_no',
  'in-margin': 'sim_word_in_margin',
  'partly-in-margin': 'sim_word_partly',
  'in-economics-only': 'sim_word_economics',
};

/** As many places as the document writes, at least two: enough to compare, no more than anybody reads. */
function spelled(value: unknown, said: string, wording: Wording): string {
  if (typeof value !== 'string' && typeof value !== 'number') return '–';
  const word = words[String(value)];
  if (word !== undefined) return wording.translate(word);
  if (!Number.isFinite(Number(value))) return String(value);
  const places = Math.max(2, said.split('.')[1]?.length ?? 0);
  return wording.figures.price(plain(value, places + 1), places);
}

function plain(value: string | number, places: number): DecimalString {
  return decimal(Number(value).toFixed(places));
}
