import type { ChecklistId, ChecklistItem } from '../../domain/verdict.ts';
import type { MessageKey } from '../../messages/message-key.ts';
import type { Wording } from './wording.ts';

const questions: Readonly<Record<ChecklistId, MessageKey>> = {
  'CK-1': 'kit_ck_1',
  'CK-2': 'kit_ck_2',
  'CK-3': 'kit_ck_3',
  'CK-4': 'kit_ck_4',
  'CK-5': 'kit_ck_5',
  'CK-6': 'kit_ck_6',
};

const states: Readonly<Record<ChecklistItem['state'], MessageKey>> = {
  pass: 'kit_check_pass',
  fail: 'kit_check_fail',
  unknown: 'kit_check_unknown',
};

const marks: Readonly<Record<ChecklistItem['state'], string>> = {
  pass: 'M3.5 8.5l3 3 6-7',
  fail: 'M4 4l8 8M12 4l-8 8',
  unknown: 'M5.6 6a2.4 2.4 0 1 1 3.5 2.1C8.3 8.6 8 9 8 9.8M8 12.4v.1',
};

interface Props {
  readonly items: readonly ChecklistItem[];
  readonly wording: Wording;
}

/** The six questions to answer before confirming, with the answers read from the page. */
export function Checklist({ items, wording: { translate } }: Props) {
  return (
    <ul class="rf-checklist">
      {items.map(({ id, state, answer }) => (
        <li key={id} data-check={id} data-state={state}>
          <svg
            class={`rf-check rf-check-${state}`}
            width="16"
            height="16"
            viewBox="0 0 16 16"
            aria-hidden="true"
          >
            <path d={marks[state]} />
          </svg>
          <span class="rf-question">
            {translate(questions[id])}
            <span class="rf-unseen">: {translate(states[state])}</span>
          </span>
          <span class="rf-answer">{answer}</span>
        </li>
      ))}
    </ul>
  );
}
