import { bodyOf, rootOf } from './page-root.ts';
import { parseColour } from './parse-colour.ts';

type Theme = 'light' | 'dark';

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
