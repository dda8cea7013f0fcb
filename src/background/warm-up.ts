import { decimal } from '../domain/decimal-string.ts';
import { figureFormat } from '../messages/figures.ts';
import type { Translate } from '../messages/message-key.ts';

let isWarm = false;

/**
 * The browser fetches its messages and its number formats when a worker asks for the first of each, and the worker stands
 * still meanwhile (some 50 ms of a cold start). Asked for while storage is read, that is not waited for one after the other.
 */
export function warmUp(translate: Translate, locale: string): void {
  if (isWarm) return;
  isWarm = true;
  translate('app_name');
  figureFormat(locale, 'USDT').percent(decimal('0.5'));
}
