import { isUnknown } from '../../domain/known.ts';
import type { TaughtName } from '../../domain/taught.ts';
import type { TicketFieldName, TicketReading } from '../../domain/ticket-reading.ts';
import type { Translate } from '../../messages/message-key.ts';
import type { CallResult } from '../../protocol/call.ts';
import type { Lesson } from '../../reader/teach/lesson.ts';
import { fieldValue } from '../../ui/kit/field-value.ts';
import type { Wording } from '../../ui/kit/wording.ts';
import { venueFacts } from '../../venues/facts.ts';

type Known = Extract<TicketReading[TicketFieldName], { known: true }>;
type Read = Extract<Lesson, { kind: 'read' | 'differs' | 'control' }>;

export function nameText(name: TaughtName, { translate }: Wording): string {
  return translate(`teach_name_${name}`);
}

/** "Margin mode: Isolated", "Size: 0.25 in BTC", "Buy button: the button “Nunua”". */
export function lessonText(lesson: Read, reading: TicketReading, wording: Wording): string {
  const { translate } = wording;
  const { name } = lesson.field;
  if (lesson.kind === 'control') {
    return translate('teach_value', nameText(name, wording), translate('teach_value_button', lesson.words));
  }
  const value = valueText(name as TicketFieldName, lesson.value, wording);
  const said =
    lesson.unit === undefined
      ? value
      : translate('teach_value_unit', value, unitText(lesson.unit, reading, wording));
  return translate('teach_value', nameText(name, wording), said);
}

/** A value as the popup spells it. */
export function valueText(name: TicketFieldName, value: Known, wording: Wording): string {
  return fieldValue(name, value, wording, (id) => venueFacts[id].name);
}

/** The unit by the coin's own name where that is known. */
function unitText(unit: Known, { symbol }: TicketReading, wording: Wording): string {
  const { anchor } = unit.from;
  if (/^[A-Z][A-Z0-9]{1,9}$/.test(anchor)) return anchor;
  const base = isUnknown(symbol)
    ? undefined
    : /^(?:PERP_)?([A-Z0-9]{2,10}?)[-_/]?(?:USDT|USDC|USD)/.exec(symbol.value)?.[1];
  if (unit.value === 'base' && base !== undefined) return base;
  return valueText('sizeUnit', unit, wording);
}

/** Why pointing there taught nothing, in a sentence. */
export function noneText(
  lesson: Extract<Lesson, { kind: 'none' }>,
  name: TaughtName,
  wording: Wording,
): string {
  const { translate } = wording;
  switch (lesson.why) {
    case 'nothing':
      return translate('teach_none_nothing');
    case 'no-state':
      return translate('teach_none_no_state');
    case 'not-again':
      return translate('teach_none_not_again', lesson.text);
    case 'unreadable':
      return lesson.text === ''
        ? translate('teach_none_unreadable_empty')
        : translate(
            'teach_none_unreadable',
            lesson.text,
            nameText(name, wording).toLocaleLowerCase(wording.locale),
          );
  }
}

/** Why a field that was shown is not kept; `undefined` when it is. */
export function whyNotKept(answer: CallResult<'teach-field'>, translate: Translate): string | undefined {
  if (!answer.ok) return translate('teach_not_kept_silent');
  if (answer.value.outcome === 'saved') return undefined;
  const { why, detail } = answer.value;
  if (why === 'newer-version') return translate('teach_not_kept_newer');
  return why === 'too-many' ? translate('teach_not_kept_many', detail) : detail;
}
