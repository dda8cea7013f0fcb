import type { MarginMode } from '../../domain/account.ts';
import type { Raw } from '../extract/rung.ts';
import { captionOf } from '../labels/caption.ts';
import type { LabelId } from '../labels/label-id.ts';
import type { Parse } from './resolve-field.ts';

/** The one of `words` that a text is a caption for, or is by name (an option's key). */
function wordOf<Word extends LabelId>(text: string, words: readonly Word[]): Word | null {
  const literal = words.find((word) => word === text);
  if (literal !== undefined) return literal;
  const found = words.filter((word) => captionOf(text.replace(/\n/g, ' '))?.meanings.includes(word));
  return found.length === 1 ? (found[0] ?? null) : null;
}

const unparsable = { why: 'unparsable' } as const;
const absent = { why: 'not-on-page' } as const;

export const marginMode: Parse<MarginMode> = ({ text }) => {
  if (text === '') return absent;
  const word = wordOf(text, ['cross', 'isolated']);
  return word === null ? unparsable : { value: word };
};

export const orderType: Parse<'limit' | 'market' | 'other'> = ({ text }) => {
  if (text === '') return absent;
  if (text === 'other') return { value: 'other' };
  const word = wordOf(text, ['limit', 'market', 'otherType']);
  if (word === null) return unparsable;
  return { value: word === 'otherType' ? 'other' : word };
};

export const openOrClose: Parse<'open' | 'close'> = ({ text }) => {
  const word = wordOf(text, ['open', 'close']);
  return word === null ? unparsable : { value: word };
};

export const side: Parse<'long' | 'short'> = ({ text }) =>
  text === 'long' || text === 'short' ? { value: text } : unparsable;

export const yesOrNo: Parse<boolean> = ({ text }: Raw) =>
  text === 'true' ? { value: true } : text === 'false' ? { value: false } : unparsable;
