import type { UnknownReason } from '../../domain/known.ts';
import type { MessageKey, Translate } from '../../messages/message-key.ts';

const reasons: Readonly<Record<UnknownReason, MessageKey>> = {
  'not-on-page': 'popup_gap_not_on_page',
  ambiguous: 'popup_gap_ambiguous',
  unparsable: 'popup_gap_unparsable',
  hidden: 'popup_gap_hidden',
  stale: 'popup_gap_stale',
  'symbol-mismatch': 'popup_gap_symbol_mismatch',
  'venue-facts-missing': 'popup_gap_venue_facts_missing',
  'model-not-supported': 'popup_gap_venue_facts_missing',
  'missing-input': 'popup_gap_missing_input',
  'undefined-ratio': 'popup_gap_missing_input',
  timeout: 'popup_gap_timeout',
};

/** Why one field of the page was not read; the field's own name stands beside it. */
export function gapText(why: UnknownReason, translate: Translate): string {
  return translate(reasons[why]);
}
