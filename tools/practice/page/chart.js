import { contracts } from './contracts.js';
import { fixed } from './format.js';

const axisWidth = 72;
const axisHeight = 22;
/** Minutes between labels of the time axis, on a wide and on a narrow chart. */
const labelEvery = { wide: 15, narrow: 30 };
const narrowBelow = 500;

/** Round price steps: 1, 2, 2.5 or 5 times a power of ten, six lines a chart or fewer. */
function niceStep(range) {
  const rough = range / 6;
  const power = 10 ** Math.floor(Math.log10(rough));
  return [1, 2, 2.5, 5, 10].map((each) => each * power).find((each) => each >= rough * 0.9) ?? power;
}

/** Draws candles with the last price and the lines of the open position: entry and liquidation. */
export function createChart(canvas) {
  const pen = canvas.getContext('2d');

  return (market, position, liquidation) => {
    const { width, height } = canvas.getBoundingClientRect();
    if (width === 0 || height === 0) return;
    const scale = window.devicePixelRatio || 1;
    if (canvas.width !== Math.round(width * scale) || canvas.height !== Math.round(height * scale)) {
      canvas.width = Math.round(width * scale);
      canvas.height = Math.round(height * scale);
    }
    const style = getComputedStyle(document.documentElement);
    const colour = (name) => style.getPropertyValue(`--${name}`).trim();
    const { priceDigits } = contracts[market.symbol];
    const { candles } = market;
    const low = Math.min(...candles.map((each) => each.low));
    const high = Math.max(...candles.map((each) => each.high));
    const margin = (high - low) * 0.08;
    const bottom = height - axisHeight;
    const right = width - axisWidth;
    const y = (price) => bottom - ((price - low + margin) / (high - low + 2 * margin)) * bottom;
    const slot = right / candles.length;

    pen.setTransform(scale, 0, 0, scale, 0, 0);
    pen.clearRect(0, 0, width, height);
    pen.font = '11px system-ui, sans-serif';
    pen.textBaseline = 'middle';

    const step = niceStep(high - low + 2 * margin);
    pen.strokeStyle = colour('line');
    pen.fillStyle = colour('muted');
    pen.textAlign = 'left';
    for (let price = Math.ceil((low - margin) / step) * step; price < high + margin; price += step) {
      const at = Math.round(y(price)) + 0.5;
      pen.beginPath();
      pen.moveTo(0, at);
      pen.lineTo(right, at);
      pen.stroke();
      pen.fillText(fixed(price, priceDigits), right + 8, at);
    }
    pen.textAlign = 'center';
    const every = right < narrowBelow ? labelEvery.narrow : labelEvery.wide;
    for (let back = every; back < candles.length; back += every) {
      pen.fillText(`${back} min ago`, right - back * slot, bottom + axisHeight / 2);
    }

    for (const [index, { open, high: top, low: base, close }] of candles.entries()) {
      const centre = (index + 0.5) * slot;
      pen.fillStyle = pen.strokeStyle = colour(close >= open ? 'buy' : 'sell');
      pen.beginPath();
      pen.moveTo(centre, y(top));
      pen.lineTo(centre, y(base));
      pen.stroke();
      const upper = y(Math.max(open, close));
      pen.fillRect(centre - slot * 0.32, upper, slot * 0.64, Math.max(1, y(Math.min(open, close)) - upper));
    }

    const line = (price, name, text, dashes) => {
      const at = Math.round(y(price)) + 0.5;
      if (at < 0 || at > bottom) return;
      pen.strokeStyle = colour(name);
      pen.setLineDash(dashes);
      pen.beginPath();
      pen.moveTo(0, at);
      pen.lineTo(right, at);
      pen.stroke();
      pen.setLineDash([]);
      pen.fillStyle = colour(name);
      pen.fillRect(right, at - 9, axisWidth, 18);
      pen.fillStyle = colour('panel');
      pen.textAlign = 'left';
      pen.fillText(fixed(price, priceDigits), right + 8, at);
      if (text === '') return;
      pen.fillStyle = colour(name);
      pen.fillText(text, 8, at - 8);
    };
    if (position) line(position.entry, 'accent', `Entry, ${position.side}`, [6, 4]);
    if (liquidation !== undefined) line(liquidation, 'warn', 'Liquidation', [2, 3]);
    line(market.last, market.last >= (candles.at(-1)?.open ?? 0) ? 'buy' : 'sell', '', [1, 3]);
  };
}
