import type { Figure, LossAtLiquidation, LossAtStop, OrderExposure } from '../../src/domain/exposure.ts';
import { isUnknown, type Unknown } from '../../src/domain/known.ts';
import type { Verdict } from '../../src/domain/verdict.ts';
import { figureFormat } from '../../src/messages/figures.ts';

const figures = figureFormat('en-US', 'USDT');

function amountOf(value: Figure, say: (known: Exclude<Figure, Unknown>) => string): string {
  return isUnknown(value) ? `unknown (${value.why})` : say(value);
}

function stopText(loss: LossAtStop | Unknown): string {
  if (isUnknown(loss)) return `unknown (${loss.why})`;
  if ('amount' in loss) return amountOf(loss.amount, figures.loss);
  return loss.kind === 'no-stop' ? 'no stop set' : 'the stop is on the wrong side';
}

function liquidationText(loss: LossAtLiquidation | Unknown): string {
  if (isUnknown(loss)) return `unknown (${loss.why})`;
  return 'amount' in loss ? amountOf(loss.amount, figures.loss) : 'no liquidation';
}

function priceText(liquidation: OrderExposure['liquidation']): string {
  if (isUnknown(liquidation)) return `unknown (${liquidation.why})`;
  if (liquidation.kind === 'none') return 'none';
  const away = amountOf(liquidation.distance, (distance) => `${figures.percent(distance)} away`);
  return `${figures.price(liquidation.price, 1)}, ${away}`;
}

function otherText(other: OrderExposure['otherMode']): string {
  if (isUnknown(other)) return `unknown (${other.why})`;
  const worst = isUnknown(other.losses.worst) ? other.losses.worst : other.losses.worst.amount;
  return `${amountOf(worst, figures.loss)} at worst on ${other.marginMode}`;
}

/** One order's exposure and verdict for a terminal: figures, findings, checklist, then the closing lines. */
export function verdictTable(exposure: OrderExposure, verdict: Verdict, closing: readonly string[]): string {
  const { losses, idle, marginMode } = exposure;
  const worst = isUnknown(losses.worst) ? losses.worst : losses.worst.amount;
  const rows: readonly (readonly [string, string])[] = [
    ['Order', `${exposure.symbol} ${exposure.side}, ${isUnknown(marginMode) ? 'mode unknown' : marginMode}`],
    ['Level', verdict.level],
    ['Hold', verdict.hold],
    ['Worst loss', amountOf(worst, figures.loss)],
    ['Loss at the stop', stopText(losses.atStop)],
    ['Loss at liquidation', liquidationText(losses.atLiquidation)],
    ['Liquidation price', priceText(exposure.liquidation)],
    ['Idle money at risk', amountOf(idle.atRisk, figures.loss)],
    ['The other mode', otherText(exposure.otherMode)],
    ...verdict.findings.map(({ id, level, message }) => [`${level}: ${id}`, message] as const),
    ...verdict.checklist.map(({ id, state, answer }) => [`${id} ${state}`, answer] as const),
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  const lines = rows.map(([name, value]) => `  ${name.padEnd(width)}  ${value}`);
  return ['', ...lines, '', ...closing, ''].join('\n');
}
