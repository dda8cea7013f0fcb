import { hostOfPattern } from '../../domain/origin-pattern.ts';
import { LevelIcon } from '../kit/level-icon.tsx';
import { clockTime, timeLeft } from './clock-time.ts';
import { GuardButton, guardAct } from './guard-button.tsx';
import { useOptions } from './options-context.ts';
import { useGuard } from './use-guard.ts';
import { useNow } from './use-now.ts';

/** One host: whether Ringfence may read it, and the button that changes that. */
export function HostRow({ pattern }: { readonly pattern: string }) {
  const { translate, locale } = useOptions().desk;
  const { guarded, problem, toggle, waiting, isOver } = useGuard(pattern);
  const now = useNow(waiting !== undefined);
  const host = hostOfPattern(pattern);
  return (
    <div class="host" data-host={host} data-guarded={guarded}>
      <LevelIcon level={guarded ? 'ok' : 'unknown'} size={20} />
      <div>
        <p class="host-name">{host}</p>
        <p class="row-help">{translate(guarded ? 'options_guarded' : 'options_not_guarded')}</p>
        {waiting !== undefined && (
          <p class="waiting" data-waiting={`guard.${pattern}`}>
            <span>{translate('options_guard_ends', clockTime(waiting.due, locale, now))}</span>
            <span class="waiting-left" aria-hidden="true">
              {timeLeft(waiting.due, now)}
            </span>
          </p>
        )}
        {problem !== '' && <p class="host-problem">{problem}</p>}
      </div>
      <GuardButton host={host} act={guardAct(guarded, waiting !== undefined, isOver)} main onPress={toggle} />
    </div>
  );
}
