import type { TaughtName } from '../../domain/taught.ts';
import { listenToOwnEvents } from '../own-events.ts';
import { SurfaceHost } from '../surface-host.ts';
import { Picker, type PickerParts } from './picker.tsx';

interface StartParts extends Omit<PickerParts, 'root' | 'isOurs' | 'close'> {
  readonly styles: string;
  readonly alive: () => boolean;
  readonly first: TaughtName | null;
}

/** What the page could take for a press while the trader points: none of it reaches the page. */
const swallowed = [
  'pointerdown',
  'pointerup',
  'mousedown',
  'mouseup',
  'touchstart',
  'touchend',
  'click',
  'dblclick',
  'auxclick',
  'contextmenu',
  'keydown',
  'keypress',
  'keyup',
  'submit',
] as const;

const beatMs = 250;

/** Opens the picker over a page and takes every press until it is closed. The focus goes back to where it was. */
export function startPicker(parts: StartParts, life: AbortController): void {
  const { window, styles, alive, first } = parts;
  const { document } = window;
  const { signal } = life;
  const before = document.activeElement;
  const host = new SurfaceHost({
    page: document,
    styles,
    mayReturn: () => alive() && !signal.aborted,
    restored: () => picker.show(),
    name: 'teach',
  });
  const picker = new Picker({
    ...parts,
    root: host.root,
    isOurs: (element) => host.isHost(element),
    close: () => life.abort(),
  });

  const onOwn = (event: Event): void => {
    if (!event.isTrusted || !host.owns(event)) return;
    if (event.type === 'keydown') {
      if (picker.onKey(event as KeyboardEvent)) event.preventDefault();
    } else picker.onPointer(event as PointerEvent);
  };
  for (const type of ['pointermove', 'pointerdown', 'wheel', 'keydown'] as const) {
    window.addEventListener(type, onOwn, { capture: true, passive: type === 'wheel', signal });
  }
  /** A page may lay something over our layer, or keep the focus: what is pressed there is not meant for it now. */
  const onOther = (event: Event): void => {
    if (!event.isTrusted || host.owns(event)) return;
    const { key = '', ctrlKey, metaKey, altKey } = event as KeyboardEvent;
    if (key !== '' && (ctrlKey || metaKey || altKey || /^F\d/.test(key))) return;
    event.stopImmediatePropagation();
    if (!event.type.startsWith('touch')) event.preventDefault();
    if (event.type === 'keydown' && key === 'Escape') life.abort();
    else if (event.type === 'keydown' || event.type === 'click') picker.focus();
  };
  for (const type of swallowed) {
    window.addEventListener(type, onOther, { capture: true, passive: type === 'touchstart', signal });
  }
  const own = listenToOwnEvents(
    { window, host, act: (name) => picker.act(name), now: () => performance.now() },
    signal,
  );

  host.start(signal);
  picker.open(first);
  own.settle();
  const refresh = () => picker.refresh();
  window.addEventListener('resize', refresh, { signal, passive: true });
  window.addEventListener('scroll', refresh, { signal, passive: true, capture: true });
  const beating = setInterval(() => (alive() ? refresh() : life.abort()), beatMs);
  signal.addEventListener('abort', () => {
    clearInterval(beating);
    picker.stop();
    if (before !== null && 'focus' in before && before.isConnected) (before as HTMLElement).focus();
  });
}
