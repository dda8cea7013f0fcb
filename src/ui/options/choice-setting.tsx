import type { ComponentChildren } from 'preact';
import type { SettingValue } from '../../domain/settings.ts';
import { Choice } from '../kit/choice.tsx';
import type { SettingPath } from './options-desk.ts';
import { type Invitation, SettingRow } from './setting-row.tsx';
import { useSetting } from './use-setting.ts';

interface Props<V extends string> {
  readonly path: SettingPath;
  readonly label: string;
  readonly help: ComponentChildren;
  readonly options: readonly { readonly value: V; readonly text: string }[];
  readonly value: V;
  readonly invitation?: Invitation;
  /** What the setting's store holds for an option; the option's own word unless said. */
  readonly stored?: (value: V) => SettingValue;
}

/** A setting that is one of a few. */
export function ChoiceSetting<V extends string>({
  path,
  label,
  help,
  options,
  value,
  invitation = 'none',
  stored = (chosen) => chosen,
}: Props<V>) {
  const id = path.join('.');
  const { state, save } = useSetting(path, label);
  return (
    <SettingRow id={id} label={label} help={help} state={state} as="text" invitation={invitation}>
      <Choice
        name={id}
        label={{ by: `${id}-label` }}
        options={options}
        value={value}
        onChoose={(chosen) => void save(stored(chosen))}
        describedBy={`${id}-help ${id}-state`}
      />
    </SettingRow>
  );
}
