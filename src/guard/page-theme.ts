import { bodyOf, rootOf } from './page-root.ts';

type Theme = 'light' | 'dark';

interface Colour {
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

/**
 * Light or dark, as the page around an element is: the first ground that is not see-through; where none can be read,
 * the brightness of the text; where that fails, what the trader's system prefers.
 */
export function pageTheme(window: Window, near: Element | null): Theme {
  const start = near ?? bodyOf(window.document) ?? rootOf(window.document);
  for (let element = start; element !== null; element = element.parentElement) {
    const ground = parseColour(window.getComputedStyle(element).backgroundColor);
    if (ground !== undefined && ground.alpha > 0.6) return ground.luma < 0.5 ? 'dark' : 'light';
  }
  const text = start === null ? undefined : parseColour(window.getComputedStyle(start).color);
  if (text !== undefined && Math.abs(text.luma - 0.5) > 0.2) return text.luma > 0.5 ? 'dark' : 'light';
  return window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}
