import { captionOf } from '../labels/caption.ts';
import type { LabelId } from '../labels/label-id.ts';
import { isShown, isWithdrawn } from './visible.ts';

/** A caption of the page, anywhere outside shadow roots. */
export interface PageCaption {
  readonly element: Element;
  readonly text: string;
  readonly meanings: readonly LabelId[];
  readonly tail: string;
}

const longest = 60;

/** Every visible caption of the document with one of the wanted meanings; one pass over its texts. */
export function pageCaptions(document: Document, wanted: ReadonlySet<LabelId>): readonly PageCaption[] {
  const found: PageCaption[] = [];
  const texts = document.createTreeWalker(document.body ?? document, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
    const first = (node as Text).data;
    if (startsLikeFigure(first) || node.previousSibling?.nodeType === Node.TEXT_NODE) continue;
    // Neighbouring text nodes are one text; scripts split them at will.
    const data = node.nextSibling?.nodeType === Node.TEXT_NODE ? (node as Text).wholeText : first;
    if (data.length > longest || data.length < 2) continue;
    const text = data.trim();
    const caption = captionOf(text);
    if (caption === null || !caption.meanings.some((id) => wanted.has(id))) continue;
    const element = node.parentElement;
    if (element === null || !isShown(element) || isWithdrawn(element)) continue;
    found.push({ element, text, meanings: caption.meanings, tail: caption.tail });
  }
  return found;
}

/** Most texts of an order screen are figures; they are passed by without a look into the dictionary. */
function startsLikeFigure(text: string): boolean {
  return /^\s*[\d$+\-−≈.,%<>()]/.test(text);
}
