import type { TicketState } from '../../domain/health.ts';
import type { Translate } from '../../messages/message-key.ts';
import { LevelIcon } from '../kit/level-icon.tsx';

interface Props {
  readonly state: TicketState;
  readonly translate: Translate;
}

/** What the strip would say, where the page keeps it from being seen; and that the page is not what it was. */
export function GuardNotices({ state: { guard, health }, translate }: Props) {
  // Without a ticket the popup says so at large (`empty-view.tsx`).
  const isReadOtherwise = guard?.isPageChanged === true && health.scope === 'ticket';
  return (
    <>
      {guard?.strip !== undefined && (
        <section class="rf-notice" role="alert" data-notice={guard.strip}>
          <LevelIcon level="warning" />
          <h2>{translate(guard.strip === 'covered' ? 'popup_covered_title' : 'popup_taken_away_title')}</h2>
          <p>{translate(guard.strip === 'covered' ? 'popup_covered' : 'popup_taken_away')}</p>
        </section>
      )}
      {isReadOtherwise && (
        <section class="rf-notice" data-notice="page-changed">
          <LevelIcon level="unknown" />
          <h2>{translate('popup_page_changed_title')}</h2>
          <p>{translate('popup_page_changed_read')}</p>
        </section>
      )}
    </>
  );
}
