import { useState } from 'preact/hooks';
import { hostOfPattern } from '../../domain/origin-pattern.ts';
import { useOptions } from './options-context.ts';
import { typedSite } from './sites.ts';

/** Guards a site by its address. The permission asked for is for its one host. */
export function SiteAdder() {
  const { desk, onGrants, announce } = useOptions();
  const { translate } = desk;
  const [text, setText] = useState('');
  const [problem, setProblem] = useState('');
  const pattern = typedSite(text);

  const say = (sentence: string) => {
    setProblem(sentence);
    announce(sentence);
  };
  const ask = (event: Event) => {
    event.preventDefault();
    if (pattern === undefined) {
      say(translate('options_site_problem'));
      return;
    }
    // Straight from the press, nothing awaited before: else the browser does not ask.
    desk
      .requestOrigin(pattern)
      .then(async (granted) => {
        if (!granted) return say(translate('options_grant_refused'));
        setText('');
        setProblem('');
        announce(translate('options_guarded_now', hostOfPattern(pattern)));
        await desk.syncSites();
        onGrants();
      })
      .catch((error: unknown) =>
        say(translate('options_grant_failed', error instanceof Error ? error.message : String(error))),
      );
  };
  return (
    <form class="adder" onSubmit={ask} noValidate>
      <label class="row-label" for="site">
        {translate('options_site_label')}
      </label>
      <div class="adder-line">
        <input
          id="site"
          type="text"
          inputMode="url"
          autocomplete="off"
          spellcheck={false}
          autocapitalize="none"
          placeholder="perps.example.org"
          value={text}
          aria-invalid={problem !== ''}
          aria-describedby="site-help site-problem"
          onInput={({ currentTarget }) => {
            setText(currentTarget.value);
            setProblem('');
          }}
        />
        <button type="submit" class="rf-button rf-button-main">
          {translate('options_guard')}
        </button>
      </div>
      <p class="row-help" id="site-help">
        {pattern === undefined
          ? translate('options_site_help')
          : translate('options_site_asks', hostOfPattern(pattern))}
      </p>
      <p class="row-state" id="site-problem" data-state={problem === '' ? 'idle' : 'problem'}>
        {problem}
      </p>
    </form>
  );
}
