import { useEffect, useRef } from 'preact/hooks';
import type { RulePreference } from '../../domain/preferences.ts';
import { bandMeasure, type RuleOption } from '../../domain/settings.ts';
import { LevelIcon } from '../kit/level-icon.tsx';
import { levelText } from '../kit/level-word.tsx';
import { DecimalInput, shownDecimal } from './decimal-input.tsx';
import { useOptions } from './options-context.ts';
import { suffixOf } from './rule-unit.ts';
import { SettingRow } from './setting-row.tsx';
import { Switch } from './switch.tsx';
import { useSetting } from './use-setting.ts';
import { Waiting } from './waiting.tsx';

type Band = keyof RuleOption['bands'];
const bands: readonly Band[] = ['notice', 'warning', 'danger'];

/**
 * One rule, made from its own definition: on or off, and where each of its levels starts. `asked`: the address names it;
 * it is brought into view and takes the focus.
 */
export function RuleSettings({ rule, asked }: { readonly rule: RuleOption; readonly asked: boolean }) {
  const { desk, loaded } = useOptions();
  const item = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (!asked) return;
    item.current?.scrollIntoView({ block: 'center' });
    item.current?.querySelector('input')?.focus();
  }, [asked]);
  const own: RulePreference | undefined = loaded.settings.general.rules[rule.id];
  const path = ['general', 'rules', rule.id, 'enabled'];
  const id = path.join('.');
  const { state, save } = useSetting(path, rule.title);
  const enabled = own?.enabled ?? true;
  return (
    <li class="rule" data-rule={rule.id} data-asked={asked} ref={item}>
      <SettingRow id={id} label={rule.title} state={state}>
        <Switch id={id} on={enabled} describedBy={`${id}-state`} onToggle={(next) => void save(next)} />
      </SettingRow>
      {rule.unit !== 'state' && (
        <fieldset
          class="bands"
          disabled={!enabled}
          aria-label={desk.translate('options_thresholds_of', rule.title)}
        >
          {bands.map(
            (band) => rule.bands[band] !== undefined && <BandField key={band} rule={rule} band={band} />,
          )}
        </fieldset>
      )}
    </li>
  );
}

function BandField({ rule, band }: { readonly rule: RuleOption; readonly band: Band }) {
  const { desk, loaded } = useOptions();
  const { translate, locale } = desk;
  const path = ['general', 'rules', rule.id, 'bands', band];
  const id = path.join('.');
  const level = levelText(band, translate);
  const measure = bandMeasure(rule, band);
  const label = translate(measure.worse === 'higher' ? 'options_band_from' : 'options_band_under', level);
  const { state, save, reset } = useSetting(path, `${rule.title}, ${level}`);
  const unit = measure.unit === 'fraction' ? 'percent' : 'plain';
  const start = rule.bands[band];
  return (
    <div class="band" data-setting={id}>
      <label for={id}>
        <LevelIcon level={band} size={14} />
        {label}
      </label>
      <DecimalInput
        id={id}
        stored={loaded.settings.general.rules[rule.id]?.bands?.[band] ?? null}
        placeholder={start === undefined ? '' : shownDecimal(start, unit, locale)}
        unit={unit}
        suffix={suffixOf(measure.unit, translate)}
        state={state}
        save={save}
        reset={reset}
        described={false}
      />
      <p class="row-state" id={`${id}-state`} data-state={state.kind}>
        {state.kind === 'saved' && <span aria-hidden="true">{translate('options_saved')}</span>}
        {state.kind === 'problem' && state.text}
      </p>
      <Waiting id={id} />
    </div>
  );
}
