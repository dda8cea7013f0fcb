import { addDecimals } from '../../domain/decimal-string.ts';
import type { Figure, OrderExposure } from '../../domain/exposure.ts';
import { isUnknown } from '../../domain/known.ts';
import type { TicketReading } from '../../domain/ticket-reading.ts';
import type { MessageKey } from '../../messages/message-key.ts';
import { type FigureKind, Money, type ScreenField } from '../kit/money.tsx';
import { Term } from '../kit/terms/term.tsx';
import type { TermId } from '../kit/terms/term-ids.ts';
import type { Wording } from '../kit/wording.ts';

interface Props {
  readonly exposure: OrderExposure;
  readonly reading: TicketReading;
  readonly wording: Wording;
}

interface Row {
  readonly name: ScreenField;
  readonly label: MessageKey;
  readonly term: TermId;
  readonly value: Figure;
  readonly kind: FigureKind;
  readonly ofBalance: boolean;
}

/** The money behind and around the order: wallet, idle money, what of it can be taken, and the costs. */
export function MoneyRows({ exposure, reading, wording }: Props) {
  const { idle, fees, funding } = exposure;
  const rows: readonly Row[] = [
    {
      name: 'wallet-balance',
      label: 'popup_wallet_balance',
      term: 'wallet_balance',
      value: reading.walletBalance.known ? reading.walletBalance.value : reading.walletBalance,
      kind: 'room',
      ofBalance: false,
    },
    {
      name: 'idle-balance',
      label: 'popup_idle_balance',
      term: 'idle_balance',
      value: idle.balance,
      kind: 'room',
      ofBalance: true,
    },
    {
      name: 'idle-at-risk',
      label: 'popup_idle_at_risk',
      term: 'cross_margin',
      value: idle.atRisk,
      kind: 'loss',
      ofBalance: true,
    },
    {
      name: 'fees',
      label: 'popup_fees',
      term: 'fees',
      value: sum(fees.open, fees.close),
      kind: 'loss',
      ofBalance: false,
    },
    {
      name: 'funding',
      label: 'popup_funding',
      term: 'funding_rate',
      value: funding.toHorizon,
      kind: 'loss',
      ofBalance: false,
    },
  ];
  return (
    <dl class="popup-rows">
      {rows.map(({ name, label, term, value, kind, ofBalance }) => (
        <div key={name}>
          <dt>
            <Term id={term} translate={wording.translate}>
              {wording.translate(label)}
            </Term>
          </dt>
          <dd>
            <Money
              name={name}
              value={value}
              kind={kind}
              wording={wording}
              atLeast={ofBalance && exposure.atLeast === true}
            />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function sum(a: Figure, b: Figure): Figure {
  if (isUnknown(a)) return a;
  return isUnknown(b) ? b : addDecimals(a, b);
}
