export interface Colour {
  /** Relative brightness, 0 to 1, of the eye's weighting. */
  readonly luma: number;
  readonly alpha: number;
}

/** `rgb(…)` and `rgba(…)`, which is how browsers spell computed colours of the common kind. */
export function parseColour(text: string): Colour | undefined {
  const parts = /^rgba?\(\s*([\d.]+)[\s,]+([\d.]+)[\s,]+([\d.]+)(?:[\s,/]+([\d.]+)(%?))?\s*\)$/.exec(text);
  if (parts === null) return undefined;
  const [, red, green, blue, alpha, percent] = parts;
  return {
    luma: (0.2126 * Number(red) + 0.7152 * Number(green) + 0.0722 * Number(blue)) / 255,
    alpha: alpha === undefined ? 1 : Number(alpha) / (percent === '%' ? 100 : 1),
  };
}
