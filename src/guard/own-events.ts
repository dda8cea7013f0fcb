import { type Drag, DragFollower } from './follow-drag.ts';
import type { SurfaceHost } from './surface-host.ts';

/**
 * A surface names what can be done on it with `data-act`; this is told which, by the trader's own hand only. `isSettled`:
 * the press began well after the surface opened.
 */
export type Act = (name: string, isSettled: boolean) => void;

/** The second press of a double click on the page must not land on what opened under it. */
const settleMs = 200;

export interface OwnEvents {
  /** Deals with an event of ours; false for one of the page's. */
  take(event: Event): boolean;
  /** A surface opened: what is pressed within a moment was not meant for it. */
  settle(): void;
}

interface Options {
  readonly host: SurfaceHost;
  readonly act: Act;
  readonly now: () => number;
  /** What can be dragged on our surfaces. */
  readonly drag?: Drag;
  /** Keys that a surface takes for itself; true when it took one. */
  readonly keys?: (key: string) => boolean;
  /** Another surface of ours that came later than the page's listeners: true when it took the event. */
  readonly lend?: (event: Event) => boolean;
}

/** Stops our events at the window and turns trusted clicks and Enter on `[data-act]` into acts. */
export function ownEvents({ host, act, now, lend, drag, keys }: Options): OwnEvents {
  let armed: HTMLElement | undefined;
  let armedAt = 0;
  let settledAt = 0;
  let announced: InputEvent | undefined;
  const typed = new WeakMap<HTMLInputElement, string>();
  const { root } = host;
  const follower = drag === undefined ? undefined : new DragFollower(root, drag);

  const actionOf = (element: Element | null) => element?.closest<HTMLElement>('[data-act]') ?? undefined;
  const actionAt = (event: Event) => {
    const { clientX, clientY } = event as PointerEvent;
    return actionOf(root.elementFromPoint(clientX, clientY));
  };

  const take = (event: Event): boolean => {
    if (lend?.(event) === true) return true;
    if (!host.owns(event)) return false;
    event.stopImmediatePropagation();
    if (event.isTrusted) onTrusted(event);
    return true;
  };

  const onTrusted = (event: Event): void => {
    if (event.type.startsWith('pointer') && follower?.take(event) === true) {
      armed = undefined;
      return;
    }
    switch (event.type) {
      case 'pointerdown':
        armed = actionAt(event);
        armedAt = now();
        break;
      case 'click': {
        // A click without a count comes from a key or from assistive software, for the element that has the focus.
        const byHand = (event as MouseEvent).detail > 0;
        const target = byHand ? actionAt(event) : actionOf(root.activeElement);
        if (target !== undefined && (!byHand || target === armed)) {
          act(target.dataset.act ?? '', (byHand ? armedAt : now()) >= settledAt);
        }
        armed = undefined;
        break;
      }
      case 'beforeinput':
        announced = event as InputEvent;
        break;
      case 'input':
        onInput(event as InputEvent, root.activeElement);
        break;
      case 'keydown':
        onKey(event as KeyboardEvent);
    }
  };

  /** A page can put text where the cursor is, in our field as well; what a person types is announced before. */
  const onInput = ({ inputType, data }: InputEvent, field: Element | null): void => {
    if (!(field instanceof HTMLInputElement)) return;
    const isSame =
      announced?.inputType === inputType && (inputType !== 'insertText' || announced.data === data);
    if (isSame) typed.set(field, field.value);
    else field.value = typed.get(field) ?? field.defaultValue;
    announced = undefined;
  };

  /** Enter in a field acts as the field says; a key still down from before does nothing. */
  const onKey = (event: KeyboardEvent): void => {
    if (keys?.(event.key) === true) {
      event.preventDefault();
      return;
    }
    if (event.key !== 'Enter' && event.key !== ' ') return;
    if (event.repeat) {
      event.preventDefault();
      return;
    }
    const field = root.activeElement;
    if (event.key === 'Enter' && field instanceof HTMLInputElement && field.dataset.act !== undefined) {
      event.preventDefault();
      act(field.dataset.act, true);
    }
  };

  return {
    take,
    settle: () => {
      settledAt = now() + settleMs;
      armed = undefined;
    },
  };
}
