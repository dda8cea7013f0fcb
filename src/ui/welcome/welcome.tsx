import { useEffect, useRef, useState } from 'preact/hooks';
import type { MessageKey } from '../../messages/message-key.ts';
import { Ring } from '../kit/ring.tsx';
import { applyTheme } from '../kit/theme.ts';
import { ExchangesStep } from './exchanges-step.tsx';
import { ModeStep } from './mode-step.tsx';
import { PracticeStep } from './practice-step.tsx';
import type { WelcomeDesk } from './welcome-desk.ts';

const steps = ['mode', 'exchanges', 'practice'] as const;
type Step = (typeof steps)[number];

const names: Readonly<Record<Step, MessageKey>> = {
  mode: 'welcome_step_mode',
  exchanges: 'welcome_step_exchanges',
  practice: 'welcome_step_practice',
};

/** The three steps after an install: the mode that fits, the exchanges to guard, and a practice ticket. */
export function Welcome({ desk }: { readonly desk: WelcomeDesk }) {
  const { translate } = desk;
  const [step, go] = useStep();
  const [said, announce] = useState('');
  useEffect(() => {
    void desk.readSettings().then((answer) => {
      if (answer.ok) applyTheme(answer.value.loaded.settings.general.theme);
    });
  }, [desk]);
  const shared = { desk, announce };
  return (
    <main class="rf welcome" data-surface="welcome">
      <header>
        <p class="welcome-brand">
          <Ring size={22} />
          Ringfence
        </p>
        <ol class="welcome-steps" aria-label={translate('welcome_steps')}>
          {steps.map((each, index) => (
            <li key={each}>
              <a href={`#${each}`} aria-current={each === step ? 'step' : undefined}>
                <span class="welcome-number">{index + 1}</span>
                {translate(names[each])}
              </a>
            </li>
          ))}
        </ol>
      </header>
      {step === 'mode' && <ModeStep {...shared} onNext={() => go('exchanges')} />}
      {step === 'exchanges' && <ExchangesStep {...shared} onNext={() => go('practice')} />}
      {step === 'practice' && <PracticeStep {...shared} />}
      <p class="rf-unseen" role="status" aria-live="polite">
        {said}
      </p>
    </main>
  );
}

/** The step is in the address, so that a reload and the way back stay where the trader was. */
function useStep(): [Step, (step: Step) => void] {
  const ofAddress = () => steps.find((step) => location.hash === `#${step}`) ?? 'mode';
  const [step, setStep] = useState<Step>(ofAddress);
  const first = useRef(true);
  useEffect(() => {
    const follow = () => setStep(ofAddress());
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  useEffect(() => {
    if (!first.current) {
      scrollTo(0, 0);
      document.querySelector('h1')?.focus();
    }
    first.current = false;
  }, [step]);
  return [
    step,
    (next) => {
      location.hash = next;
    },
  ];
}
