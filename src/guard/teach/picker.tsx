import { render } from 'preact';
import type { TaughtField, TaughtMeaning, TaughtName } from '../../domain/taught.ts';
import { isTaughtName, taughtMeanings } from '../../domain/taught.ts';
import type { CallResult } from '../../protocol/call.ts';
import type { Lesson } from '../../reader/teach/lesson.ts';
import { meaningKey } from '../../reader/teach/spoken.ts';
import type { Teacher } from '../../reader/teach/teacher.ts';
import type { TicketReader } from '../../reader/ticket-reader.ts';
import type { Wording } from '../../ui/kit/wording.ts';
import { pageTheme } from '../page-theme.ts';
import { elementBelow, scrollBelow } from './element-below.ts';
import { fieldStates, nextLeft } from './left-to-show.ts';
import { lessonText, nameText } from './lesson-text.ts';
import { Outline } from './outline.ts';
import { isCovered, placePanel } from './panel-place.ts';
import { type PickerLook, PickerView } from './picker-view.tsx';

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

const mostRaises = 40;

/**
 * The picker: a layer over the whole page that takes every pointer, so that nothing on the page can be pressed, with an
 * outline around what is pointed at and a panel that says what is read there.
 */
export class Picker {
  readonly #parts: PickerParts;
  readonly #layer: HTMLElement;
  readonly #panel: HTMLElement;
  readonly #outline: Outline;
  readonly #skipped = new Set<TaughtName>();
  #name: TaughtName | undefined;
  #lesson: Lesson | undefined;
  #meanings: Record<string, TaughtMeaning> = {};
  #isUp = false;
  #raised = 0;
  #kept: string | undefined;
  #problem: string | undefined;
  #spots: readonly Element[] | undefined;
  #at = -1;
  #pointed: Element | null = null;
  #pointer = { x: -1, y: -1 };
  #currency: string | undefined;
  #wording: Wording | undefined;

  constructor(parts: PickerParts) {
    this.#parts = parts;
    const { ownerDocument } = parts.root;
    this.#layer = ownerDocument.createElement('div');
    this.#layer.className = 'rf rf-teach-layer';
    this.#layer.setAttribute('popover', 'manual');
    this.#layer.dataset.act = 'point';
    this.#panel = ownerDocument.createElement('div');
    this.#panel.className = 'rf-teach-home';
    this.#outline = new Outline(this.#layer);
    this.#layer.append(this.#panel);
    parts.root.append(this.#layer);
  }

  open(first: TaughtName | null): void {
    this.#layer.style.colorScheme = pageTheme(this.#parts.window, this.#parts.teacher.scope());
    this.show();
    this.#goTo(first ?? nextLeft(this.#states(), undefined, this.#skipped));
  }

  /** Shows it in the top layer, again where the page took it out. */
  show(): void {
    if (this.#layer.isConnected && !this.#layer.matches(':popover-open')) this.#layer.showPopover();
  }

  stop(): void {
    render(null, this.#panel);
    if (this.#layer.matches(':popover-open')) this.#layer.hidePopover();
    this.#layer.remove();
  }

  /** What the trader does with the pointer over our layer. */
  onPointer(event: PointerEvent | WheelEvent): void {
    this.#pointer = { x: event.clientX, y: event.clientY };
    if (this.#isOverPanel()) return;
    if (event.type === 'wheel') {
      const { deltaX, deltaY } = event as WheelEvent;
      scrollBelow(this.#below(), deltaX, deltaY);
    } else if (event.type === 'pointermove' && (event as PointerEvent).pointerType !== 'touch') {
      this.#hover(this.#below());
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
      this.#tab(event.shiftKey);
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
      const below = this.#below();
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
    this.show();
    this.#raise();
    this.#outline.place();
    this.#place();
  }

  focus(): void {
    const wanted = this.#panel.querySelector<HTMLElement>(
      '.rf-teach-way-main, .rf-teach-way, .rf-teach-spots',
    );
    (wanted ?? this.#panel.querySelector<HTMLElement>('footer [data-act="close"]'))?.focus();
  }

  get hasFocus(): boolean {
    return this.#parts.root.activeElement !== null;
  }

  #goTo(name: TaughtName | undefined): void {
    this.#name = name;
    this.#lesson = undefined;
    this.#meanings = {};
    this.#problem = undefined;
    this.#spots = undefined;
    this.#at = -1;
    this.#pointed = null;
    this.#outline.hide();
    this.#draw();
    this.focus();
    const chip = this.#panel.querySelector('[aria-current]');
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
    if (element === null) this.#outline.hide();
    else this.#outline.show(element, nameText(this.#name, wording), kind === 'none' ? 'wrong' : 'taken');
    this.#draw();
    this.focus();
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
    const problem = this.#problemOf(answer);
    if (problem !== undefined) {
      this.#problem = problem;
      this.#draw();
      return;
    }
    this.#kept = text;
    this.#goTo(nextLeft(this.#states(), lesson.field.name, this.#skipped));
  }

  #problemOf(answer: CallResult<'teach-field'>): string | undefined {
    const { translate } = this.#words();
    if (!answer.ok) return translate('teach_not_kept_silent');
    if (answer.value.outcome === 'saved') return undefined;
    const { why, detail } = answer.value;
    if (why === 'newer-version') return translate('teach_not_kept_newer');
    return why === 'too-many' ? translate('teach_not_kept_many', detail) : detail;
  }

  #hover(below: Element | null): void {
    if (this.#name === undefined || (this.#lesson !== undefined && this.#lesson.kind !== 'none')) return;
    if (below === this.#pointed) return;
    this.#pointed = below;
    const target = below === null ? null : this.#parts.teacher.targetAt(below, this.#name);
    if (target === null) this.#outline.hide();
    else this.#outline.show(target, this.#label(target), 'hover');
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
    this.#outline.show(element, this.#label(element), 'hover');
    this.#draw();
  }

  #tab(isBack: boolean): void {
    const stops = [...this.#panel.querySelectorAll<HTMLElement>('button, summary, [tabindex="0"]')].filter(
      (one) => one.checkVisibility(),
    );
    const at = stops.indexOf(this.#parts.root.activeElement as HTMLElement);
    stops[(at + (isBack ? -1 : 1) + stops.length) % stops.length]?.focus();
  }

  #below(): Element | null {
    const { window, isOurs } = this.#parts;
    return elementBelow(window.document, isOurs, this.#pointer.x, this.#pointer.y);
  }

  /** Comes out on top again of what came into the top layer later; never in a race with a page that does the same. */
  #raise(): void {
    const panel = this.#panel.querySelector('.rf-teach');
    if (panel === null || this.#raised >= mostRaises) return;
    if (!isCovered(panel, this.#parts.window.document, this.#parts.isOurs)) return;
    this.#raised += 1;
    const focused = this.#parts.root.activeElement as HTMLElement | null;
    this.#layer.hidePopover();
    this.#layer.showPopover();
    focused?.focus();
  }

  #isOverPanel(): boolean {
    const { x, y } = this.#pointer;
    return this.#parts.root.elementFromPoint(x, y)?.closest('.rf-teach') != null;
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
    render(<PickerView {...look} wording={wording} />, this.#panel);
    this.#place();
  }

  #place(): void {
    const panel = this.#panel.querySelector<HTMLElement>('.rf-teach');
    if (panel !== null) placePanel(panel, this.#parts.teacher.scope(), this.#parts.window);
  }
}
