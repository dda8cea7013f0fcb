interface Props {
  readonly id: string;
  readonly on: boolean;
  readonly describedBy: string;
  readonly onToggle: (on: boolean) => void;
}

/** On or off; the label belongs to it by `id`. */
export function Switch({ id, on, describedBy, onToggle }: Props) {
  return (
    <input
      id={id}
      class="switch"
      type="checkbox"
      role="switch"
      checked={on}
      aria-checked={on}
      aria-describedby={describedBy}
      onChange={({ currentTarget }) => onToggle(currentTarget.checked)}
    />
  );
}
