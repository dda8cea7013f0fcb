import { render } from 'preact';
import type { TicketReading } from '../domain/ticket-reading.ts';
import { type Finding, worseLevel } from '../domain/verdict.ts';
import type { RecipeField } from '../reader/recipe.ts';
import { LevelIcon } from '../ui/kit/level-icon.tsx';
import { levelText } from '../ui/kit/level-word.tsx';
import type { Wording } from '../ui/kit/wording.ts';
import type { Box } from './box.ts';
import { fieldsOfFinding } from './fields-of-finding.ts';
import { placeMark } from './mark-place.ts';
import type { Surroundings } from './place-strip.ts';
import { pageBoxOf } from './surroundings.ts';

interface Options {
  readonly root: ShadowRoot;
  readonly placesOf: (fields: readonly RecipeField[]) => ReadonlyMap<RecipeField, Element>;
  readonly surroundings: () => Surroundings;
  /** Where the strip stands. */
  readonly stripBox: () => Box | undefined;
  /** The page's own elements at a point, the topmost first. */
  readonly elementsAt: (x: number, y: number) => readonly Element[];
}

/** A field of the page, what is wrong with it, and where the mark of that stands. */
interface Drawn {
  readonly field: RecipeField;
  readonly findings: readonly Finding[];
  readonly box: Box;
}

/** A page draws itself piece by piece; looking again for what it lacked costs a read. */
const againMs = 5_000;

const pressable = 'button, [role="button"], [role="combobox"], [role="tab"], a[href], label';
const controls = 'input, select, textarea, button, [role="button"], [role="slider"], [role="tab"]';
/** A wrapper that is higher than its field by more than this holds more than the field. */
const frameSlack = 16;

/**
 * A mark of our own beside each of the page's fields that a finding at warning or worse is about. It takes no presses,
 * covers no control and no text, and is gone with the finding.
 */
export class FieldMarks {
  readonly #options: Options;
  readonly #layer: HTMLElement;
  #wording: Wording | undefined;
  #wanted: readonly { readonly finding: Finding; readonly fields: readonly RecipeField[] }[] = [];
  #elements: ReadonlyMap<RecipeField, Element> = new Map();
  readonly #boxes = new Map<RecipeField, Box>();
  /** The fields the page was last asked for. */
  #lookedFor = '';
  #lookedAt = 0;
  #drawn = '';
  #placing = 0;

  constructor(options: Options) {
    this.#options = options;
    this.#layer = options.root.ownerDocument.createElement('div');
    this.#layer.className = 'rf rf-marks-layer';
    this.#layer.setAttribute('popover', 'manual');
    options.root.append(this.#layer);
  }

  stop(): void {
    cancelAnimationFrame(this.#placing);
    this.#wanted = [];
    render(null, this.#layer);
  }

  theme(colorScheme: 'light' | 'dark'): void {
    this.#layer.style.colorScheme = colorScheme;
  }

  /** Shows the layer, again where the page took it out of the top layer, and keeps it from fading by itself. */
  renew(): void {
    if (!this.#layer.isConnected) return;
    if (!this.#layer.matches(':popover-open')) this.#layer.showPopover();
    for (const fade of this.#layer.getAnimations()) fade.currentTime = 0;
  }

  /**
   * What is wrong with the ticket as it stands; nothing while there is no verdict of it. Drawn after the strip is; while
   * the same fields are concerned only the words change, and the page is not asked for its layout.
   */
  update(findings: readonly Finding[], reading: TicketReading, wording: Wording): void {
    this.#wording = wording;
    this.#wanted = findings.flatMap((finding) =>
      finding.level === 'notice'
        ? []
        : fieldsOfFinding(finding, reading).map((fields) => ({ finding, fields })),
    );
    if (this.#isLookedFor()) this.#draw();
    else this.#placing ||= requestAnimationFrame(() => setTimeout(() => this.place()));
  }

  /** Puts the marks where their fields stand now. Asks the page for its layout only while there is a mark to place. */
  place(): void {
    this.#placing = 0;
    this.#boxes.clear();
    if (!this.#isLookedFor()) this.#look();
    if (this.#elements.size > 0) this.#findBoxes();
    this.#draw();
  }

  #findBoxes(): void {
    const { view, never, keepFree } = this.#options.surroundings();
    const strip = this.#options.stripBox();
    const taken = [...never, ...keepFree, ...(strip === undefined ? [] : [strip])];
    for (const [field, element] of this.#elements) {
      if (!this.#wanted.some(({ fields }) => this.#placed(fields) === field)) continue;
      const frame = frameOf(element);
      if (!this.#isInSight(frame)) continue;
      const isBlank = (x: number, y: number) => this.#isGround(frame, x, y);
      const box = placeMark(pageBoxOf(frame), { view, taken, isBlank });
      if (box === undefined) continue;
      taken.push(box);
      this.#boxes.set(field, box);
    }
  }

  /** The first of a finding's fields that stands on the page. */
  #placed(fields: readonly RecipeField[]): RecipeField | undefined {
    return fields.find((field) => this.#elements.has(field));
  }

  #askedNow(): string {
    return JSON.stringify([...new Set(this.#wanted.flatMap(({ fields }) => fields))].sort());
  }

  /** The page was asked for these fields, and has not taken one away since. One it lacked may have come. */
  #isLookedFor(): boolean {
    if (this.#askedNow() !== this.#lookedFor) return false;
    if (![...this.#elements.values()].every(({ isConnected }) => isConnected)) return false;
    const isWhole = this.#wanted.every(({ fields }) => this.#placed(fields) !== undefined);
    return isWhole || performance.now() - this.#lookedAt < againMs;
  }

  /** Looking for fields costs a read. */
  #look(): void {
    this.#lookedFor = this.#askedNow();
    this.#lookedAt = performance.now();
    const fields = new Set(this.#wanted.flatMap((each) => each.fields));
    this.#elements = fields.size === 0 ? new Map() : this.#options.placesOf([...fields]);
  }

  /** Neither scrolled out of its own box nor under a dialog of the page. */
  #isInSight(frame: Element): boolean {
    if (frame.ownerDocument !== this.#options.root.ownerDocument) return true;
    const { left, top, width, height } = pageBoxOf(frame);
    const [topmost] = this.#options.elementsAt(left + width / 2, top + height / 2);
    return topmost !== undefined && (holds(frame, topmost) || holds(topmost, frame));
  }

  /** Nothing but what also holds the field: the ticket's own ground. */
  #isGround(frame: Element, x: number, y: number): boolean {
    if (frame.ownerDocument !== this.#options.root.ownerDocument) return true;
    const [topmost] = this.#options.elementsAt(x, y);
    return topmost !== undefined && topmost !== frame && holds(topmost, frame);
  }

  #draw(): void {
    const wording = this.#wording;
    if (wording === undefined) return;
    const drawn = [...this.#boxes].flatMap(([field, box]): Drawn[] => {
      const own = this.#wanted.filter(({ fields }) => this.#placed(fields) === field);
      return own.length === 0 ? [] : [{ field, box, findings: own.map(({ finding }) => finding) }];
    });
    const now = JSON.stringify(drawn);
    if (now === this.#drawn) return;
    this.#drawn = now;
    render(
      drawn.map((each) => <Mark key={each.field} {...each} wording={wording} />),
      this.#layer,
    );
  }
}

function Mark({ field, findings, box, wording }: Drawn & { readonly wording: Wording }) {
  const level = findings.reduce<Finding['level']>(
    (worst, each) => (worseLevel(worst, each.level) === worst ? worst : each.level),
    'notice',
  );
  const text = findings.map(({ message }) => message).join(' ');
  return (
    <span
      class={`rf-field-mark rf-field-mark-${level}`}
      role="img"
      aria-label={`${levelText(level, wording.translate)}: ${text}`}
      data-mark={field}
      data-level={level}
      style={`left:${Math.round(box.left)}px;top:${Math.round(box.top)}px;width:${box.width}px;height:${box.height}px`}
    >
      <LevelIcon level={level} size={box.width - 2} />
    </span>
  );
}

/** What a person would call the field: the button a word stands in, the box around an input with its caption and unit. */
function frameOf(element: Element): Element {
  let frame = element.closest(pressable) ?? element;
  const { height } = frame.getBoundingClientRect();
  const own = frame.matches(controls) ? 1 : frame.querySelectorAll(controls).length;
  for (let up = frame.parentElement; up !== null; up = up.parentElement) {
    const isMore = up.getBoundingClientRect().height > height + frameSlack;
    if (isMore || up.querySelectorAll(controls).length > own) break;
    frame = up;
  }
  return frame;
}

/** Through shadow roots too. */
function holds(outer: Node, inner: Node): boolean {
  for (
    let at: Node | null = inner;
    at !== null;
    at = at.parentNode ?? (at as Partial<ShadowRoot>).host ?? null
  ) {
    if (at === outer) return true;
  }
  return false;
}
