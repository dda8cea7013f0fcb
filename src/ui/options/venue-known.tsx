import type { DecimalString } from '../../domain/decimal-string.ts';
import { isUnknown, type Unknown } from '../../domain/known.ts';
import type { VenueFacts } from '../../domain/venue.ts';
import type { MessageKey } from '../../messages/message-key.ts';
import { modeText } from '../kit/mode-text.ts';
import { shownDecimal } from './decimal-input.tsx';
import { useOptions } from './options-context.ts';

const scopes: Readonly<Record<VenueFacts['rules']['modeScope'], MessageKey>> = {
  symbol: 'options_scope_symbol',
  account: 'options_scope_account',
  order: 'options_scope_order',
  position: 'options_scope_position',
};

const models: Readonly<Record<VenueFacts['rules']['model'], MessageKey>> = {
  tiered: 'options_model_tiered',
  orderly: 'options_model_orderly',
  deribit: 'options_model_deribit',
  gmx: 'options_model_gmx',
};

/** What the figures take from this exchange's own publications, with the sources; what nobody found out is said. */
export function VenueKnown({ facts }: { readonly facts: VenueFacts }) {
  const { translate, locale } = useOptions().desk;
  const unknown = translate('options_unknown');
  const rate = (value: DecimalString | Unknown) =>
    isUnknown(value) ? unknown : `${shownDecimal(value, 'percent', locale)} %`;
  const { rules, defaultMode, fundingIntervalHours } = facts;
  const rows: readonly (readonly [MessageKey, string])[] = [
    ['options_known_fees', `${rate(facts.takerFee)} · ${rate(facts.makerFee)}`],
    ['options_known_modes', rules.modes.map((mode) => modeText(mode, translate)).join(', ')],
    ['options_known_default', isUnknown(defaultMode) ? unknown : modeText(defaultMode, translate)],
    ['options_known_scope', translate(scopes[rules.modeScope])],
    ['options_known_switch', yesNo(rules.switchWithOpenPosition)],
    ['options_known_model', translate(models[rules.model])],
    [
      'options_known_tiers',
      translate(facts.tierTable === undefined ? 'options_tiers_none' : 'options_tiers_packaged'),
    ],
    [
      'options_known_funding',
      isUnknown(fundingIntervalHours)
        ? unknown
        : translate('options_every_hours', shownDecimal(fundingIntervalHours, 'plain', locale)),
    ],
    ['options_known_liquidation_fee', rate(facts.liquidationFee)],
    ['options_known_remainder', translate(rules.isolatedKeepsNothing ? 'options_kept' : 'options_returned')],
  ];

  function yesNo(value: boolean | 'unknown'): string {
    return value === 'unknown' ? unknown : translate(value ? 'options_yes' : 'options_no');
  }
  return (
    <section aria-labelledby="known">
      <h2 id="known">{translate('options_known', facts.name)}</h2>
      <p class="section-help">{translate('options_known_help')}</p>
      <dl class="known">
        {rows.map(([label, text]) => (
          <div key={label} data-unknown={text === unknown}>
            <dt>{translate(label)}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <h3 class="rf-label">{translate('options_sources')}</h3>
      <ul class="sources">
        {facts.sources.map(({ title, address, date }) => (
          <li key={title + date}>
            {address === undefined ? (
              title
            ) : (
              <a href={address} target="_blank" rel="noreferrer">
                {title}
              </a>
            )}
            <span class="rf-quiet">, {date}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
