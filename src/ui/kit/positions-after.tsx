import { compareDecimals } from '../../domain/decimal-string.ts';
import type { Exposure, PositionAfter } from '../../domain/exposure.ts';
import { isUnknown } from '../../domain/known.ts';
import type { MessageKey } from '../../messages/message-key.ts';
import { modeText } from './mode-text.ts';
import { Money } from './money.tsx';
import { type Standing, standingOf, standings } from './position-standing.ts';
import { unknownText } from './unknown-text.ts';
import type { Wording } from './wording.ts';

interface Props {
  readonly exposure: Exposure;
  readonly wording: Wording;
}

const standingText: Readonly<Record<Standing, MessageKey>> = {
  own: 'kit_position_own',
  shares: 'kit_position_shares',
  unsure: 'kit_position_unsure',
  apart: 'kit_position_apart',
};

/** As many as can be taken in at a glance; the rest opens. */
const atOnce = 5;

/**
 * Every position there is once the order is filled, with its liquidation by then; the order's own first, then those which
 * stand on the money it can lose.
 */
export function PositionsAfter({ exposure, wording }: Props) {
  const rows = exposure.positions.map((position) => ({ position, standing: standingOf(position, exposure) }));
  const rank = (standing: Standing | undefined) => standings.indexOf(standing ?? 'own');
  rows.sort((a, b) => rank(a.standing) - rank(b.standing));
  const { translate } = wording;
  const list = (some: typeof rows) => (
    <ul class="rf-positions">
      {some.map(({ position, standing }) => (
        <Row
          key={`${position.symbol} ${position.side}`}
          position={position}
          standing={standing}
          wording={wording}
        />
      ))}
    </ul>
  );
  const rest = rows.slice(atOnce);
  return (
    <>
      {list(rows.slice(0, atOnce))}
      {rest.length > 0 && (
        <details class="rf-positions-rest">
          <summary>
            {rest.length === 1
              ? translate('kit_positions_one_more')
              : translate('kit_positions_more', String(rest.length))}
          </summary>
          {list(rest)}
        </details>
      )}
    </>
  );
}

interface RowProps {
  readonly position: PositionAfter;
  readonly standing: Standing | undefined;
  readonly wording: Wording;
}

function Row({ position, standing, wording }: RowProps) {
  const { symbol, side, marginMode } = position;
  const { translate } = wording;
  return (
    <li data-position={`${symbol} ${side}`} data-standing={standing}>
      <span>
        <b>{symbol}</b> {translate(side === 'long' ? 'kit_side_long' : 'kit_side_short')}
        <small>
          {modeText(marginMode, translate)}
          {standing !== undefined && ` · ${translate(standingText[standing])}`}
        </small>
      </span>
      <LiquidatedAt position={position} wording={wording} />
    </li>
  );
}

function LiquidatedAt({ position, wording }: Omit<RowProps, 'standing'>) {
  const { liquidation, markPrice } = position;
  const { translate } = wording;
  if (isUnknown(liquidation))
    return (
      <span class="rf-quiet" data-field="position-liquidation-price">
        {unknownText(liquidation, wording)}
      </span>
    );
  if (liquidation.kind === 'none')
    return (
      <span data-field="position-liquidation-price" data-kind="none">
        {translate('kit_no_liquidation')}
      </span>
    );
  const { price, distance } = liquidation;
  const isFall =
    markPrice === undefined || isUnknown(markPrice)
      ? position.side === 'long'
      : compareDecimals(price, markPrice) <= 0;
  return (
    <span>
      {translate('kit_liquidation_short')}{' '}
      <Money name="position-liquidation-price" value={price} kind="estimate" wording={wording} />
      {!isUnknown(distance) && (
        <small>
          <Money
            name="position-liquidation-distance"
            value={distance}
            kind={isFall ? 'percent-down' : 'percent-up'}
            wording={wording}
          />
        </small>
      )}
    </span>
  );
}
