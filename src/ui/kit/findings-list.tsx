import type { ComponentChildren } from 'preact';
import type { Finding } from '../../domain/verdict.ts';
import { LevelIcon } from './level-icon.tsx';
import { levelText } from './level-word.tsx';
import type { Wording } from './wording.ts';

interface Props {
  readonly findings: readonly Finding[];
  readonly wording: Wording;
  /** What a surface can do about a finding, e.g. change its threshold. */
  readonly action?: (finding: Finding) => ComponentChildren;
}

/** What was found, worst first as the verdict gives it: level, sentence, and the cheapest mend in figures. */
export function FindingsList({ findings, wording, action }: Props) {
  if (findings.length === 0) return null;
  return (
    <ul class="rf-findings">
      {findings.map((finding) => (
        <li key={finding.id} data-finding={finding.id} data-level={finding.level}>
          <LevelIcon level={finding.level} size={16} />
          <div>
            <p>
              <span class="rf-unseen">{levelText(finding.level, wording.translate)}: </span>
              {finding.message}
            </p>
            {finding.remedy !== undefined && <p class="rf-remedy">{finding.remedy.text}</p>}
            {action?.(finding)}
          </div>
        </li>
      ))}
    </ul>
  );
}
