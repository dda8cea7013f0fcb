import type { LoadedLog } from '../../domain/log-entry.ts';
import type { Translate } from '../../messages/message-key.ts';
import { LevelIcon } from '../kit/level-icon.tsx';

interface Props {
  readonly log: LoadedLog;
  readonly translate: Translate;
}

/** What the trader must know of the log before he counts on it. */
export function LogNotices({ log: { state, gone, unreadable }, translate }: Props) {
  return (
    <>
      {state.kind === 'storage-failed' && (
        <section class="rf-notice" role="alert" data-notice="storage-failed">
          <LevelIcon level="warning" />
          <h2>{translate('log_storage_failed_title')}</h2>
          <p>{translate('log_storage_failed', state.detail)}</p>
        </section>
      )}
      {state.kind === 'newer-version' && (
        <section class="rf-notice" data-notice="newer-version">
          <LevelIcon level="warning" />
          <h2>{translate('log_newer_title')}</h2>
          <p>{translate('log_newer')}</p>
        </section>
      )}
      {(gone > 0 || unreadable > 0) && (
        <p class="log-gone" data-gone={gone}>
          {gone > 0 && translate('log_gone', String(gone))}{' '}
          {unreadable > 0 && translate('log_unreadable', String(unreadable))}
        </p>
      )}
    </>
  );
}
