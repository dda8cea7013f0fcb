import type { Unknown, UnknownReason } from '../../domain/known.ts';
import type { MessageKey } from '../../messages/message-key.ts';
import type { Wording } from './wording.ts';

const reasons: Readonly<Record<UnknownReason, MessageKey>> = {
  'not-on-page': 'kit_why_not_on_page',
  ambiguous: 'kit_why_ambiguous',
  unparsable: 'kit_why_unparsable',
  hidden: 'kit_why_hidden',
  stale: 'kit_why_stale',
  'symbol-mismatch': 'kit_why_symbol_mismatch',
  'venue-facts-missing': 'kit_why_venue_facts_missing',
  'model-not-supported': 'kit_why_model_not_supported',
  'missing-input': 'kit_why_missing_input',
  'undefined-ratio': 'kit_why_undefined_ratio',
  timeout: 'kit_why_timeout',
};

const fields: Readonly<Record<string, MessageKey>> = {
  venue: 'kit_field_venue',
  symbol: 'kit_field_symbol',
  currency: 'kit_field_currency',
  marginMode: 'kit_field_margin_mode',
  leverage: 'kit_field_leverage',
  side: 'kit_field_side',
  effect: 'kit_field_effect',
  orderType: 'kit_field_order_type',
  price: 'kit_field_price',
  size: 'kit_field_size',
  sizeUnit: 'kit_field_size_unit',
  sizeBase: 'kit_field_size',
  reduceOnly: 'kit_field_reduce_only',
  stopLoss: 'kit_field_stop_loss',
  takeProfit: 'kit_field_take_profit',
  walletBalance: 'kit_field_wallet_balance',
  crossBalance: 'kit_field_wallet_balance',
  equity: 'kit_field_equity',
  available: 'kit_field_available',
  positionMode: 'kit_field_position_mode',
  markPrice: 'kit_field_mark_price',
  lastPrice: 'kit_field_last_price',
  pageLiquidationPrice: 'kit_field_page_liquidation_price',
  pageCost: 'kit_field_page_cost',
  positions: 'kit_field_positions',
  entryPrice: 'kit_field_entry_price',
  margin: 'kit_field_margin',
  tiers: 'kit_field_tiers',
  takerFee: 'kit_field_taker_fee',
  makerFee: 'kit_field_maker_fee',
  fundingRate: 'kit_field_funding_rate',
};

/** The trader's word for a field; `order.stopLoss` and `instruments.BTCUSDT.tiers` are known by their last part. */
export function fieldText(field: string, { translate }: Wording): string {
  const last = field.slice(field.lastIndexOf('.') + 1);
  const key = fields[last];
  return key === undefined ? field : translate(key);
}

/** "wallet balance: not on this page", "needs: mark price". Never a guess at the value itself. */
export function unknownText({ why, field, missing }: Unknown, wording: Wording): string {
  const names = new Set((missing ?? [field]).map((name) => fieldText(name, wording)));
  return wording.translate(reasons[why], [...names].join(', '));
}
