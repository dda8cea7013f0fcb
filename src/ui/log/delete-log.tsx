import { useRef, useState } from 'preact/hooks';
import type { LogDesk } from './log-desk.ts';

interface Props {
  readonly desk: LogDesk;
  readonly onDeleted: () => void;
}

/** Forgets everything, after one question; keeping it is the answer at hand. */
export function DeleteLog({ desk, onDeleted }: Props) {
  const { translate } = desk;
  const dialog = useRef<HTMLDialogElement>(null);
  const [problem, setProblem] = useState('');
  const forget = async () => {
    const answer = await desk.deleteLog();
    if (answer.ok && answer.value.outcome === 'saved') {
      dialog.current?.close();
      onDeleted();
      return;
    }
    const detail = answer.ok && answer.value.outcome === 'not-saved' ? answer.value.detail : '';
    setProblem(translate('log_delete_failed', detail));
  };
  return (
    <>
      <button
        type="button"
        class="rf-button"
        data-do="delete-log"
        onClick={() => {
          setProblem('');
          dialog.current?.showModal();
        }}
      >
        {translate('log_delete')}
      </button>
      <dialog
        class="rf log-dialog"
        ref={dialog}
        aria-labelledby="delete-title"
        aria-describedby="delete-text"
      >
        <h2 id="delete-title">{translate('log_delete_title')}</h2>
        <p id="delete-text">{translate('log_delete_text')}</p>
        {problem !== '' && (
          <p class="rf-bad" role="alert">
            {problem}
          </p>
        )}
        <p class="log-ways">
          <button type="button" class="rf-button rf-button-main" onClick={() => dialog.current?.close()}>
            {translate('log_delete_keep')}
          </button>
          <button type="button" class="rf-button" data-do="delete-log-now" onClick={() => void forget()}>
            {translate('log_delete_now')}
          </button>
        </p>
      </dialog>
    </>
  );
}
