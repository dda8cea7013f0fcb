import type { DecimalString } from '../../../domain/decimal-string.ts';
import { modeText } from '../mode-text.ts';
import { figureText } from '../money.tsx';
import type { Wording } from '../wording.ts';
import type { LossPicture } from './loss-picture.ts';

interface Props {
  readonly picture: Extract<LossPicture, { kind: 'picture' }>;
  readonly wording: Wording;
}

/** The chart's points as a table, for those who do not see the drawing: the price, and the loss by it in each mode. */
export function LossTable({ picture: { lines, side }, wording }: Props) {
  const { translate } = wording;
  const prices = [...new Set(lines.flatMap(({ points }) => points.map(({ price }) => price)))];
  prices.sort((a, b) => (Number(a) - Number(b)) * (side === 'long' ? -1 : 1));
  const lossAt = (price: DecimalString, index: number) =>
    lines[index]?.points.find((point) => point.price === price)?.loss;
  return (
    <div class="rf-unseen">
      <table data-chart-table>
        <caption>{translate('kit_chart_table')}</caption>
        <thead>
          <tr>
            <th scope="col">{translate('kit_chart_price')}</th>
            {lines.map(({ mode }) => (
              <th key={mode} scope="col">
                {modeText(mode, translate)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {prices.map((price) => (
            <tr key={price} data-price={price}>
              <th scope="row">{figureText(price, 'estimate', wording)}</th>
              {lines.map(({ mode }, index) => {
                const loss = lossAt(price, index);
                return (
                  <td key={mode} {...(loss === undefined ? {} : { 'data-value': loss })}>
                    {loss === undefined ? '–' : figureText(loss, 'loss', wording)}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
