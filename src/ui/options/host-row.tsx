import { hostOfPattern } from '../../domain/origin-pattern.ts';
import { LevelIcon } from '../kit/level-icon.tsx';
import { GuardButton } from './guard-button.tsx';
import { useOptions } from './options-context.ts';

import { useGuard } from './use-guard.ts';

/** One host: whether Ringfence may read it, and the button that changes that. */
export function HostRow({ pattern }: { readonly pattern: string }) {
  const { translate } = useOptions().desk;
  const { guarded, problem, toggle } = useGuard(pattern);
  return (
    <div class="host" data-host={hostOfPattern(pattern)} data-guarded={guarded}>
      <LevelIcon level={guarded ? 'ok' : 'unknown'} size={20} />
      <div>
        <p class="host-name">{hostOfPattern(pattern)}</p>
        <p class="row-help">{translate(guarded ? 'options_guarded' : 'options_not_guarded')}</p>
        {problem !== '' && <p class="host-problem">{problem}</p>}
      </div>
      <GuardButton host={hostOfPattern(pattern)} guarded={guarded} main onToggle={toggle} />
    </div>
  );
}
