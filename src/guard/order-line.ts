import type { Side } from '../domain/account.ts';
import { isUnknown } from '../domain/known.ts';
import { readingOn, type TicketReading } from '../domain/ticket-reading.ts';
import type { Translate } from '../messages/message-key.ts';
import { modeText } from '../ui/kit/mode-text.ts';
import { figureText } from '../ui/kit/money.tsx';
import type { Wording } from '../ui/kit/wording.ts';

export function sideText(side: Side, translate: Translate): string {
  return translate(side === 'long' ? 'strip_side_long' : 'strip_side_short');
}

/** "Buy BTCUSDT": what a snooze is for. */
export function orderName({ symbol }: TicketReading, side: Side, { translate }: Wording): string {
  return [sideText(side, translate), isUnknown(symbol) ? '' : symbol.value].join(' ').trim();
}

/** "Buy 0.1 BTCUSDT · limit 60,000 · 20x · cross", as read; what was not read is said, not left out. */
export function orderLine(reading: TicketReading, side: Side, wording: Wording): string {
  const { translate } = wording;
  const { sizeBase, symbol, orderType, price, leverage, marginMode } = readingOn(side, reading);
  const size = isUnknown(sizeBase)
    ? translate('hold_size_not_read')
    : figureText(sizeBase.value, 'price', wording);
  const at =
    !isUnknown(orderType) && orderType.value === 'market'
      ? translate('hold_market')
      : isUnknown(price)
        ? translate('hold_price_not_read')
        : translate('hold_limit', figureText(price.value, 'price', wording));
  return [
    [sideText(side, translate), size, isUnknown(symbol) ? '' : symbol.value]
      .filter((part) => part !== '')
      .join(' '),
    at,
    isUnknown(leverage) ? translate('hold_leverage_not_read') : `${leverage.value}x`,
    modeText(isUnknown(marginMode) ? marginMode : marginMode.value, translate).toLocaleLowerCase(
      wording.locale,
    ),
  ].join(' · ');
}
