import type { Level } from '../../domain/verdict.ts';
import type { MessageKey, Translate } from '../../messages/message-key.ts';
import { Fact } from './money.tsx';

const words: Readonly<Record<Level, MessageKey>> = {
  ok: 'kit_level_ok',
  notice: 'kit_level_notice',
  warning: 'kit_level_warning',
  danger: 'kit_level_danger',
  unknown: 'kit_level_unknown',
};

export function levelText(level: Level, translate: Translate): string {
  return translate(words[level]);
}

/** The level's word. Never "safe": the best there is to say is that nothing was found. */
export function LevelWord({ level, translate }: { readonly level: Level; readonly translate: Translate }) {
  return (
    <span class={`rf-word rf-word-${level}`}>
      <Fact name="level" value={level}>
        {levelText(level, translate)}
      </Fact>
    </span>
  );
}
