/** English number formats of the page. `−` is used for losses on the tables, as exchanges do. */
const grouped = (digits) =>
  new Intl.NumberFormat('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits });

const formats = new Map();

export function fixed(value, digits) {
  if (!formats.has(digits)) formats.set(digits, grouped(digits));
  return formats.get(digits).format(value);
}

export function money(value) {
  return fixed(value, 2);
}

/** With its sign, a plus for gains. */
export function signedMoney(value) {
  const text = money(Math.abs(value));
  if (text === '0.00') return text;
  return `${value < 0 ? '-' : '+'}${text}`;
}

export function percent(fraction, digits = 2) {
  return `${fixed(fraction * 100, digits)}%`;
}

/** A number a person typed, thousands commas allowed; `undefined` for anything else. */
export function typedNumber(text) {
  const plain = text.trim().replaceAll(',', '');
  return /^\d+(\.\d*)?$|^\.\d+$/.test(plain) ? Number(plain) : undefined;
}

/** Writes only what changed: an unchanged text node is left alone. */
export function setText(element, text) {
  if (element.textContent !== text) element.textContent = text;
}
