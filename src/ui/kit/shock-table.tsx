import type { MarginMode } from '../../domain/account.ts';
import { absoluteDecimal, compareDecimals, decimal } from '../../domain/decimal-string.ts';
import type { Exposure, Shock } from '../../domain/exposure.ts';
import { isUnknown } from '../../domain/known.ts';
import { modeText } from './mode-text.ts';
import { figureText, Money } from './money.tsx';
import { unknownText } from './unknown-text.ts';
import type { Wording } from './wording.ts';

interface Props {
  readonly exposure: Exposure;
  readonly wording: Wording;
  /** Which moves are shown, as fractions; all the engine gives unless said. */
  readonly moves?: readonly string[];
}

const modes: readonly MarginMode[] = ['cross', 'isolated'];

/** What is left of the account when every position moves against itself together, in both modes, and who is gone by then. */
export function ShockTable({ exposure, wording, moves }: Props) {
  const { translate } = wording;
  const together = exposure.shocks.filter(
    ({ scope, move }) =>
      scope === 'together' && (moves === undefined || moves.includes(absoluteDecimal(move))),
  );
  const shown = modes.filter((mode) => together.some(({ marginMode }) => marginMode === mode));
  const sizes = [...new Set(together.map(({ move }) => absoluteDecimal(move)))];
  const count = exposure.positions.length;
  if (sizes.length === 0) return <p class="rf-quiet">{translate('kit_shock_none')}</p>;
  return (
    <table class="rf-shocks">
      <caption class="rf-unseen">{translate(count > 1 ? 'kit_shock_title' : 'kit_shock_title_one')}</caption>
      <thead>
        <tr>
          <th scope="col">{translate('kit_shock_move')}</th>
          {shown.map((mode) => (
            <th key={mode} scope="col">
              {translate('kit_shock_left', modeText(mode, translate))}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {sizes.map((size) => (
          <tr key={size} data-shock={size}>
            <th scope="row">
              <span class="rf-figure">{moveText(size, together, count, wording)}</span>
            </th>
            {shown.map((mode) => (
              <td key={mode} data-mode={mode}>
                <ShockCell
                  shock={together.find(
                    (each) => each.marginMode === mode && absoluteDecimal(each.move) === size,
                  )}
                  count={count}
                  wording={wording}
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Signed where one position moves; of several each moves against itself, and a sign would be wrong for some. */
function moveText(size: string, together: readonly Shock[], count: number, wording: Wording): string {
  const shock = together.find(({ move }) => absoluteDecimal(move) === size);
  if (shock === undefined) return '';
  const kind = count > 1 ? 'percent' : shock.move.startsWith('-') ? 'percent-down' : 'percent-up';
  return figureText(absoluteDecimal(shock.move), kind, wording);
}

interface CellProps {
  readonly shock: Shock | undefined;
  readonly count: number;
  readonly wording: Wording;
}

function ShockCell({ shock, count, wording }: CellProps) {
  if (shock === undefined) return <>–</>;
  const { equity, liquidated } = shock;
  const gone = !isUnknown(equity) && compareDecimals(equity, decimal('0')) <= 0;
  return (
    <>
      <Liquidated liquidated={liquidated} count={count} wording={wording} />
      <span class={gone ? 'rf-bad' : ''}>
        <Money name="shock-equity" value={equity} kind="room" wording={wording} />
      </span>
    </>
  );
}

interface LiquidatedProps {
  readonly liquidated: Shock['liquidated'];
  readonly count: number;
  readonly wording: Wording;
}

/** Names while they are few; the whole list stays in the help text. */
export function Liquidated({ liquidated, count, wording }: LiquidatedProps) {
  const { translate } = wording;
  if (isUnknown(liquidated))
    return <span class="rf-shock-who rf-quiet">{unknownText(liquidated, wording)}</span>;
  if (liquidated.length === 0) return null;
  const names = liquidated.join(', ');
  const text =
    count === 1
      ? translate('kit_shock_liquidated')
      : liquidated.length === count
        ? translate('kit_shock_all', String(count))
        : liquidated.length > 2
          ? translate('kit_shock_some', String(liquidated.length), String(count))
          : translate('kit_shock_names', names);
  return (
    <span class="rf-shock-who rf-bad" data-liquidated={names} title={names}>
      {text}
    </span>
  );
}
