import { useEffect, useState } from 'preact/hooks';
import { PracticeTicket } from './practice-ticket.tsx';
import type { WelcomeDesk } from './welcome-desk.ts';

interface Props {
  readonly desk: WelcomeDesk;
  readonly announce: (text: string) => void;
}

/** A ticket of nobody's exchange, guarded as a real one is: what a hold is like, before it matters. */
export function PracticeStep({ desk, announce }: Props) {
  const { translate } = desk;
  const [sent, setSent] = useState('');
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    const life = new AbortController();
    desk.guardPractice(life.signal).catch(() => setFailed(true));
    return () => life.abort();
  }, [desk]);
  const onSent = (side: 'long' | 'short') => {
    const text = translate('welcome_practice_sent', translate(side === 'long' ? 'popup_buy' : 'popup_sell'));
    setSent(text);
    announce(text);
  };
  return (
    <section>
      <h1 tabIndex={-1}>{translate('welcome_practice_title')}</h1>
      <p class="welcome-help">{translate('welcome_practice_help')}</p>
      <div class="welcome-practice">
        <div>
          <ol class="welcome-tries">
            <li>{translate('welcome_try_press')}</li>
            <li>{translate('welcome_try_read')}</li>
            <li>{translate('welcome_try_change')}</li>
          </ol>
          {failed && <p class="rf-bad">{translate('welcome_practice_failed')}</p>}
          {sent !== '' && (
            <p class="welcome-done" data-sent="true">
              {sent}
            </p>
          )}
        </div>
        <div>
          <PracticeTicket translate={translate} onSent={onSent} onTouched={() => setSent('')} />
          <section class="practice-holdings" aria-label={translate('welcome_ticket_positions')}>
            <div class="practice-tabs" role="tablist" aria-label={translate('welcome_ticket_positions')}>
              <button type="button" role="tab" aria-selected="true">
                Positions (0)
              </button>
            </div>
            <table data-practice="positions">
              <tbody />
            </table>
            <p>No open positions</p>
          </section>
        </div>
      </div>
      <p class="welcome-why">{translate('welcome_seat_belt')}</p>
      <p class="welcome-answers">
        <button type="button" class="rf-button" onClick={() => void desk.openPage('options')}>
          {translate('welcome_open_settings')}
        </button>
        <button type="button" class="rf-button" onClick={() => void desk.openPage('simulator')}>
          {translate('welcome_open_simulator')}
        </button>
      </p>
    </section>
  );
}
