import { useEffect } from 'preact/hooks';
import type { PendingChange } from '../../domain/settings.ts';
import { settingAt } from '../../settings/setting-steps.ts';
import { clockTime, timeLeft } from './clock-time.ts';
import { useOptions } from './options-context.ts';
import { settingValueText } from './setting-value-text.ts';
import { isGranted } from './sites.ts';
import { TakeBack } from './take-back.tsx';
import { useNames } from './use-names.ts';
import { useNow } from './use-now.ts';

/** Every loosening change that waits, wherever in the settings it was asked for. */
export function PendingList() {
  const { desk, loaded, granted, onReload } = useOptions();
  const { translate } = desk;
  // A guard that the browser has taken back meanwhile waits for nothing.
  const pending = loaded.pending.filter(
    ({ path }) => path[0] !== 'guard' || isGranted(path[1] ?? '', granted),
  );
  const now = useNow(pending.length > 0);
  const next = pending.map(({ due }) => Date.parse(due)).sort((a, b) => a - b)[0];
  const isSettingDue = pending.some(
    ({ path, due }) => path[0] !== 'guard' && Date.parse(due) <= desk.now().getTime(),
  );
  useEffect(() => {
    if (next === undefined) return;
    const wait = Math.max(0, next - desk.now().getTime());
    // A due guard that the browser would not give back stays; asking for it every second would help nobody. A setting
    // that came due while this was being drawn is in force at the next look.
    const again = isSettingDue ? 500 : 30_000;
    const timer = setTimeout(onReload, wait === 0 ? again : Math.min(wait + 50, 2_000_000_000));
    return () => clearTimeout(timer);
  }, [next, desk, isSettingDue]);
  if (pending.length === 0) return null;
  return (
    <section class="rf-notice pending" data-notice="pending">
      <svg class="rf-icon" width="18" height="18" viewBox="0 0 18 18" aria-hidden="true">
        <circle cx="9" cy="9" r="6.5" class="rf-stroke" />
        <path d="M9 5.2V9l2.6 1.8" class="rf-stroke" />
      </svg>
      <h2>
        {pending.length === 1
          ? translate('options_pending_title_one')
          : translate('options_pending_title', String(pending.length))}
      </h2>
      <p>{translate('options_pending_help')}</p>
      <ul class="pending-list">
        {pending.map((change) => (
          <PendingRow key={change.path.join('.')} change={change} now={now} />
        ))}
      </ul>
    </section>
  );
}

function PendingRow({ change, now }: { readonly change: PendingChange; readonly now: Date }) {
  const { desk, loaded, rules } = useOptions();
  const { translate, locale } = desk;
  const { nameOfPath } = useNames();
  const { path, value, due } = change;
  const name = nameOfPath(path);
  const text = (held: typeof value) => settingValueText(path, held, rules, translate, locale);
  const from = path[0] === 'guard' ? translate('options_on') : text(settingAt(loaded.settings, path));
  return (
    <li data-pending={path.join('.')}>
      <span class="pending-what">
        <strong>{name}</strong>{' '}
        <span class="rf-quiet">
          {translate('options_from_to', from, text(value))}, {clockTime(due, locale, now)}
        </span>
      </span>
      <span class="waiting-left" aria-hidden="true">
        {timeLeft(due, now)}
      </span>
      <TakeBack path={path} name={name} class="rf-button" />
    </li>
  );
}
