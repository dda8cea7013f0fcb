import type { Provenance } from '../../domain/ticket-reading.ts';
import { oncePerLook } from './look.ts';
import { boxOf, outerParent } from './visible.ts';

/** Characters that make a browser draw what follows in an order of their own: `‮02` is seen as 20. */
export const turning = /[\u202d\u202e]/;

/** No caption and no figure is longer; of a longer text only the start is looked at. */
const longestText = 400;

/** The start of a text, enough to see that it is no caption and no figure. */
export function startOf(text: string): string {
  return text.length <= longestText ? text : text.trimStart().slice(0, longestText);
}

/** Marks that change how a text is drawn without being seen, and piles of accents that reach over other lines. */
const unseenMarks = /\p{Cc}|\p{Cf}|\u115f|\u1160|\u3164|\uffa0|\u034f|(?<=\p{M}\p{M})\p{M}+/gu;

/** A text of the page's as it can be shown in a place of ours: it cannot turn, hide or overgrow what stands beside it. */
export function plainText(text: string): string {
  return /^[ -~]*$/.test(text)
    ? text
    : text
        .replace(/\ufeff/g, '')
        .replace(/\s+/g, ' ')
        .replace(unseenMarks, '');
}

const longestAnchor = 120;

/** Where a field was read from, as it may be shown. */
export function plainAnchor(from: Provenance): Provenance {
  const anchor = plainText(from.anchor.slice(0, longestAnchor));
  return anchor === from.anchor ? from : { ...from, anchor };
}

/**
 * Why what is written in an element is not what a person sees there: `unparsable` where the page turns the order of its
 * characters round, `hidden` where it is drawn, but not for anybody to see. `null`: it is seen as it is written.
 */
export const unseenBecause = oncePerLook((element: Element): 'unparsable' | 'hidden' | null => {
  let isLine = true;
  for (let at: Element | null = element, depth = 0; at !== null && depth < deepest; depth += 1) {
    const look = looksOf(at);
    if (isLine && (look.isTurning || isTurned(at))) return 'unparsable';
    if (look.isCutAway) return 'hidden';
    isLine &&= look.isInline;
    at = outerParent(at);
  }
  return isVeiled(element) ? 'hidden' : null;
});

interface Looks {
  readonly isTurning: boolean;
  readonly isCutAway: boolean;
  readonly isInline: boolean;
}

/** What an element does to all that stands in it. */
const looksOf = oncePerLook((element: Element): Looks => {
  const style = styleOf(element);
  if (style === undefined) return { isTurning: false, isCutAway: false, isInline: false };
  const { unicodeBidi, display, clipPath, position } = style;
  return {
    isTurning: unicodeBidi.includes('override'),
    isCutAway:
      (clipPath !== 'none' && cutAway.test(clipPath)) ||
      (position === 'absolute' && style.clip !== 'auto' && clippedAway.test(style.clip)),
    isInline: display === 'inline' || display === 'contents',
  };
});

const cutAway = /inset\((?:50|[6-9]\d|100)%|(?:circle|ellipse)\(0/;
const clippedAway = /^rect\((?:0|1)px[, ]+(?:0|1)px[, ]+(?:0|1)px/;

function styleOf(element: Element): CSSStyleDeclaration | undefined {
  return element.ownerDocument.defaultView?.getComputedStyle(element);
}

/** Further out stands the page. */
const deepest = 4;
/** What turns one text turns what follows it on the line, in other elements too. */
const longestLine = 2_000;
/** With more of them it is no line but a part of the page. */
const mostPieces = 20;

const isTurned = oncePerLook((line: Element): boolean => {
  const text = line.childElementCount > mostPieces ? '' : (line.textContent ?? '');
  return turning.test(text.slice(0, longestLine));
});

/** Of no size, moved off the page's start, or written in no colour. */
function isVeiled(element: Element): boolean {
  const style = styleOf(element);
  if (style === undefined) return false;
  const { width, height, right, bottom } = boxOf(element);
  if (width < 1 || height < 1) return style.display !== 'contents' && isEmptied(style);
  const isOff = right <= 0 || bottom <= 0;
  const { scrollX = 0, scrollY = 0 } = (isOff && element.ownerDocument.defaultView) || {};
  if (isOff && style.position !== 'static' && (right + scrollX <= 0 || bottom + scrollY <= 0)) return true;
  return isColourless(style);
}

/** A box of no size shows its text all the same, unless it is cut off, drawn to nothing or set in no size. */
function isEmptied({ overflow, transform, fontSize }: CSSStyleDeclaration): boolean {
  return /hidden|clip/.test(overflow) || transform !== 'none' || fontSize === '0px';
}

/** Letters through which a ground shines (`background-clip: text`) have no colour of their own either. */
function isColourless(style: CSSStyleDeclaration): boolean {
  const colour = style.webkitTextFillColor || style.color;
  const isClear = colour.startsWith('rgba') && colour.endsWith(', 0)');
  return isClear && !/text/.test(style.backgroundClip) && style.textShadow === 'none';
}
