import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { TaughtName } from '../../domain/taught.ts';
import type { VenueId } from '../../domain/venue.ts';
import type { Translate } from '../../messages/message-key.ts';
import { LevelIcon } from '../kit/level-icon.tsx';
import type { View } from './look.ts';
import type { PopupDesk } from './popup-desk.ts';

interface Props {
  readonly view: Exclude<View, { kind: 'ticket' | 'looking' }>;
  readonly desk: PopupDesk;
  readonly venueName: (id: VenueId) => string;
  /** The tab changed under the popup's own hands: time to look again. */
  readonly onChanged: () => void;
  readonly onTeach: (first: TaughtName | null) => void;
}

/** Why there is no verdict, and the one thing to do about it. */
export function EmptyView({ view, desk, venueName, onChanged, onTeach }: Props) {
  const { translate } = desk;
  switch (view.kind) {
    case 'not-granted':
      return <NotGranted view={view} desk={desk} venueName={venueName} onChanged={onChanged} />;
    case 'no-script':
      return say(
        translate,
        'unknown',
        'popup_no_script_title',
        translate('popup_no_script', view.host),
        <button
          type="button"
          class="rf-button rf-button-main"
          onClick={() => void desk.reloadTab(view.tabId).then(onChanged)}
        >
          {translate('popup_reload')}
        </button>,
      );
    case 'unchecked':
      return say(
        translate,
        'unknown',
        'popup_unchecked_title',
        view.why === undefined
          ? translate('popup_unchecked')
          : translate('popup_unchecked_because', view.why),
      );
    case 'waiting':
      return say(translate, 'ok', 'popup_waiting_title', translate('popup_waiting'));
    case 'no-ticket': {
      const { health, guard } = view.state;
      if (health.scope === 'several')
        return say(translate, 'unknown', 'popup_several_title', translate('popup_several'));
      const teach = (
        <>
          <button type="button" class="rf-button" data-teach="page" onClick={() => onTeach(null)}>
            {translate('popup_teach_page')}
          </button>
          <p class="rf-quiet popup-small">{translate('popup_teach_page_help')}</p>
        </>
      );
      return guard?.isPageChanged === true
        ? say(translate, 'unknown', 'popup_page_changed_title', translate('popup_page_changed'), teach)
        : say(translate, 'ok', 'popup_no_ticket_title', translate('popup_no_ticket'), teach);
    }
    case 'no-access':
      return say(translate, 'ok', 'popup_no_access_title', translate('popup_no_access'));
  }
}

type Title =
  | 'popup_no_script_title'
  | 'popup_unchecked_title'
  | 'popup_waiting_title'
  | 'popup_several_title'
  | 'popup_page_changed_title'
  | 'popup_no_ticket_title'
  | 'popup_no_access_title';

function say(
  translate: Translate,
  level: 'ok' | 'unknown',
  title: Title,
  text: string,
  action?: ComponentChildren,
) {
  return (
    <section class="popup-empty">
      <LevelIcon level={level} size={28} />
      <h2>{translate(title)}</h2>
      <p>{text}</p>
      {action}
    </section>
  );
}

interface NotGrantedProps extends Omit<Props, 'view' | 'onTeach'> {
  readonly view: Extract<View, { kind: 'not-granted' }>;
}

function NotGranted({ view, desk, venueName, onChanged }: NotGrantedProps) {
  const { translate } = desk;
  const [problem, setProblem] = useState('');
  // The browser asks only straight from the click: nothing may be awaited before.
  const guard = () => {
    desk
      .requestOrigin(view.pattern)
      .then(async (granted) => {
        setProblem(granted ? '' : translate('popup_grant_refused'));
        if (granted) await desk.syncSites().then(onChanged);
      })
      .catch((error: unknown) => setProblem(translate('popup_grant_failed', messageOf(error))));
  };
  return (
    <section class="popup-empty">
      <LevelIcon level="unknown" size={28} />
      <h2>
        {view.venue === undefined
          ? translate('popup_not_granted_title_site', view.host)
          : translate('popup_not_granted_title', venueName(view.venue))}
      </h2>
      <p>{translate(view.venue === undefined ? 'popup_not_granted_site' : 'popup_not_granted')}</p>
      <button type="button" class="rf-button rf-button-main" onClick={guard}>
        {translate('popup_guard')}
      </button>
      <p class="rf-quiet popup-small">{translate('popup_grant_note', view.host)}</p>
      <p role="status" class="popup-problem">
        {problem}
      </p>
    </section>
  );
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
