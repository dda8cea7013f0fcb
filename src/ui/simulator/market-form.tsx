import { isDecimalString } from '../../domain/decimal-string.ts';
import { figureText } from '../kit/money.tsx';
import { Term } from '../kit/terms/term.tsx';
import { NumberField, SelectField } from './fields.tsx';
import { memberAt, symbolsOf } from './raw-input.ts';
import { useSim } from './sim-context.ts';

/** What is taken to be true of each contract: mark, brackets, fees and funding. Empty places show what stands in for them. */
export function MarketForm() {
  const { raw, wording } = useSim();
  const { translate } = wording;
  return (
    <section class="sim-card">
      <h2>{translate('sim_market')}</h2>
      {symbolsOf(raw).map((symbol) => {
        const at = (name: string) => ['instruments', symbol, name] as const;
        return (
          <fieldset key={symbol} class="sim-position" data-contract={symbol}>
            <legend>{symbol}</legend>
            <div class="sim-grid">
              <NumberField path={at('markPrice')} label={translate('sim_mark')} term="mark_price" />
              <Brackets symbol={symbol} />
              <NumberField path={at('takerFee')} label={translate('sim_taker')} term="fees" unit="percent" />
              <NumberField path={at('makerFee')} label={translate('sim_maker')} unit="percent" />
              <NumberField
                path={at('fundingRate')}
                label={translate('sim_funding')}
                term="funding_rate"
                unit="percent"
              />
              <NumberField
                path={at('fundingIntervalHours')}
                label={translate('sim_funding_hours')}
                suffix="h"
              />
              <SelectField
                path={at('kind')}
                label={translate('sim_kind')}
                term="contract_settlement"
                options={[
                  { value: 'linear', text: translate('sim_kind_linear') },
                  { value: 'inverse', text: translate('sim_kind_inverse') },
                ]}
                none={translate('sim_as_known')}
              />
            </div>
          </fieldset>
        );
      })}
    </section>
  );
}

/** One rate where the trader gives it himself, else the venue's table in a sentence. */
function Brackets({ symbol }: { readonly symbol: string }) {
  const { raw, whole, change, wording } = useSim();
  const { translate } = wording;
  const path = ['instruments', symbol, 'tiers'] as const;
  const own = memberAt(raw, path);
  const used = memberAt(whole, path);
  const count = Array.isArray(used) ? used.length : 0;
  if (Array.isArray(own) && own.length === 1) {
    return <NumberField path={[...path, 0, 'rate']} label={translate('sim_rate')} unit="percent" />;
  }
  const first = memberAt(used, [0, 'rate']);
  const asOf = memberAt(whole, ['instruments', symbol, 'tiersAsOf']);
  return (
    <div class="sim-field" data-brackets={count}>
      <p class="sim-label">
        <Term id="tier" translate={translate}>
          {translate('sim_brackets')}
        </Term>
      </p>
      <p class="rf-quiet">
        {count === 0
          ? translate('sim_brackets_none')
          : translate(
              'sim_brackets_known',
              String(count),
              isDecimalString(first) ? figureText(first, 'percent', wording) : '–',
            )}
        {typeof asOf === 'string' && ` ${translate('sim_brackets_as_of', asOf)}`}
      </p>
      <button
        type="button"
        class="rf-link"
        onClick={() => change(path, [{ floor: '0', cap: null, rate: '0.005', amount: '0' }])}
      >
        {translate('sim_rate_own')}
      </button>
    </div>
  );
}
