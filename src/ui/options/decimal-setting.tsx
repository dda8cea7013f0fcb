import type { DecimalString } from '../../domain/decimal-string.ts';
import { DecimalInput, type DecimalUnit } from './decimal-input.tsx';
import type { SettingPath } from './options-desk.ts';
import { SettingRow } from './setting-row.tsx';
import { useSetting } from './use-setting.ts';

interface Props {
  readonly path: SettingPath;
  readonly label: string;
  readonly help: string;
  readonly stored: DecimalString | null;
  readonly placeholder: string;
  readonly unit?: DecimalUnit;
  readonly suffix?: string;
}

/** A setting that is one number. */
export function DecimalSetting({ path, label, help, unit = 'plain', suffix = '', ...field }: Props) {
  const id = path.join('.');
  const { state, save, reset } = useSetting(path, label);
  return (
    <SettingRow id={id} label={label} help={help} state={state}>
      <DecimalInput {...field} id={id} unit={unit} suffix={suffix} state={state} save={save} reset={reset} />
    </SettingRow>
  );
}
