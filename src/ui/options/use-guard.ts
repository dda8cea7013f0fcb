import { useState } from 'preact/hooks';
import { hostOfPattern } from '../../domain/origin-pattern.ts';
import { useOptions } from './options-context.ts';
import { isGranted } from './sites.ts';

/** Asks for one host or gives it back, and says what came of it. */
export function useGuard(pattern: string) {
  const { desk, granted, onGrants, announce } = useOptions();
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
  // The browser asks only straight from the click: nothing may be awaited before.
  const toggle = () => {
    const asked = guarded ? desk.removeOrigin(pattern) : desk.requestOrigin(pattern);
    asked.then(settle).catch((error: unknown) => {
      refuse(translate('options_grant_failed', error instanceof Error ? error.message : String(error)));
    });
  };
  return { guarded, problem, toggle };
}
