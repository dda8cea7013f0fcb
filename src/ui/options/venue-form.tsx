import type { DecimalString } from '../../domain/decimal-string.ts';
import { isUnknown, type Unknown } from '../../domain/known.ts';
import type { VenueSettings } from '../../domain/settings.ts';
import type { VenueFacts, VenueId } from '../../domain/venue.ts';
import { ChoiceSetting } from './choice-setting.tsx';
import { shownDecimal } from './decimal-input.tsx';
import { DecimalSetting } from './decimal-setting.tsx';
import { IntendedMode } from './intended-mode.tsx';
import { useOptions } from './options-context.ts';
import { SwitchSetting } from './switch-setting.tsx';
import { SymbolModes } from './symbol-modes.tsx';

interface Props {
  readonly facts: VenueFacts;
  readonly own: VenueSettings;
}

/** Everything the trader can set for one exchange. */
export function VenueForm({ facts, own }: Props) {
  const {
    desk: { translate, locale },
    defaults: { assumptions },
    loaded,
    rules,
  } = useOptions();
  const at = (key: keyof VenueSettings) => ['venues', facts.id, key];
  const noLimit = translate('options_no_limit');
  const percent = (value: DecimalString | Unknown) =>
    isUnknown(value) ? translate('options_unknown') : shownDecimal(value, 'percent', locale);
  /** Where the rule's warning starts while the exchange has no start of its own. */
  const ruleStart = (id: string) => {
    const set = loaded.settings.general.rules[id]?.bands?.warning;
    const start = set ?? rules.find((rule) => rule.id === id)?.bands.warning;
    return start === undefined ? '' : shownDecimal(start, 'percent', locale);
  };
  return (
    <>
      <section aria-labelledby="intent">
        <h2 id="intent">{translate('options_intent')}</h2>
        <IntendedMode facts={facts} mode={own.intendedMode} />
        <SymbolModes venue={facts.id} modes={own.intendedModeBySymbol} />
        <SwitchSetting
          path={at('autoAddMargin')}
          label={translate('options_auto_add')}
          help={translate('options_auto_add_help')}
          on={own.autoAddMargin}
        />
      </section>
      <section aria-labelledby="limits">
        <h2 id="limits">{translate('options_limits')}</h2>
        <p class="section-help">{translate('options_limits_help')}</p>
        <DecimalSetting
          path={at('maxLossQuote')}
          label={translate('settings_name_maxLossQuote')}
          help={translate('options_max_loss_help')}
          stored={own.maxLossQuote}
          placeholder={noLimit}
          suffix={inCoin(facts.id) ? '' : '$'}
        />
        <DecimalSetting
          path={at('maxLossFraction')}
          label={translate('settings_name_maxLossFraction')}
          help={translate('options_max_loss_share_help')}
          stored={own.maxLossFraction}
          placeholder={noLimit}
          unit="percent"
          suffix="%"
        />
        <DecimalSetting
          path={at('leverageCap')}
          label={translate('settings_name_leverageCap')}
          help={translate('options_leverage_help')}
          stored={own.leverageCap}
          placeholder={noLimit}
          suffix="x"
        />
        <DecimalSetting
          path={at('idleShare')}
          label={translate('settings_name_idleShare')}
          help={translate('options_idle_help')}
          stored={own.idleShare}
          placeholder={ruleStart('cross-idle-exposed')}
          unit="percent"
          suffix="%"
        />
        <DecimalSetting
          path={at('minDistance')}
          label={translate('settings_name_minDistance')}
          help={translate('options_distance_help')}
          stored={own.minDistance}
          placeholder={ruleStart('liquidation-near')}
          unit="percent"
          suffix="%"
        />
      </section>
      <section aria-labelledby="assumptions">
        <h2 id="assumptions">{translate('options_assumptions')}</h2>
        <p class="section-help">{translate('options_assumptions_help')}</p>
        <DecimalSetting
          path={at('takerFee')}
          label={translate('settings_name_takerFee')}
          help={translate('options_taker_help')}
          stored={own.takerFee}
          placeholder={percent(facts.takerFee)}
          unit="percent"
          suffix="%"
        />
        <DecimalSetting
          path={at('makerFee')}
          label={translate('settings_name_makerFee')}
          help={translate('options_maker_help')}
          stored={own.makerFee}
          placeholder={percent(facts.makerFee)}
          unit="percent"
          suffix="%"
        />
        <DecimalSetting
          path={at('horizonHours')}
          label={translate('settings_name_horizonHours')}
          help={translate('options_horizon_help')}
          stored={own.horizonHours}
          placeholder={shownDecimal(assumptions.horizonHours, 'plain', locale)}
          suffix="h"
        />
        <DecimalSetting
          path={at('slippage')}
          label={translate('settings_name_slippage')}
          help={translate('options_slippage_help')}
          stored={own.slippage}
          placeholder={shownDecimal(assumptions.slippage, 'percent', locale)}
          unit="percent"
          suffix="%"
        />
        <DecimalSetting
          path={at('reachMove')}
          label={translate('settings_name_reachMove')}
          help={translate('options_reach_help')}
          stored={own.reachMove}
          placeholder={shownDecimal(assumptions.reachMove, 'percent', locale)}
          unit="percent"
          suffix="%"
        />
      </section>
      <section aria-labelledby="unread">
        <h2 id="unread">{translate('settings_name_whenUnread')}</h2>
        <ChoiceSetting
          path={at('whenUnread')}
          label={translate('options_unread')}
          help={translate('options_unread_help')}
          value={own.whenUnread}
          options={[
            { value: 'hold-once', text: translate('options_unread_hold') },
            { value: 'notice', text: translate('options_unread_notice') },
          ]}
        />
      </section>
    </>
  );
}

/** Coin-margined wallets count in the coin, not in dollars. */
function inCoin(venue: VenueId): boolean {
  return venue === 'binance-coinm';
}
