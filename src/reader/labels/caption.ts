import { turning } from '../page/as-written.ts';
import { longestPhrase, meaningsOf } from './dictionary.ts';
import type { LabelId } from './label-id.ts';
import { normaliseLabel } from './normalise-label.ts';

/** A text of the page that is, or begins with, a caption of the dictionary. */
export interface Caption {
  readonly meanings: readonly LabelId[];
  /** The unit the caption carries in brackets, as written: `Amount (Contracts)` has `Contracts`. */
  readonly unit: string;
  /** What follows the caption in the same text: `Leverage (10)` has `10`, `Available: 5 USDT` has `5 USDT`. */
  readonly tail: string;
}

const bracket = /^(.+?)\s*[([{（［【]\s*([^()[\]{}（）［］【】]*)\s*[)\]}）］】]\s*[:：]?\s*$/;
const withValue = /^(\D+?)[\s:：=]*((?:[-−+≈~$₮€]\s*)*\d.*|--.*)$/s;

/** Forgets what texts were taken for, after the dictionary has learnt another language. */
export function forgetCaptions(): void {
  remembered.clear();
}

/** Most texts stand unchanged from read to read; when figures have filled the memory it starts anew. */
const remembered = new Map<string, Caption | null>();
const mostRemembered = 2000;

/** Reads a text as a caption, or gives `null` when the dictionary does not know it. */
export function captionOf(text: string): Caption | null {
  if (text.length > longestPhrase * 2 || !/\p{L}/u.test(text)) return null;
  const known = remembered.get(text);
  if (known !== undefined) return known;
  const caption = readCaption(text);
  if (remembered.size >= mostRemembered) remembered.clear();
  remembered.set(text, caption);
  return caption;
}

function readCaption(text: string): Caption | null {
  if (turning.test(text)) return null;
  const whole = meaningsOf(normaliseLabel(text));
  if (whole.length > 0) return { meanings: whole, unit: '', tail: '' };

  const inBrackets = bracket.exec(text);
  if (inBrackets !== null) {
    const [, head = '', content = ''] = inBrackets;
    const meanings = meaningsOf(normaliseLabel(head));
    if (meanings.length > 0) {
      return /^\d/.test(content)
        ? { meanings, unit: '', tail: content }
        : { meanings, unit: content, tail: '' };
    }
  }
  const valued = withValue.exec(text);
  if (valued === null) return null;
  const [, head = '', tail = ''] = valued;
  const unit = bracket.exec(head);
  const meanings = meaningsOf(normaliseLabel(unit?.[1] ?? head));
  return meanings.length === 0 ? null : { meanings, unit: unit?.[2] ?? '', tail };
}
