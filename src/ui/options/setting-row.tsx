import type { ComponentChildren } from 'preact';
import { useOptions } from './options-context.ts';
import type { SaveState } from './use-setting.ts';
import { Waiting } from './waiting.tsx';

/** `open`: asks to be looked at first. `taken`: was answered on this visit, and keeps its place. */
export type Invitation = 'none' | 'open' | 'taken';

interface Props {
  /** Prefix of the ids that tie label, help, problem and control together. */
  readonly id: string;
  readonly label: string;
  readonly help?: ComponentChildren;
  readonly state: SaveState;
  /** `label`: the text labels one input; `text`: the control names itself by the id `ID-label`. */
  readonly as?: 'label' | 'text';
  readonly invitation?: Invitation;
  readonly children: ComponentChildren;
}

/** One setting: what it is and why on the left, its control on the right, what came of a save under the control. */
export function SettingRow({ id, label, help, state, as = 'label', invitation = 'none', children }: Props) {
  const { translate } = useOptions().desk;
  return (
    <div class="row" data-setting={id} data-invitation={invitation}>
      <div class="row-text">
        {as === 'label' ? (
          <label class="row-label" for={id}>
            {label}
          </label>
        ) : (
          <span class="row-label" id={`${id}-label`}>
            {label}
          </span>
        )}
        {help !== undefined && (
          <p class="row-help" id={`${id}-help`}>
            {help}
          </p>
        )}
      </div>
      <div class="row-control">
        {children}
        <p class="row-state" id={`${id}-state`} data-state={state.kind}>
          {state.kind === 'saved' && <span aria-hidden="true">{translate('options_saved')}</span>}
          {state.kind === 'problem' && state.text}
        </p>
        <Waiting id={id} />
      </div>
    </div>
  );
}
