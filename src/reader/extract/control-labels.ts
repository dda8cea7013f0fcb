import { type Caption, captionOf } from '../labels/caption.ts';
import type { LabelId } from '../labels/label-id.ts';
import { type TextItem, textItems } from '../page/text-items.ts';
import { boxOf, outerParent } from '../page/visible.ts';

/** An input of the ticket and the caption that names it. */
export interface LabelledControl {
  readonly control: HTMLInputElement;
  /** The one field the captions name, or `null` when they name none or several. */
  readonly field: ControlField | null;
  /** The caption's text as on the page. */
  readonly text: string;
  /** The unit the caption carries in brackets. */
  readonly unit: string;
}

const controlFields = [
  'price',
  'size',
  'triggerPrice',
  'takeProfit',
  'stopLoss',
  'leverage',
  'total',
  'cost',
] as const satisfies readonly LabelId[];

export type ControlField = (typeof controlFields)[number];

interface Named {
  readonly caption: Caption;
  readonly text: string;
}

/** Levels of wrappers between an input and the element that is its form item. */
const formItemDepth = 6;
/** A form item holds few words; with more of them the ancestor is a panel. */
const formItemWords = 24;

/**
 * Names each input by, in this order: `label[for]` or a wrapping label, `aria-labelledby`, `aria-label`, the words in
 * its own form item, the order of captions and inputs in the form, the nearest caption beside or above, placeholder.
 */
export function labelControls(
  controls: readonly HTMLInputElement[],
  items: readonly TextItem[],
): readonly LabelledControl[] {
  return controls.map((control) => {
    const names =
      attached(control) ??
      formItem(control, controls) ??
      byOrder(control, controls) ??
      byPlace(control, controls, items) ??
      placeholder(control);
    return describe(control, names ?? []);
  });
}

function describe(control: HTMLInputElement, names: readonly Named[]): LabelledControl {
  const fields = withoutKind(new Set(names.flatMap(({ caption }) => fieldsOf(caption))));
  const [only] = fields;
  const first = names[0];
  return {
    control,
    field: fields.size === 1 ? (only ?? null) : null,
    text: first?.text ?? '',
    unit: names.find(({ caption }) => caption.unit !== '')?.caption.unit ?? '',
  };
}

/** `Stop loss` with `Trigger price` beside it is a stop given as a price, and no input for a trigger order. */
function withoutKind(fields: ReadonlySet<ControlField>): ReadonlySet<ControlField> {
  const stops = [...fields].filter((field) => field === 'takeProfit' || field === 'stopLoss');
  const others = [...fields].filter((field) => field === 'triggerPrice' || field === 'price');
  return stops.length === 1 && stops.length + others.length === fields.size ? new Set(stops) : fields;
}

function fieldsOf(caption: Caption): readonly ControlField[] {
  return controlFields.filter((field) => caption.meanings.includes(field));
}

function isControlCaption(caption: Caption | null): caption is Caption {
  return caption !== null && fieldsOf(caption).length > 0;
}

function captionsIn(elements: readonly Element[]): Named[] | null {
  const names = elements.flatMap((element) => textItems(element)).flatMap(asNamed);
  return names.length === 0 ? null : names;
}

function asNamed(item: Pick<TextItem, 'caption' | 'text'>): Named[] {
  return isControlCaption(item.caption) ? [{ caption: item.caption, text: item.text }] : [];
}

function fromText(text: string | null): Named[] | null {
  const caption = text === null ? null : captionOf(text);
  return isControlCaption(caption) && text !== null ? [{ caption, text }] : null;
}

function attached(control: HTMLInputElement): Named[] | null {
  const labels = captionsIn([...(control.labels ?? [])]);
  if (labels !== null) return labels;
  const root = control.getRootNode() as Document | ShadowRoot;
  const ids = (control.getAttribute('aria-labelledby') ?? '').split(/\s+/).filter(Boolean);
  const pointed = ids.flatMap((id) => root.getElementById(id) ?? []);
  return captionsIn(pointed) ?? fromText(control.getAttribute('aria-label'));
}

function placeholder(control: HTMLInputElement): Named[] | null {
  return fromText(control.getAttribute('placeholder'));
}

const choosers = 'select,[role=combobox],[aria-haspopup]';

/**
 * The captions in the largest ancestor that holds this input and no other. A word in a chooser beside the input is the
 * kind of what is typed, and names the input only where nothing else does.
 */
function formItem(control: HTMLInputElement, controls: readonly HTMLInputElement[]): Named[] | null {
  let kind: Named[] | null = null;
  let at = outerParent(control);
  for (let depth = 0; at !== null && depth < formItemDepth; depth += 1, at = outerParent(at)) {
    const outer = at;
    if (controls.some((other) => other !== control && outer.contains(other))) return kind;
    const items = textItems(outer);
    if (items.length > formItemWords) return kind;
    const names = items.flatMap(asNamed);
    const chosen = items.filter(isControlItem).every(({ element }) => element.closest(choosers) !== null);
    if (names.length > 0 && !chosen) return names;
    if (names.length > 0) kind = names;
  }
  return kind;
}

function isControlItem({ caption }: TextItem): boolean {
  return isControlCaption(caption);
}

/**
 * Captions and inputs side by side in one parent. What stands first in it, a caption or an input, shows whether
 * captions come before or behind; each input takes the one next to it on that side.
 */
function byOrder(control: HTMLInputElement, controls: readonly HTMLInputElement[]): Named[] | null {
  const parts = [...(control.parentElement?.children ?? [])].filter(
    (child) => textItems(child).length > 0 || holdsControl(child, controls),
  );
  const kinds = parts.map((part) =>
    holdsControl(part, controls)
      ? 'input'
      : textItems(part).flatMap(asNamed).length > 0
        ? 'caption'
        : 'other',
  );
  const first = kinds.find((kind) => kind !== 'other');
  const at = parts.indexOf(control) + (first === 'caption' ? -1 : 1);
  const part = parts[at];
  return part === undefined || kinds[at] !== 'caption' ? null : textItems(part).flatMap(asNamed);
}

function holdsControl(element: Element, controls: readonly HTMLInputElement[]): boolean {
  return controls.some((control) => element.contains(control));
}

/** The nearest words to the left in the same row, or above in the same column, when the input is also nearest to them. */
function byPlace(
  control: HTMLInputElement,
  controls: readonly HTMLInputElement[],
  items: readonly TextItem[],
): Named[] | null {
  const words = items.filter(({ text }) => /\p{L}{2}/u.test(text) && !/^[A-Z0-9]{2,12}$/.test(text));
  const item = words[nearest(words.map(({ box }) => gap(box, boxOf(control))))];
  if (item === undefined) return null;
  const closest = controls[nearest(controls.map((other) => gap(item.box, boxOf(other))))];
  return closest === control ? asNamed(item) : null;
}

/** Distance of a caption that stands left of or above an input; infinite for any other place. */
function gap(caption: DOMRect, input: DOMRect): number {
  const sameRow = caption.top < input.bottom && caption.bottom > input.top;
  if (sameRow && caption.left <= input.left) return Math.max(0, input.left - caption.right);
  const sameColumn = caption.left < input.right && caption.right > input.left;
  if (sameColumn && caption.bottom <= input.top + 2) return Math.max(0, input.top - caption.bottom);
  return Number.POSITIVE_INFINITY;
}

function nearest(gaps: readonly number[]): number {
  const least = Math.min(...gaps);
  if (least > 160) return -1;
  return gaps.filter((one) => one === least).length === 1 ? gaps.indexOf(least) : -1;
}
