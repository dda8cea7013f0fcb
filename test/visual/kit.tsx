import { render } from 'preact';
import catalogue from '../../_locales/en/messages.json';
import { translatorFrom } from '../../src/messages/translator-from.ts';
import { Checklist } from '../../src/ui/kit/checklist.tsx';
import { Fence } from '../../src/ui/kit/fence.tsx';
import { FindingsList } from '../../src/ui/kit/findings-list.tsx';
import { leadSentence } from '../../src/ui/kit/lead-sentence.ts';
import { LevelIcon } from '../../src/ui/kit/level-icon.tsx';
import { LevelWord } from '../../src/ui/kit/level-word.tsx';
import { ModePair } from '../../src/ui/kit/mode-pair.tsx';
import { ThreeLosses } from '../../src/ui/kit/three-losses.tsx';
import { wordingFor } from '../../src/ui/kit/wording.ts';
import '../../src/ui/kit/tokens.css';
import '../../src/ui/kit/kit.css';
import { assessments } from './scenarios/assessments.ts';

/** Every shared part on every hand-made assessment. `?theme=dark`, `?locale=de-DE`, `?scenario=danger` for one. */
const query = new URLSearchParams(location.search);
document.documentElement.style.colorScheme = query.get('theme') ?? 'light';
const wording = wordingFor(translatorFrom(catalogue), query.get('locale') ?? 'en-US', 'USDT');
const wanted = query.get('scenario');
const root = document.getElementById('root');

if (root !== null) {
  render(
    Object.entries(assessments)
      .filter(([name]) => wanted === null || wanted === name)
      .map(([name, { exposure, verdict }]) => (
        <article key={name} class="rf" data-scenario={name}>
          <div style={{ display: 'flex', gap: 8, alignItems: 'center' }}>
            <LevelIcon level={verdict.level} />{' '}
            <LevelWord level={verdict.level} translate={wording.translate} />
            <span class="rf-label" style={{ marginInlineStart: 'auto' }}>
              {name}
            </span>
          </div>
          <h2 style={{ fontSize: 17, lineHeight: 1.25 }}>{leadSentence({ exposure, verdict }, wording)}</h2>
          <Fence exposure={exposure} wording={wording} />
          <Fence exposure={exposure} wording={wording} which="other" />
          <ModePair exposure={exposure} wording={wording} level={verdict.level} />
          <ThreeLosses exposure={exposure} wording={wording} />
          <Checklist items={verdict.checklist} wording={wording} />
          <FindingsList findings={verdict.findings} wording={wording} />
        </article>
      )),
    root,
  );
}
