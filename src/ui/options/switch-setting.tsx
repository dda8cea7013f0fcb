import type { SettingPath } from './options-desk.ts';
import { SettingRow } from './setting-row.tsx';
import { Switch } from './switch.tsx';
import { useSetting } from './use-setting.ts';

interface Props {
  readonly path: SettingPath;
  readonly label: string;
  readonly help: string;
  readonly on: boolean;
}

/** A setting that is on or off. */
export function SwitchSetting({ path, label, help, on }: Props) {
  const id = path.join('.');
  const { state, save } = useSetting(path, label);
  return (
    <SettingRow id={id} label={label} help={help} state={state}>
      <Switch id={id} on={on} describedBy={`${id}-help ${id}-state`} onToggle={(next) => void save(next)} />
    </SettingRow>
  );
}
