import type { LoadedSettings, RepairNotice } from '../../domain/settings.ts';
import type { Translate } from '../../messages/message-key.ts';
import { LevelIcon } from './level-icon.tsx';
import { settingText } from './setting-text.ts';

interface Props {
  readonly loaded: LoadedSettings;
  readonly translate: Translate;
  /** Name of an exchange or a rule by its id. */
  readonly nameOf: (id: string) => string | undefined;
  readonly onDismiss: () => void;
  /** Offered only where settings can be changed. */
  readonly onReplaceNewer?: () => void;
}

/** What the trader must know about his settings before he relies on them. Nothing when they are the stored ones. */
export function SettingsNotices({ loaded, translate, nameOf, onDismiss, onReplaceNewer }: Props) {
  const { state, repairs } = loaded;
  return (
    <>
      {state.kind === 'storage-failed' && (
        <section class="rf-notice" role="alert" data-notice="storage-failed">
          <LevelIcon level="warning" />
          <h2>{translate('settings_storage_failed_title')}</h2>
          <p>{translate('settings_storage_failed', state.detail)}</p>
        </section>
      )}
      {state.kind === 'newer-version' && (
        <section class="rf-notice" data-notice="newer-version">
          <LevelIcon level="warning" />
          <h2>{translate('settings_newer_title')}</h2>
          <p>{translate('settings_newer', String(state.version))}</p>
          {onReplaceNewer !== undefined && (
            <button type="button" class="rf-button" onClick={onReplaceNewer}>
              {translate('settings_newer_replace')}
            </button>
          )}
        </section>
      )}
      {repairs.length > 0 && (
        <section class="rf-notice" data-notice="repairs">
          <LevelIcon level="warning" />
          <h2>{title(repairs, translate)}</h2>
          <ul>
            {repairs.map((repair) => (
              <li key={`${repair.path} ${repair.was}`} data-repair={repair.path}>
                {translate(
                  'settings_repair',
                  settingText(repair.path, translate, nameOf),
                  repair.was,
                  repair.now === '' ? translate('settings_not_set') : repair.now,
                )}
              </li>
            ))}
          </ul>
          <button type="button" class="rf-button" onClick={onDismiss}>
            {translate('settings_repairs_dismiss')}
          </button>
        </section>
      )}
    </>
  );
}

function title(repairs: readonly RepairNotice[], translate: Translate): string {
  return repairs.length === 1
    ? translate('settings_repairs_title_one')
    : translate('settings_repairs_title', String(repairs.length));
}
