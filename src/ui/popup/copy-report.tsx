import { useState } from 'preact/hooks';
import type { MessageKey } from '../../messages/message-key.ts';
import type { PopupDesk } from './popup-desk.ts';

const outcomes = {
  idle: undefined,
  copied: 'popup_report_copied',
  failed: 'popup_report_failed',
} as const satisfies Record<string, MessageKey | undefined>;

/** Puts a report on how the page is read on the clipboard: for an issue, without figures or account data. */
export function CopyReport({ desk }: { readonly desk: PopupDesk }) {
  const [outcome, setOutcome] = useState<keyof typeof outcomes>('idle');
  const { translate } = desk;
  const copy = async (): Promise<boolean> => {
    const tab = await desk.tab();
    const answer = tab === undefined ? undefined : await desk.reportPage(tab.id);
    if (answer?.ok !== true) return false;
    await desk.copyText(`Ringfence ${desk.version}\n${answer.value.report}`);
    return true;
  };
  const said = outcomes[outcome];
  return (
    <p class="popup-report">
      <button
        type="button"
        class="rf-link"
        data-act="copy-report"
        onClick={() =>
          void copy().then(
            (done) => setOutcome(done ? 'copied' : 'failed'),
            () => setOutcome('failed'),
          )
        }
      >
        {translate('popup_report')}
      </button>
      <span class="rf-quiet" role="status">
        {said === undefined ? translate('popup_report_note') : translate(said)}
      </span>
    </p>
  );
}
