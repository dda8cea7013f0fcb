import type { ComponentChild } from 'preact';
import type { MessageKey, Translate } from '../../messages/message-key.ts';

/** Private-use characters mark the places; no message and no figure holds one. */
const firstMark = 0xe000;

interface Props {
  readonly translate: Translate;
  readonly text: MessageKey;
  /** What stands in the places `$1`, `$2`, … of the message. */
  readonly parts: readonly ComponentChild[];
}

/** A message with elements in its places, in whichever order the language wants them. */
export function Sentence({ translate, text, parts }: Props) {
  const marks = parts.map((_, index) => String.fromCharCode(firstMark + index));
  const pieces = translate(text, ...marks).split(/([\uE000-\uE00F])/);
  return <>{pieces.map((piece) => (marks.includes(piece) ? parts[marks.indexOf(piece)] : piece))}</>;
}
