import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Translate } from '../../messages/message-key.ts';
import type { Branch } from './decide-mode.ts';

interface Props {
  readonly branch: Exclude<Branch, 'DT2'>;
  readonly translate: Translate;
  readonly onAnswer: (yes: boolean) => void;
}

/** One branch of the tree: a question that is answered with yes or no. */
export function Question({ branch, translate, onAnswer }: Props) {
  const title = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    if (branch !== 'DT1') title.current?.focus();
  }, [branch]);
  return (
    <>
      <h2 tabIndex={-1} ref={title}>
        {translate(`welcome_ask_${branch}`)}
      </h2>
      <p class="welcome-why">{translate(`welcome_why_${branch}`)}</p>
      <p class="welcome-answers">
        <button type="button" class="rf-button" data-answer="yes" onClick={() => onAnswer(true)}>
          {translate('welcome_yes')}
        </button>
        <button type="button" class="rf-button" data-answer="no" onClick={() => onAnswer(false)}>
          {translate('welcome_no')}
        </button>
      </p>
    </>
  );
}
