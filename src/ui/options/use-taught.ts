import { useCallback, useEffect, useState } from 'preact/hooks';
import type { TaughtField, TaughtSites } from '../../domain/taught.ts';
import type { CallResult } from '../../protocol/call.ts';
import { useOptions } from './options-context.ts';

/** What was shown on every site, read anew whenever the trader comes back to this page. */
export function useTaught() {
  const { desk, announce } = useOptions();
  const { translate } = desk;
  const [sites, setSites] = useState<TaughtSites>({});
  const [problem, setProblem] = useState('');
  const load = useCallback(async () => {
    const answer = await desk.readAllTaught();
    if (answer.ok) setSites(answer.value.sites);
  }, [desk]);
  useEffect(() => {
    void load();
    const again = () => {
      if (document.visibilityState === 'visible') void load();
    };
    document.addEventListener('visibilitychange', again);
    return () => document.removeEventListener('visibilitychange', again);
  }, [load]);

  const settle = (answer: CallResult<'forget-taught'>, said: string): boolean => {
    const text = problemOf(answer);
    setProblem(text);
    announce(text === '' ? said : text);
    if (answer.ok && answer.value.outcome === 'saved') setSites(answer.value.sites);
    return text === '';
  };
  const problemOf = (answer: CallResult<'forget-taught'>): string => {
    if (!answer.ok) return translate('options_worker_silent');
    if (answer.value.outcome === 'saved') return '';
    const { why, detail } = answer.value;
    if (why === 'newer-version') return translate('options_newer_version');
    return why === 'too-many'
      ? translate('teach_not_kept', translate('teach_not_kept_many', detail))
      : translate('options_storage_full', detail);
  };
  return {
    sites,
    problem,
    forget: (origin: string, field: TaughtField | null) => {
      const said = field === null ? origin : translate(`teach_name_${field.name}`);
      void desk
        .forgetTaught(origin, field?.name ?? null)
        .then((answer) => settle(answer, translate('options_taught_forgotten', said)));
    },
    take: async (incoming: TaughtSites): Promise<boolean> => {
      const count = Object.values(incoming).flat().length;
      return settle(await desk.importTaught(incoming), translate('options_taught_imported', String(count)));
    },
  };
}
