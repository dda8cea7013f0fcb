import { clockTime, timeLeft } from './clock-time.ts';
import { useOptions } from './options-context.ts';
import { settingValueText } from './setting-value-text.ts';
import { TakeBack } from './take-back.tsx';
import { useNames } from './use-names.ts';
import { useNow } from './use-now.ts';

/** Beside a setting: what it will be, when, and the way to take that back. Nothing where nothing waits. */
export function Waiting({ id }: { readonly id: string }) {
  const { desk, loaded, rules } = useOptions();
  const { translate, locale } = desk;
  const change = loaded.pending.find(({ path }) => path.join('.') === id);
  const now = useNow(change !== undefined);
  const { nameOfPath } = useNames();
  if (change === undefined) return null;
  const name = nameOfPath(change.path);
  const value = settingValueText(change.path, change.value, rules, translate, locale);
  return (
    <p class="waiting" data-waiting={id}>
      <span>{translate('options_waits', value, clockTime(change.due, locale, now))}</span>
      <span class="waiting-left" aria-hidden="true">
        {timeLeft(change.due, now)}
      </span>
      <TakeBack path={change.path} name={name} class="rf-link" />
    </p>
  );
}
