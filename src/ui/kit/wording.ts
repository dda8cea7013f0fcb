import { type FigureFormat, figureFormat } from '../../messages/figures.ts';
import type { Translate } from '../../messages/message-key.ts';

/** What a component needs to speak: the messages, and how figures are spelled for this trader and this wallet. */
export interface Wording {
  readonly translate: Translate;
  readonly figures: FigureFormat;
  readonly locale: string;
}

/**
 * @param currency settle currency of the account; `''` when it was not read, then amounts stand without a unit.
 * Making one costs several number formats: keep it while locale and currency stay the same.
 */
export function wordingFor(translate: Translate, locale: string, currency: string): Wording {
  return { translate, figures: figureFormat(locale, currency), locale };
}
