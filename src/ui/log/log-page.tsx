import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import type { LoadedLog } from '../../domain/log-entry.ts';
import type { RuleOption } from '../../domain/settings.ts';
import { logCsv } from '../../log/log-csv.ts';
import type { Translate } from '../../messages/message-key.ts';
import { Ring } from '../kit/ring.tsx';
import { applyTheme } from '../kit/theme.ts';
import { DeleteLog } from './delete-log.tsx';
import { Filters } from './filters.tsx';
import type { LogDesk } from './log-desk.ts';
import { everything, filtered, ruleCounts } from './log-filter.ts';
import { LogNotices } from './log-notices.tsx';
import { LogTable } from './log-table.tsx';
import { RuleCounts } from './rule-counts.tsx';

/** Five hundred rows say the same few words; the browser's catalogue is asked for each once. */
function remembering(translate: Translate): Translate {
  const said = new Map<string, string>();
  return (key, ...values) => {
    if (values.length > 0) return translate(key, ...values);
    const text = said.get(key) ?? translate(key);
    said.set(key, text);
    return text;
  };
}

/** Every order that was held and what became of it, newest first. */
export function LogPage({ desk }: { readonly desk: LogDesk }) {
  const { locale } = desk;
  const translate = useMemo(() => remembering(desk.translate), [desk]);
  const [log, setLog] = useState<LoadedLog | 'silent'>();
  const [rules, setRules] = useState<readonly RuleOption[]>([]);
  const [filter, setFilter] = useState(everything);
  const [said, announce] = useState('');
  const load = useCallback(async () => {
    const [answer, settings] = await Promise.all([desk.readLog(), desk.readSettings()]);
    setLog(answer.ok ? answer.value.log : 'silent');
    if (settings.ok) {
      setRules(settings.value.rules);
      applyTheme(settings.value.loaded.settings.general.theme);
    }
  }, [desk]);
  useEffect(() => void load(), [load]);
  const entries = log === undefined || log === 'silent' ? [] : log.entries;
  const shown = useMemo(() => filtered(entries, filter), [entries, filter]);
  const counts = useMemo(() => ruleCounts(entries), [entries]);
  const nameOf = (id: string) => rules.find((rule) => rule.id === id)?.title ?? id;
  if (log === undefined) return <main class="rf log" aria-busy="true" />;
  if (log === 'silent') {
    return (
      <main class="rf log">
        <h1>{translate('options_silent_title')}</h1>
        <p>{translate('log_silent')}</p>
        <button type="button" class="rf-button rf-button-main" onClick={() => void load()}>
          {translate('options_try_again')}
        </button>
      </main>
    );
  }
  // Where part of it could not be read, nobody knows that nothing was held.
  const isAllRead = log.state.kind === 'stored' && log.unreadable === 0;
  const onExport = () => announce(translate('log_exported', desk.saveFile(logCsv(shown))));
  return (
    <main class="rf log" data-surface="log">
      <header class="log-head">
        <p class="log-brand">
          <Ring size={22} />
          Ringfence
        </p>
        <h1>{translate('log_title')}</h1>
        <p class="log-help">{translate('log_help')}</p>
      </header>
      <LogNotices log={log} translate={translate} />
      {entries.length === 0 ? (
        isAllRead && (
          <section class="log-empty" data-log="empty">
            <Ring size={44} />
            <h2>{translate('log_empty_title')}</h2>
            <p>{translate('log_empty')}</p>
          </section>
        )
      ) : (
        <>
          <RuleCounts
            counts={counts}
            nameOf={nameOf}
            chosen={filter.rule}
            onChoose={(rule) => setFilter({ ...filter, rule })}
            translate={translate}
          />
          <section aria-labelledby="holds">
            <div class="log-bar">
              <h2 id="holds" aria-live="polite" data-count={shown.length}>
                {shown.length === entries.length
                  ? translate('log_count', String(entries.length))
                  : translate('log_count_of', String(shown.length), String(entries.length))}
              </h2>
              <Filters
                entries={entries}
                filter={filter}
                onFilter={setFilter}
                nameOf={nameOf}
                translate={translate}
              />
            </div>
            {shown.length === 0 ? (
              <p class="log-none">
                {translate('log_none')}{' '}
                <button type="button" class="rf-link" onClick={() => setFilter(everything)}>
                  {translate('log_show_all')}
                </button>
              </p>
            ) : (
              <LogTable entries={shown} nameOf={nameOf} translate={translate} locale={locale} />
            )}
          </section>
        </>
      )}
      <div class="log-ways">
        {shown.length > 0 && (
          <button type="button" class="rf-button" data-do="export-log" onClick={onExport}>
            {translate('log_export', String(shown.length))}
          </button>
        )}
        <DeleteLog
          desk={desk}
          onDeleted={() => {
            setFilter(everything);
            announce(translate('log_deleted'));
            void load();
          }}
        />
      </div>
      <p class="rf-unseen" role="status" aria-live="polite">
        {said}
      </p>
    </main>
  );
}
