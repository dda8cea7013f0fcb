import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Translate } from '../../messages/message-key.ts';

interface Props {
  readonly translate: Translate;
  readonly onAnswer: (knows: boolean) => void;
}

/** What stands to choose from; the second is what maintenance margin is. */
const choices = ['initial', 'maintenance', 'funding', 'unsure'] as const;

/** What is maintenance margin, in one sentence? Who does not know it is better off on isolated, and then reads it. */
export function MarginQuestion({ translate, onAnswer }: Props) {
  const [chosen, setChosen] = useState<(typeof choices)[number]>();
  const title = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => title.current?.focus(), []);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (chosen !== undefined) onAnswer(chosen === 'maintenance');
      }}
    >
      <h2 tabIndex={-1} ref={title} id="margin-question">
        {translate('welcome_ask_DT2')}
      </h2>
      <p class="welcome-why">{translate('welcome_why_DT2')}</p>
      <div class="welcome-choices" role="radiogroup" aria-labelledby="margin-question">
        {choices.map((choice) => (
          <label key={choice}>
            <input
              type="radio"
              name="maintenance"
              value={choice}
              checked={choice === chosen}
              onChange={() => setChosen(choice)}
            />
            {translate(`welcome_margin_${choice}`)}
          </label>
        ))}
      </div>
      <p class="welcome-answers">
        <button type="submit" class="rf-button rf-button-main" disabled={chosen === undefined}>
          {translate('welcome_answer')}
        </button>
      </p>
    </form>
  );
}
