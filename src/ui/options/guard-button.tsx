import { useOptions } from './options-context.ts';

interface Props {
  readonly host: string;
  readonly guarded: boolean;
  /** The one thing to do at its place, drawn so. */
  readonly main?: boolean;
  readonly onToggle: () => void;
}

export function GuardButton({ host, guarded, main = false, onToggle }: Props) {
  const { translate } = useOptions().desk;
  return (
    <button
      type="button"
      class={`rf-button${main && !guarded ? ' rf-button-main' : ''}`}
      aria-label={translate(guarded ? 'options_stop_guarding_host' : 'options_guard_host', host)}
      onClick={onToggle}
    >
      {translate(guarded ? 'options_stop_guarding' : 'options_guard')}
    </button>
  );
}
