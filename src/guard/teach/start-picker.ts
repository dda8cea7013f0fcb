import type { TaughtName } from '../../domain/taught.ts';
import type { Translate } from '../../messages/message-key.ts';
import { Ears } from '../ears.ts';
import { ownEvents } from '../own-events.ts';
import { directionOf, SurfaceHost } from '../surface-host.ts';
import { Picker, type PickerParts } from './picker.tsx';

interface StartParts extends Omit<PickerParts, 'root' | 'isOurs' | 'close'> {
  readonly styles: string;
  readonly translate: Translate;
  readonly alive: () => boolean;
  readonly first: TaughtName | null;
}

/** What the page could take for a press while the trader points: none of it reaches the page. */
const swallowed: ReadonlySet<string> = new Set([
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
]);

const beatMs = 250;

/**
 * Opens the picker over a page and takes every press until it is closed; the focus then goes back to where it was. Gives
 * what takes an event, for a listener that is older than the page's own.
 */
export function startPicker(parts: StartParts, life: AbortController): (event: Event) => boolean {
  const { window, styles, translate, alive, first } = parts;
  const { document } = window;
  const { signal } = life;
  const before = document.activeElement;
  const host = new SurfaceHost({
    page: document,
    styles,
    mayReturn: () => alive() && !signal.aborted,
    restored: () => picker.layer.show(),
    name: 'teach',
    direction: directionOf(translate('text_direction')),
  });
  const picker = new Picker({
    ...parts,
    root: host.root,
    isOurs: (element) => host.isHost(element),
    close: () => life.abort(),
  });

  /** A page may lay something over our layer, or keep the focus: what is pressed there is not meant for it now. */
  const onOther = (event: Event): boolean => {
    const { key = '', ctrlKey, metaKey, altKey } = event as KeyboardEvent;
    const isBrowsers = key !== '' && (ctrlKey || metaKey || altKey || /^F\d/.test(key));
    if (isBrowsers || !swallowed.has(event.type)) return false;
    event.stopImmediatePropagation();
    if (!event.type.startsWith('touch')) event.preventDefault();
    if (event.type === 'keydown' && key === 'Escape') life.abort();
    else if (event.type === 'keydown' || event.type === 'click') picker.layer.focus();
    return true;
  };
  const take = (event: Event): boolean => {
    if (!event.isTrusted || signal.aborted) return false;
    if (!host.owns(event)) return onOther(event);
    if (event.type === 'keydown') {
      if (picker.onKey(event as KeyboardEvent)) event.preventDefault();
    } else if (/^pointer(?:move|down)$|^wheel$/.test(event.type)) picker.onPointer(event as PointerEvent);
    own.take(event);
    return true;
  };
  const own = ownEvents({ host, act: (name) => picker.act(name), now: () => performance.now() });
  new Ears(window, signal).to = take;

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
  return take;
}
