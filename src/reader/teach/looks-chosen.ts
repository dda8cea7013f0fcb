import type { TaughtName } from '../../domain/taught.ts';
import { spotsOf } from './spots.ts';
import type { Target } from './target.ts';

/**
 * A word beside its likes that look otherwise than it is one of a choice, and nothing but its looks says whether it is
 * chosen: what stands there will stand there too when another one is.
 */
export function looksChosen({ element, kind }: Target, name: TaughtName): boolean {
  if (kind !== 'text' || (name !== 'marginMode' && name !== 'sizeUnit')) return false;
  const button = element.closest('button,[role=button],a,label') ?? element;
  const likes = [...(button.parentElement?.children ?? [])].filter(
    (one) => one !== button && one.localName === button.localName && isLoneWord(one),
  );
  return isLoneWord(button) && likes.some((one) => looks(one) !== looks(button));
}

function isLoneWord(element: Element): boolean {
  const spots = spotsOf(element);
  const [only] = spots;
  return spots.length === 1 && only !== undefined && /\p{L}/u.test(only.text) && !/\d/.test(only.text);
}

function looks(element: Element): string {
  const style = element.ownerDocument.defaultView?.getComputedStyle(element);
  return style === undefined
    ? ''
    : [style.color, style.backgroundColor, style.borderColor, style.fontWeight, style.boxShadow].join(' ');
}
