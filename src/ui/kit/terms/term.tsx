import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { Translate } from '../../../messages/message-key.ts';
import type { TermId } from './term-ids.ts';

interface Props {
  readonly id: TermId;
  readonly translate: Translate;
  /** The word as the sentence has it; the glossary's own name unless said. */
  readonly children?: ComponentChildren;
  /** What a screen reader says in place of the children. */
  readonly label?: string;
}

/** A word with its meaning on hover, focus and press. Escape takes it away, moving onto the meaning keeps it. */
export function Term({ id, translate, children, label }: Props) {
  const [open, setOpen] = useState(false);
  const tip = useId();
  const holder = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const box = holder.current;
    const show = () => setOpen(true);
    const hide = () => setOpen(false);
    box?.addEventListener('mouseenter', show);
    box?.addEventListener('mouseleave', hide);
    return () => {
      box?.removeEventListener('mouseenter', show);
      box?.removeEventListener('mouseleave', hide);
    };
  }, []);
  useEffect(() => {
    if (!open) return;
    const own = holder.current?.getRootNode();
    const away = (event: Event) => {
      if (!(event instanceof KeyboardEvent) || event.key !== 'Escape') return;
      event.stopPropagation();
      setOpen(false);
    };
    own?.addEventListener('keydown', away, true);
    return () => own?.removeEventListener('keydown', away, true);
  }, [open]);
  return (
    <span ref={holder} class="rf-term-box">
      <button
        type="button"
        class="rf-term"
        data-term={id}
        aria-describedby={tip}
        {...(label === undefined ? {} : { 'aria-label': label })}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onClick={() => setOpen(true)}
      >
        {children ?? translate(`term_${id}`)}
      </button>
      <span id={tip} role="tooltip" class="rf-tip" hidden={!open}>
        <b class="rf-tip-word">{translate(`term_${id}`)}</b> {translate(`term_${id}_is`)}
      </span>
    </span>
  );
}
