import { useState } from 'preact/hooks';
import { type Answers, type Branch, branches, decideMode } from './decide-mode.ts';
import { MarginQuestion } from './margin-question.tsx';
import { ModeAnswer } from './mode-answer.tsx';
import { Question } from './question.tsx';
import type { WelcomeDesk } from './welcome-desk.ts';

interface Props {
  readonly desk: WelcomeDesk;
  readonly announce: (text: string) => void;
  readonly onNext: () => void;
}

/** The decision tree, one question at a time, down to the mode that fits and why. */
export function ModeStep({ desk, announce, onNext }: Props) {
  const { translate } = desk;
  const [answers, setAnswers] = useState<Answers>({});
  const decision = decideMode(answers);
  const answered = branches.filter((branch) => answers[branch] !== undefined);
  const answer = (branch: Branch, value: boolean) => setAnswers({ ...answers, [branch]: value });
  const last = answered.at(-1);
  const back = () => {
    if (last === undefined) return;
    const { [last]: _, ...others } = answers;
    setAnswers(others);
  };
  return (
    <section>
      <h1 tabIndex={-1}>{translate('welcome_title')}</h1>
      <p class="welcome-help">{translate('welcome_help')}</p>
      <div class="welcome-card" data-branch={decision.kind === 'ask' ? decision.branch : 'mode'}>
        {decision.kind === 'mode' ? (
          <ModeAnswer decision={decision} desk={desk} announce={announce} onNext={onNext} />
        ) : decision.branch === 'DT2' ? (
          <MarginQuestion translate={translate} onAnswer={(knows) => answer('DT2', knows)} />
        ) : (
          <Question
            key={decision.branch}
            branch={decision.branch}
            translate={translate}
            onAnswer={(value) => answer(decision.branch, value)}
          />
        )}
      </div>
      <p class="welcome-ways">
        {last !== undefined && (
          <button type="button" class="rf-link" data-do="back" onClick={back}>
            {translate('welcome_back')}
          </button>
        )}
        <button type="button" class="rf-link" data-do="skip" onClick={onNext}>
          {translate('welcome_skip')}
        </button>
      </p>
    </section>
  );
}
