import { LevelIcon } from '../kit/level-icon.tsx';
import { fieldText } from '../kit/unknown-text.ts';
import type { Wording } from '../kit/wording.ts';
import { expectedText } from './expected-text.ts';
import type { Problem } from './problems.ts';

interface Props {
  readonly problems: readonly Problem[];
  readonly wording: Wording;
}

/** Nothing is worked out from an input that is wrong somewhere: where, and what should stand there. */
export function ProblemList({ problems, wording }: Props) {
  const { translate } = wording;
  return (
    <section class="sim-card" role="alert" data-problems={problems.length}>
      <p class="sim-level">
        <LevelIcon level="unknown" />
        <b>{translate('sim_wrong_title')}</b>
      </p>
      <ul class="sim-wrong">
        {problems.map(({ path, expected }) => (
          <li key={path} data-problem={path}>
            <button type="button" class="rf-link" onClick={() => document.getElementById(path)?.focus()}>
              {fieldText(path, wording)}
            </button>{' '}
            <code>{path}</code>: {expectedText(expected, wording)}
          </li>
        ))}
      </ul>
    </section>
  );
}
