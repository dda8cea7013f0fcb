import type { Side } from '../../domain/account.ts';
import type { TicketReading } from '../../domain/ticket-reading.ts';
import { Fact, Money } from '../kit/money.tsx';
import type { Wording } from '../kit/wording.ts';

interface Props {
  readonly reading: TicketReading;
  /** Absent where a switch beside the line says it. */
  readonly side?: Side;
  readonly wording: Wording;
}

/** The ticket in one line: "Buy 0.1 · limit 60,000 · 20x". What was not read is left to the health line. */
export function OrderLine({ reading, side, wording }: Props) {
  const { translate } = wording;
  const { sizeBase, orderType, price, leverage } = reading;
  const parts = [
    (side !== undefined || sizeBase.known) && (
      <>
        {side !== undefined && (
          <Fact name="side" value={side}>
            {translate(side === 'long' ? 'popup_buy' : 'popup_sell')}
          </Fact>
        )}{' '}
        {sizeBase.known && <Money name="size" value={sizeBase.value} kind="price" wording={wording} />}
      </>
    ),
    orderType.known && orderType.value === 'market' && translate('popup_market'),
    orderType.known && orderType.value !== 'market' && price.known && (
      <>
        {translate('popup_limit')} <Money name="price" value={price.value} kind="price" wording={wording} />
      </>
    ),
    leverage.known && (
      <Fact name="leverage" value={leverage.value}>
        {translate('popup_leverage', wording.figures.price(leverage.value))}
      </Fact>
    ),
  ].filter((part) => part !== false);
  return (
    <p class="popup-order">
      {parts.map((part, index) => (
        // The parts of the line do not move among each other.
        <span key={index}>{part}</span>
      ))}
    </p>
  );
}
