import type { DecimalString } from '../../../domain/decimal-string.ts';
import { awayFrom, type LossLine, type LossPicture, type LossPoint } from './loss-picture.ts';

/** What the picture shows of prices and losses. Plain numbers: for drawing only. */
export interface ChartFrame {
  readonly width: number;
  readonly height: number;
  /** Price at the right edge: as far against the position as is shown. */
  readonly farPrice: number;
  readonly mostLoss: number;
  readonly x: (price: DecimalString) => number;
  readonly y: (loss: DecimalString) => number;
  readonly holds: (price: DecimalString) => boolean;
}

/** Farther away than this share of the entry a point is told, not drawn: near ones would shrink to nothing. */
const farthestShare = 0.6;

type Picture = Extract<LossPicture, { kind: 'picture' }>;

export function chartFrame({ entry, side, lines, stop }: Picture, width: number, height: number): ChartFrame {
  const limit = Number(entry) * farthestShare;
  const points = [...lines.flatMap((line) => line.points), ...(stop === null ? [] : [stop])];
  const shown = points.filter((point) => Number(awayFrom(entry, point.price)) <= limit);
  const reach = Math.max(...shown.map(({ price }) => Number(awayFrom(entry, price))), 0) || limit || 1;
  const mostLoss = Math.max(...shown.map(({ loss }) => Number(loss)), 0) || 1;
  return {
    width,
    height,
    farPrice: Number(entry) + (side === 'long' ? -reach : reach),
    mostLoss,
    x: (price) => (Number(awayFrom(entry, price)) / reach) * width,
    y: (loss) => (Math.max(0, Number(loss)) / mostLoss) * height,
    holds: (price) => Number(awayFrom(entry, price)) <= reach,
  };
}

/** The line as path data; after the last liquidation there is nothing left to lose, so it runs on level to the edge. */
export function linePath({ points, ended }: LossLine, frame: ChartFrame): string {
  const inside = points.filter(({ price }) => frame.holds(price));
  const at = ({ price, loss }: LossPoint) => `${rounded(frame.x(price))} ${rounded(frame.y(loss))}`;
  const path = inside.map((point, index) => `${index === 0 ? 'M' : 'L'}${at(point)}`).join('');
  return ended && inside.length === points.length ? `${path}H${frame.width}` : path;
}

export function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
