import { useState } from 'preact/hooks';
import { hostOfPattern } from '../../domain/origin-pattern.ts';
import type { TaughtField } from '../../domain/taught.ts';
import { useOptions } from './options-context.ts';
import { TaughtFileDesk } from './taught-file-desk.tsx';
import { useTaught } from './use-taught.ts';

interface Props {
  /** Which sites this page is about. */
  readonly isHere: (origin: string) => boolean;
  readonly help: 'options_taught_help' | 'options_taught_other_help';
}

/** What the trader showed on these sites: each place with what it is known by, to be forgotten, exported or imported. */
export function TaughtSection({ isHere, help }: Props) {
  const { desk } = useOptions();
  const { translate } = desk;
  const { sites, problem, forget, take } = useTaught();
  const here = Object.entries(sites).filter(([origin]) => isHere(origin));
  return (
    <section aria-labelledby="taught" data-section="taught">
      <h2 id="taught">{translate('options_taught')}</h2>
      <p class="section-help">{translate(help)}</p>
      {here.length === 0 && <p class="taught-none">{translate('options_taught_none')}</p>}
      {here.map(([origin, fields]) => (
        <Site key={origin} origin={origin} fields={fields} forget={forget} />
      ))}
      <p class="row-state" data-state={problem === '' ? 'idle' : 'problem'}>
        {problem}
      </p>
      <TaughtFileDesk own={sites} shown={Object.fromEntries(here)} take={take} />
    </section>
  );
}

interface SiteProps {
  readonly origin: string;
  readonly fields: readonly TaughtField[];
  readonly forget: (origin: string, field: TaughtField | null) => void;
}

function Site({ origin, fields, forget }: SiteProps) {
  const { translate, locale } = useOptions().desk;
  const host = hostOfPattern(`${origin}/`);
  const [day] = useState(() => new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }));
  return (
    <div class="taught-site" data-site={origin}>
      <h3>{host}</h3>
      <ul>
        {fields.map((field) => {
          const name = translate(`teach_name_${field.name}`);
          return (
            <li key={field.name} data-taught={field.name}>
              <span class="taught-name">
                {name}
                <span class="row-help">
                  {translate(
                    field.words?.own === false ? 'options_taught_near' : 'options_taught_known_by',
                    knownBy(field),
                    day.format(new Date(field.taughtAt)),
                  )}
                </span>
              </span>
              <button
                type="button"
                class="rf-button"
                aria-label={translate('options_taught_forget_named', name)}
                onClick={() => forget(origin, field)}
              >
                {translate('options_taught_forget')}
              </button>
            </li>
          );
        })}
      </ul>
      <button type="button" class="rf-link" onClick={() => forget(origin, null)}>
        {translate('options_taught_forget_all', host)}
      </button>
    </div>
  );
}

/** The words of the page, else the name its makers gave the place. */
function knownBy({ words, mark, place }: TaughtField): string {
  return words?.text ?? mark?.attributes.map(({ value }) => value).join(' ') ?? place.path;
}
