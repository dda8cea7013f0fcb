import { describe, expect, it } from 'vitest';
import catalogue from '../../../_locales/en/messages.json' with { type: 'json' };
import { decimal } from '../../domain/decimal-string.ts';
import { translatorFrom } from '../../messages/translator-from.ts';
import { defaultSettings } from '../../settings/defaults.ts';
import { preferencesFor } from '../../settings/resolve.ts';
import { judgeInput, shocksAt } from './judge-input.ts';
import { presetFigures } from './preset-figures.ts';
import { presets } from './presets.ts';
import { checkInput } from './problems.ts';
import { saidAlike } from './said-alike.ts';

const trader = {
  preferences: preferencesFor(defaultSettings, 'generic', undefined),
  translate: translatorFrom(catalogue),
  locale: 'en',
};

/** The rows of the source documents' worked examples. */
const rows =
  'EX-1a EX-1b EX-1c EX-1d EX-1e EX-2a EX-2b EX-2c EX-2d EX-2e EX-2f EX-2g EX-3 EX-4a EX-4b EX-4c EX-5 EX-6 EX-7a EX-7b EX-8 EX-9 EX-10'.split(
    ' ',
  );

describe('presets', () => {
  it('hold every row of the worked examples, and no id twice', () => {
    const ids = presets.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect([...new Set(ids.map((id) => id.split(' ')[0]))].sort()).toEqual([...rows].sort());
  });

  const figures = presets.flatMap((preset) =>
    preset.says.map(([name, said]) => [preset.id, name, said] as const),
  );
  it.each(figures)('%s: %s is %s', (id, name, said) => {
    const preset = presets.find((each) => each.id === id);
    if (preset === undefined) throw new Error(id);
    const checked = checkInput(preset.input);
    if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
    const { input } = checked;
    const judged = judgeInput(input, trader);
    const shocks = shocksAt(input, judged.exposure, decimal(preset.move ?? '0'));
    const assessed = { input, ...judged, shocks, scope: preset.scope ?? 'this' };
    const ours = presetFigures[name](assessed);
    expect({ said, ours, alike: saidAlike(said, ours) }).toMatchObject({ alike: true });
  });
});
