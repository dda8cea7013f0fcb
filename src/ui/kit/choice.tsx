interface Option<V extends string> {
  readonly value: V;
  readonly text: string;
}

interface Props<V extends string> {
  /** Names the group for the form and must be unique on the page. */
  readonly name: string;
  /** What is chosen, for those who do not see the layout; or the id of the text that says so. */
  readonly label: { readonly text: string } | { readonly by: string };
  readonly options: readonly Option<V>[];
  readonly value: V | undefined;
  readonly onChoose: (value: V) => void;
  readonly describedBy?: string | undefined;
}

/** One of a few, as radio buttons: arrow keys move, the state is the browser's own. */
export function Choice<V extends string>({ name, label, options, value, onChoose, describedBy }: Props<V>) {
  const naming = 'by' in label ? { 'aria-labelledby': label.by } : { 'aria-label': label.text };
  return (
    <div
      class="rf-choice"
      role="radiogroup"
      {...naming}
      {...(describedBy === undefined ? {} : { 'aria-describedby': describedBy })}
    >
      {options.map((option) => (
        <label key={option.value}>
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChoose(option.value)}
          />
          {option.text}
        </label>
      ))}
    </div>
  );
}
