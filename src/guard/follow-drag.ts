/** What is told of a drag, in pixels from where it began. */
export interface Drag {
  start(): void;
  move(dx: number, dy: number): void;
  end(): void;
  cancel(): void;
}

/** Nearer than this it is a press with an unsteady hand. */
const slack = 5;

interface Held {
  readonly x: number;
  readonly y: number;
  readonly pointerId: number;
  isMoving: boolean;
}

/** Turns the events of a pointer on `[data-drag]` into a drag. Only trusted events of our own surface may be given. */
export class DragFollower {
  readonly #root: ShadowRoot;
  readonly #drag: Drag;
  #held: Held | undefined;

  constructor(root: ShadowRoot, drag: Drag) {
    this.#root = root;
    this.#drag = drag;
  }

  /** `true` when the press has become a drag: what else it would have done is void. */
  take(event: Event): boolean {
    const { type, clientX: x, clientY: y, pointerId } = event as PointerEvent;
    if (type === 'pointerdown') {
      this.#begin(event as PointerEvent);
      return false;
    }
    const held = this.#held;
    if (held === undefined || held.pointerId !== pointerId) return false;
    if (type === 'pointermove') {
      if (!held.isMoving && Math.hypot(x - held.x, y - held.y) >= slack) {
        held.isMoving = true;
        this.#drag.start();
      }
      if (held.isMoving) this.#drag.move(x - held.x, y - held.y);
    } else if (type === 'pointerup' || type === 'pointercancel') {
      this.#held = undefined;
      if (!held.isMoving) return false;
      if (type === 'pointerup') this.#drag.end();
      else this.#drag.cancel();
    }
    return held.isMoving;
  }

  #begin({ clientX, clientY, pointerId, isPrimary, button }: PointerEvent): void {
    this.#held = undefined;
    const grip = this.#root.elementFromPoint(clientX, clientY)?.closest('[data-drag]') ?? null;
    if (grip === null || !isPrimary || button !== 0) return;
    try {
      // Without it the pointer is lost as soon as it is faster than the strip.
      grip.setPointerCapture(pointerId);
    } catch {
      return;
    }
    this.#held = { x: clientX, y: clientY, pointerId, isMoving: false };
  }
}
