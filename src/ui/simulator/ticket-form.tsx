import type { VenueId } from '../../domain/venue.ts';
import { venueIds } from '../../domain/venue.ts';
import type { MessageKey } from '../../messages/message-key.ts';
import { venueFacts } from '../../venues/facts.ts';
import { CheckField, NumberField, SelectField, TextField } from './fields.tsx';
import { memberAt, withMember } from './raw-input.ts';
import { useSim } from './sim-context.ts';

interface Props {
  readonly onVenue: (id: VenueId) => void;
  /** Takes a whole input where one change touches several members. */
  readonly onRaw: (raw: ReturnType<typeof withMember>) => void;
}

/** Wallet and order, in the order a ticket asks for them. */
export function TicketForm({ onVenue, onRaw }: Props) {
  const { raw, change, wording } = useSim();
  const { translate } = wording;
  const options = (...pairs: readonly (readonly [string, MessageKey])[]) =>
    pairs.map(([value, text]) => ({ value, text: translate(text) }));
  const hasOrder = memberAt(raw, ['order']) !== undefined;
  const symbol = memberAt(raw, ['order', 'symbol']);
  /** What is known of the contract goes with it to its new name, unless that name has something of its own. */
  const rename = (next: string) => {
    const renamed = withMember(raw, ['order', 'symbol'], next);
    const own = typeof symbol === 'string' ? memberAt(raw, ['instruments', symbol]) : undefined;
    const positions = memberAt(raw, ['account', 'positions']);
    const isHeld =
      Array.isArray(positions) && positions.some((each) => memberAt(each, ['symbol']) === symbol);
    if (next === '' || own === undefined || typeof symbol !== 'string' || isHeld) return onRaw(renamed);
    const without = withMember(renamed, ['instruments', symbol], undefined);
    const taken = memberAt(without, ['instruments', next]);
    onRaw(taken === undefined ? withMember(without, ['instruments', next], own) : without);
  };
  return (
    <>
      <section class="sim-card">
        <h2>{translate('sim_account')}</h2>
        <div class="sim-grid">
          <SelectField
            path={['venue']}
            label={translate('sim_venue')}
            options={venueOptions(translate('sim_venue_generic'))}
            onChoose={(id) => onVenue((id ?? 'generic') as VenueId)}
          />
          <NumberField
            path={['account', 'crossBalance']}
            label={translate('sim_wallet')}
            term="wallet_balance"
            help={translate('sim_wallet_help')}
          />
          <TextField
            path={['account', 'currency']}
            label={translate('sim_currency')}
            term="settlement_currency"
          />
        </div>
        {memberAt(raw, ['rules']) !== undefined && (
          <p class="sim-note" data-note="own-rules">
            {translate('sim_own_rules')}{' '}
            <button type="button" class="rf-link" onClick={() => change(['rules'], undefined)}>
              {translate('sim_own_rules_drop')}
            </button>
          </p>
        )}
      </section>
      <section class="sim-card">
        <h2>{translate('sim_order')}</h2>
        {!hasOrder && (
          <p class="rf-quiet">
            {translate('sim_no_order')}{' '}
            <button
              type="button"
              class="rf-link"
              data-act="add-order"
              onClick={() => change(['order'], newOrder)}
            >
              {translate('sim_add_order')}
            </button>
          </p>
        )}
        {hasOrder && (
          <>
            <div class="sim-grid">
              <TextField path={['order', 'symbol']} label={translate('sim_symbol')} onCommit={rename} />
              <SelectField
                path={['order', 'side']}
                label={translate('sim_side')}
                options={options(['long', 'sim_long'], ['short', 'sim_short'])}
              />
              <SelectField
                path={['order', 'marginMode']}
                label={translate('sim_mode')}
                term="margin_mode"
                options={options(['cross', 'kit_mode_cross'], ['isolated', 'kit_mode_isolated'])}
                none={translate('sim_not_known')}
              />
              <NumberField
                path={['order', 'leverage']}
                label={translate('sim_leverage')}
                term="leverage"
                suffix="x"
              />
              <SelectField
                path={['order', 'type']}
                label={translate('sim_type')}
                options={options(
                  ['limit', 'popup_type_limit'],
                  ['market', 'popup_type_market'],
                  ['other', 'popup_type_other'],
                )}
              />
              <NumberField path={['order', 'price']} label={translate('sim_price')} />
              <NumberField path={['order', 'size']} label={translate('sim_size')} term="position_size" />
              <NumberField path={['order', 'stopLoss']} label={translate('sim_stop')} term="stop_loss" />
            </div>
            <details class="sim-more">
              <summary>{translate('sim_more_order')}</summary>
              <div class="sim-grid">
                <NumberField
                  path={['order', 'margin']}
                  label={translate('sim_margin')}
                  term="isolated_margin"
                />
                <NumberField path={['order', 'takeProfit']} label={translate('sim_take_profit')} />
                <SelectField
                  path={['order', 'effect']}
                  label={translate('sim_effect')}
                  options={options(
                    ['open', 'popup_effect_open'],
                    ['reduce', 'popup_effect_reduce'],
                    ['close', 'popup_effect_close'],
                  )}
                />
                <SelectField
                  path={['order', 'positionMode']}
                  label={translate('sim_position_mode')}
                  term="hedge_mode"
                  options={options(['one-way', 'popup_position_one_way'], ['hedge', 'popup_position_hedge'])}
                  none={translate('sim_not_known')}
                />
                <NumberField path={['assumptions', 'horizonHours']} label={translate('sim_horizon')} />
                <NumberField path={['assumptions', 'maxLoss']} label={translate('sim_max_loss')} />
              </div>
              <CheckField
                path={['order', 'autoAddMargin']}
                label={translate('sim_auto_add')}
                term="auto_margin_add"
              />
              <button
                type="button"
                class="rf-link"
                data-act="drop-order"
                onClick={() => change(['order'], undefined)}
              >
                {translate('sim_drop_order')}
              </button>
            </details>
          </>
        )}
      </section>
    </>
  );
}

const newOrder = { symbol: 'BTCUSDT', side: 'long', effect: 'open', type: 'market', marginMode: 'isolated' };

/** Exchanges by name, the careful rules for any other first; the practice exchange is no place to trade. */
function venueOptions(generic: string) {
  return [
    { value: 'generic', text: generic },
    ...venueIds
      .filter((id) => id !== 'generic' && id !== 'practice')
      .map((id) => ({ value: id, text: venueFacts[id].name }))
      .sort((a, b) => a.text.localeCompare(b.text)),
  ];
}
