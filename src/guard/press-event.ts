/** The events a page may take for a press of its button, or that become one. All are watched in the capture phase. */
export const pressEvents = [
  'pointerdown',
  'mousedown',
  'touchstart',
  'pointerup',
  'mouseup',
  'touchend',
  'pointercancel',
  'touchcancel',
  'click',
  'dblclick',
  'keydown',
  'keypress',
  'keyup',
  'submit',
] as const;

const pressTypes: ReadonlySet<string> = new Set(pressEvents);

export function isPressEvent({ type }: Event): boolean {
  return pressTypes.has(type);
}

export type PressKind = 'pointer' | 'key' | 'submit';

export function pressKind({ type }: Event): PressKind {
  if (type.startsWith('key')) return 'key';
  return type === 'submit' ? 'submit' : 'pointer';
}

/** Begins a press: everything until its end belongs to it. A repeated key is no new press. */
export function beginsPress(event: Event): boolean {
  return event.type === 'pointerdown' || (event.type === 'keydown' && !(event as KeyboardEvent).repeat);
}

/** The events at which a page sends an order; the ticket is read again at each. */
export function isDecisive({ type }: Event): boolean {
  return type === 'click' || type === 'submit';
}

/** A page may also send when the button is let go: the ticket is read again there as well. */
export function isReleaseOrDecisive(event: Event): boolean {
  return event.type === 'pointerup' || isDecisive(event);
}

/**
 * The press was meant. With a pointer only its click says so, so that sliding off a button stays a way to cancel; a key
 * says so at once.
 */
export function isMeant(event: Event): boolean {
  return isDecisive(event) || event.type === 'dblclick' || event.type === 'keydown';
}

/** Only the tail of some press: on its own it orders nothing, and nothing is opened for it. */
export function isTail({ type }: Event): boolean {
  return /(?:up|end|cancel)$/.test(type);
}

/** The main button, a touch, a pen's tip or a key. */
export function isMainButton(event: Event): boolean {
  return !('button' in event) || event.button === 0;
}

const textLike = /^(?:text|search|number|tel|url|email|password|date|time|month|week|datetime-local)$/;

/** By name, not by class: an element of a frame has other classes. */
function takesText(target: EventTarget | undefined): boolean {
  const { nodeName, type, isContentEditable } = (target ?? {}) as Partial<HTMLInputElement>;
  if (nodeName === 'INPUT') return textLike.test(type ?? 'text');
  return nodeName === 'TEXTAREA' || nodeName === 'SELECT' || isContentEditable === true;
}

/** Keys that press something: Enter anywhere, Space where it does not type. Modifiers make no difference. */
export function isPressingKey(event: Event): boolean {
  const { key, isComposing } = event as KeyboardEvent;
  if (isComposing) return false;
  return key === 'Enter' || ((key === ' ' || key === 'Spacebar') && !takesText(event.composedPath()[0]));
}

/** A key that is held down; the browser repeats its events as long as it is. */
export function isRepeated(event: Event): boolean {
  return pressKind(event) === 'key' && (event as KeyboardEvent).repeat === true;
}

/** Controls that the browser itself presses upon a key, with a click. */
function isPressedByBrowser(target: EventTarget): boolean {
  const { nodeName, href } = target as Partial<HTMLAnchorElement>;
  return (
    nodeName === 'BUTTON' ||
    nodeName === 'INPUT' ||
    nodeName === 'SUMMARY' ||
    (nodeName === 'A' && Boolean(href))
  );
}

/**
 * A key that goes down on a control which is none of the browser's own. No click follows it: who built the control so
 * that it takes the focus listens for the key, and the press is an order as a click is.
 */
export function isKeyOnOwnControl(event: Event): boolean {
  if (event.type !== 'keydown' || isRepeated(event)) return false;
  const path = event.composedPath();
  return !takesText(path[0]) && !path.some(isPressedByBrowser);
}

/** Where the event went; a form's submission also through the button that caused it, which tells the side. */
export function pressPath(event: Event): readonly EventTarget[] {
  const path = event.composedPath();
  const submitter = event.type === 'submit' ? (event as SubmitEvent).submitter : null;
  return submitter === null ? path : [submitter, ...path];
}

/** Keeps the event from the page and from doing anything by itself. */
export function stopEvent(event: Event): void {
  event.stopImmediatePropagation();
  // A touch that is prevented brings no click, and only the click says that the press was meant.
  if (!event.type.startsWith('touch')) event.preventDefault();
}
