import type { MarginMode } from '../../domain/account.ts';
import { isUnknown, type Unknown } from '../../domain/known.ts';
import type { Translate } from '../../messages/message-key.ts';

export function modeText(mode: MarginMode | Unknown, translate: Translate): string {
  if (isUnknown(mode)) return translate('kit_mode_unknown');
  return translate(mode === 'cross' ? 'kit_mode_cross' : 'kit_mode_isolated');
}
