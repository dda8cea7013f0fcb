import { render } from 'preact';
import type { TaughtField, TaughtMeaning, TaughtName } from '../../domain/taught.ts';
import { isTaughtName, taughtMeanings } from '../../domain/taught.ts';
import type { CallResult } from '../../protocol/call.ts';
import type { Lesson } from '../../reader/teach/lesson.ts';
import { meaningKey } from '../../reader/teach/spoken.ts';
import type { Teacher } from '../../reader/teach/teacher.ts';
import type { TicketReader } from '../../reader/ticket-reader.ts';
import type { Wording } from '../../ui/kit/wording.ts';
import { scrollBelow } from './element-below.ts';
import { fieldStates, nextLeft } from './left-to-show.ts';
import { lessonText, nameText, whyNotKept } from './lesson-text.ts';
import { type PickerLook, PickerView } from './picker-view.tsx';
import { TeachLayer } from './teach-layer.ts';

export interface PickerParts {
  readonly window: Window;
  readonly root: ShadowRoot;
  readonly isOurs: (element: Element) => boolean;
  readonly reader: TicketReader;
  readonly teacher: Teacher;
  readonly taught: () => readonly TaughtField[];
  /** Keeps a field for this site; what was taught is up to date when it resolves. */
  readonly keep: (field: TaughtField) => Promise<CallResult<'teach-field'>>;
  /** Figures are spelled in the account's currency, once that is read. */
  readonly wordingFor: (currency: string) => Wording;
  readonly close: () => void;
}

/** The picker: what the trader points at on its layer, what is read there, and the panel that says so. */
export class Picker {
  readonly #parts: PickerParts;
  readonly layer: TeachLayer;
  readonly #skipped = new Set<TaughtName>();
  #name: TaughtName | undefined;
  #lesson: Lesson | undefined;
  #meanings: Record<string, TaughtMeaning> = {};
  #isUp = false;
  #kept: string | undefined;
  #problem: string | undefined;
  #spots: readonly Element[] | undefined;
  #at = -1;
  #pointed: Element | null = null;
  #currency: string | undefined;
  #wording: Wording | undefined;

  constructor(parts: PickerParts) {
    this.#parts = parts;
    this.layer = new TeachLayer(parts.window, parts.root, parts.isOurs);
  }

  open(first: TaughtName | null): void {
    this.layer.open(this.#parts.teacher.scope());
    this.#goTo(first ?? nextLeft(this.#states(), undefined, this.#skipped));
  }

  stop(): void {
    render(null, this.layer.panel);
    this.layer.stop();
  }

  /** What the trader does with the pointer over our layer. */
  onPointer(event: PointerEvent | WheelEvent): void {
    this.layer.pointerIs(event.clientX, event.clientY);
    if (this.layer.isPointerOnPanel) return;
    if (event.type === 'wheel') {
      const { deltaX, deltaY } = event as WheelEvent;
      scrollBelow(this.layer.below(), deltaX, deltaY);
    } else if (event.type === 'pointermove' && (event as PointerEvent).pointerType !== 'touch') {
      this.#hover(this.layer.below());
    }
  }

  /** Keys anywhere in our surface. True when the key has done its work here. */
  onKey(event: KeyboardEvent): boolean {
    const { key } = event;
    if (key === 'Escape') {
      this.#parts.close();
      return true;
    }
    if (key === 'Tab') {
      this.layer.tab(event.shiftKey);
      return true;
    }
    if (this.#parts.root.activeElement?.matches('.rf-teach-spots') !== true) return false;
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[key];
    if (step !== undefined) this.#walk(step);
    else if (key === 'Home') this.#walk(-1, 0);
    else if (key === 'End') this.#walk(1, -1);
    else if (key === 'Enter' || key === ' ') {
      if (!event.repeat && this.#pointed !== null) this.#point(this.#pointed);
    } else return false;
    return true;
  }

  /** An act of the trader's on one of our buttons or on the layer itself. */
  act(name: string): void {
    const [verb = '', object = ''] = name.split(/-(.*)/s);
    if (verb === 'point') {
      const below = this.layer.below();
      if (this.#name !== undefined && below !== null) this.#point(below);
    } else if (verb === 'close') this.#parts.close();
    else if (verb === 'again') this.#goTo(this.#name);
    else if (verb === 'skip' && this.#name !== undefined) {
      this.#skipped.add(this.#name);
      this.#goTo(nextLeft(this.#states(), this.#name, this.#skipped));
    } else if (verb === 'field' && isTaughtName(object)) this.#goTo(object);
    else if (verb === 'mean') this.#mean(object);
    else if (verb === 'keep') void this.#keep();
    else if (verb === 'move') {
      this.#isUp = !this.#isUp;
      this.#draw();
    }
  }

  /** The page scrolled, changed its size or drew itself anew. */
  refresh(): void {
    this.layer.refresh(this.#parts.teacher.scope());
  }

  #goTo(name: TaughtName | undefined): void {
    this.#name = name;
    this.#lesson = undefined;
    this.#meanings = {};
    this.#problem = undefined;
    this.#spots = undefined;
    this.#at = -1;
    this.#pointed = null;
    this.layer.outline.hide();
    this.#draw();
    this.layer.focus();
    const chip = this.layer.panel.querySelector('[aria-current]');
    chip?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }

  #point(pointed: Element): void {
    if (this.#name === undefined) return;
    const { teacher } = this.#parts;
    const wording = this.#words();
    this.#kept = undefined;
    this.#problem = undefined;
    this.#pointed = pointed;
    this.#lesson = teacher.point(pointed, this.#name, this.#meanings);
    const { element, kind } = this.#lesson;
    if (element === null) this.layer.outline.hide();
    else this.layer.outline.show(element, nameText(this.#name, wording), kind === 'none' ? 'wrong' : 'taken');
    this.#draw();
    this.layer.focus();
  }

  #mean(object: string): void {
    const meaning = taughtMeanings.find((each) => each === object);
    if (this.#lesson?.kind !== 'ask' || meaning === undefined || this.#pointed === null) return;
    this.#meanings = { ...this.#meanings, [meaningKey(this.#lesson.word)]: meaning };
    this.#point(this.#pointed);
  }

  async #keep(): Promise<void> {
    const lesson = this.#lesson;
    if (lesson?.kind !== 'read' && lesson?.kind !== 'differs' && lesson?.kind !== 'control') return;
    const { keep, reader } = this.#parts;
    const wording = this.#words();
    const text = lessonText(lesson, reader.read().reading, wording);
    const answer = await keep(lesson.field);
    if (this.#lesson !== lesson) return;
    const problem = whyNotKept(answer, wording.translate);
    if (problem !== undefined) {
      this.#problem = problem;
      this.#draw();
      return;
    }
    this.#kept = text;
    this.#goTo(nextLeft(this.#states(), lesson.field.name, this.#skipped));
  }

  #hover(below: Element | null): void {
    if (this.#name === undefined || (this.#lesson !== undefined && this.#lesson.kind !== 'none')) return;
    if (below === this.#pointed) return;
    this.#pointed = below;
    const target = below === null ? null : this.#parts.teacher.targetAt(below, this.#name);
    if (target === null) this.layer.outline.hide();
    else this.layer.outline.show(target, this.#label(target), 'hover');
  }

  #label(element: Element): string {
    const { teacher } = this.#parts;
    const wording = this.#words();
    const text = teacher.textAt(element);
    if (text !== '') return text;
    return wording.translate(
      element.matches('input:not([type=checkbox])') ? 'teach_spot_input' : 'teach_spot_toggle',
    );
  }

  #walk(step: number, from?: number): void {
    if (this.#name === undefined) return;
    this.#spots ??= this.#parts.teacher.candidates(this.#name);
    const { length } = this.#spots;
    if (length === 0) return;
    const next = from === undefined ? this.#at + step : from;
    this.#at = ((this.#at < 0 && step < 0 ? -1 : next) + length) % length;
    const element = this.#spots[this.#at] ?? null;
    this.#pointed = element;
    if (element === null) return;
    this.#lesson = undefined;
    element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    this.layer.outline.show(element, this.#label(element), 'hover');
    this.#draw();
  }

  #states() {
    return fieldStates(this.#parts.reader, this.#parts.taught());
  }

  /** The currency is that of the ticket, or of the balance being shown just now. */
  #words(): Wording {
    const { currency } = this.#parts.reader.read().reading;
    const code = currency.known
      ? currency.value
      : (this.#lesson?.kind === 'read' && this.#lesson.currency) || '';
    if (this.#wording === undefined || this.#currency !== code) this.#wording = this.#parts.wordingFor(code);
    this.#currency = code;
    return this.#wording;
  }

  #draw(): void {
    const { reader } = this.#parts;
    const wording = this.#words();
    const spots = this.#spots ?? [];
    const element = this.#at < 0 ? undefined : spots[this.#at];
    const look: PickerLook = {
      name: this.#name,
      lesson: this.#lesson,
      states: this.#states(),
      reading: reader.read().reading,
      spot:
        element === undefined
          ? undefined
          : { at: this.#at + 1, of: spots.length, text: this.#label(element) },
      kept: this.#kept,
      problem: this.#problem,
      isUp: this.#isUp,
    };
    render(<PickerView {...look} wording={wording} />, this.layer.panel);
    this.layer.place(this.#parts.teacher.scope());
  }
}
