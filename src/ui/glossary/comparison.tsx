import type { MessageKey, Translate } from '../../messages/message-key.ts';
import { comparisons, prosAndCons } from './comparisons.ts';

const modes = ['cross', 'isolated'] as const;
const headings = { cross: 'kit_mode_cross', isolated: 'kit_mode_isolated' } as const;

/** The comparison rows of the source documents, one table a document, and what speaks for and against each mode. */
export function Comparison({ translate }: { readonly translate: Translate }) {
  return (
    <>
      {comparisons.map(({ source, rows }) => (
        <div key={source} class="glossary-table">
          <table data-comparison={source}>
            <caption>{translate(`glossary_source_${source}`)}</caption>
            <thead>
              <tr>
                <th scope="col">
                  <span class="rf-unseen">{translate('glossary_row')}</span>
                </th>
                {modes.map((mode) => (
                  <th key={mode} scope="col">
                    {translate(headings[mode])}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => {
                const key = `compare_${source}_${row}` as MessageKey;
                return (
                  <tr key={row} data-row={row}>
                    <th scope="row">{translate(key)}</th>
                    {modes.map((mode) => (
                      <td key={mode}>{translate(`${key}_${mode}` as MessageKey)}</td>
                    ))}
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      ))}
      <div class="glossary-sides">
        {modes.map((mode) => (
          <div key={mode}>
            <h3>{translate(headings[mode])}</h3>
            <Points title={translate('glossary_pros')} name={`${mode}_pro`} translate={translate} />
            <Points title={translate('glossary_cons')} name={`${mode}_con`} translate={translate} />
          </div>
        ))}
      </div>
      <p class="rf-quiet">{translate('glossary_note')}</p>
    </>
  );
}

interface PointsProps {
  readonly title: string;
  readonly name: keyof typeof prosAndCons;
  readonly translate: Translate;
}

function Points({ title, name, translate }: PointsProps) {
  return (
    <>
      <p class="rf-label">{title}</p>
      <ul>
        {prosAndCons[name].map((number) => (
          <li key={number}>{translate(`compare_${name}_${number}` as MessageKey)}</li>
        ))}
      </ul>
    </>
  );
}
