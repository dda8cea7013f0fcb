import { useState } from 'preact/hooks';
import { hostOfPattern } from '../../domain/origin-pattern.ts';
import { clockTime } from './clock-time.ts';
import { useOptions } from './options-context.ts';
import { isGranted } from './sites.ts';
import { problemOf } from './use-setting.ts';

/**
 * Asks for one host, or for its guard to end, and says what came of it. The end waits as every loosening does; once the
 * wait is over and the worker could not end it by itself, the press does.
 */
export function useGuard(pattern: string) {
  const { desk, loaded, granted, onOutcome, onGrants, announce } = useOptions();
  const { translate } = desk;
  const [problem, setProblem] = useState('');
  const guarded = isGranted(pattern, granted);

  const refuse = (text: string) => {
    setProblem(text);
    announce(text);
  };
  const settle = async (done: boolean) => {
    if (done) {
      setProblem('');
      announce(translate(guarded ? 'options_unguarded_now' : 'options_guarded_now', hostOfPattern(pattern)));
    } else refuse(translate(guarded ? 'options_remove_refused' : 'options_grant_refused'));
    await desk.syncSites();
    onGrants();
  };
  const waiting = loaded.pending.find(({ path }) => path[0] === 'guard' && path[1] === pattern);
  const isOver = waiting !== undefined && Date.parse(waiting.due) <= desk.now().getTime();
  const askToStop = async () => {
    const answer = await desk.askToUnguard(pattern);
    const failed = problemOf(answer, desk);
    if (failed !== undefined) return refuse(failed);
    if (answer.ok) onOutcome(answer.value);
    const at = answer.ok && answer.value.outcome === 'pending' ? clockTime(answer.value.at, desk.locale) : '';
    announce(translate('options_unguard_waits', hostOfPattern(pattern), at));
  };
  const keep = async () => {
    const answer = await desk.cancelPending(['guard', pattern]);
    const failed = problemOf(answer, desk);
    if (failed !== undefined) return refuse(failed);
    if (answer.ok) onOutcome(answer.value);
    setProblem('');
    announce(translate('options_guarded_now', hostOfPattern(pattern)));
  };
  // The browser asks only straight from the click: nothing may be awaited before.
  const toggle = () => {
    if (guarded && !isOver) {
      void (waiting === undefined ? askToStop() : keep());
      return;
    }
    const asked = guarded ? desk.removeOrigin(pattern) : desk.requestOrigin(pattern);
    asked.then(settle).catch((error: unknown) => {
      refuse(translate('options_grant_failed', error instanceof Error ? error.message : String(error)));
    });
  };
  return { guarded, problem, toggle, waiting: guarded ? waiting : undefined, isOver };
}
