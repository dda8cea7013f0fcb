import { useEffect, useState } from 'preact/hooks';
import type { Translate } from '../../messages/message-key.ts';
import { Ring } from '../kit/ring.tsx';
import { type TermId, termIds } from '../kit/terms/term-ids.ts';
import { Comparison } from './comparison.tsx';

interface Props {
  readonly translate: Translate;
  readonly locale: string;
}

/** The help page: every word with its sentence, and both margin modes side by side. `#leverage` goes to a word. */
export function Glossary({ translate, locale }: Props) {
  const [sought, seek] = useState('');
  const collator = new Intl.Collator(locale);
  const words = termIds
    .map((id) => ({ id, name: translate(`term_${id}`), means: translate(`term_${id}_is`) }))
    .sort((a, b) => collator.compare(a.name, b.name));
  const wanted = sought.trim().toLocaleLowerCase(locale);
  const found = words.filter(({ name, means }) =>
    `${name} ${means}`.toLocaleLowerCase(locale).includes(wanted),
  );
  useEffect(() => {
    const go = () => document.getElementById(location.hash.slice(1))?.scrollIntoView();
    go();
    addEventListener('hashchange', go);
    return () => removeEventListener('hashchange', go);
  }, []);
  return (
    <main class="rf glossary" data-surface="glossary">
      <header>
        <Ring size={22} />
        <h1>{translate('glossary_title')}</h1>
      </header>
      <p class="rf-quiet">{translate('glossary_intro')}</p>
      <section aria-labelledby="compare">
        <h2 id="compare">{translate('glossary_compare')}</h2>
        <p class="rf-quiet">{translate('glossary_compare_intro')}</p>
        <Comparison translate={translate} />
      </section>
      <section aria-labelledby="words">
        <h2 id="words">{translate('glossary_terms')}</h2>
        <p class="glossary-find">
          <label for="find">{translate('glossary_find')}</label>
          <input
            id="find"
            type="search"
            autocomplete="off"
            value={sought}
            onInput={({ currentTarget }) => seek(currentTarget.value)}
          />
          <span class="rf-quiet" role="status">
            {found.length === 0
              ? translate('glossary_none', sought.trim())
              : translate('glossary_count', String(found.length), String(words.length))}
          </span>
        </p>
        <dl class="glossary-words">{found.map((word) => entry(word))}</dl>
      </section>
    </main>
  );
}

function entry({ id, name, means }: { readonly id: TermId; readonly name: string; readonly means: string }) {
  return (
    <div key={id} id={id} data-term={id}>
      <dt>{name}</dt>
      <dd>{means}</dd>
    </div>
  );
}
