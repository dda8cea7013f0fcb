import type { Market, PageMatch } from '../locate/match-page.ts';
import { type DecimalMark, provenMark } from '../numbers/separators.ts';
import { startOf } from '../page/as-written.ts';
import { queryRoots, searchRoots } from '../page/deep-query.ts';
import { shownTextControls } from '../page/text-controls.ts';
import { textItems } from '../page/text-items.ts';
import type { Recipe } from '../recipe.ts';
import { withTaughtControls, withTaughtSubmits } from '../teach/taught-controls.ts';
import { nothingTaught, type TaughtPlaces } from '../teach/taught-page.ts';
import { labelControls } from './control-labels.ts';
import type { Scene } from './scene.ts';
import { submitControls } from './submit-controls.ts';

/** Looks at the ticket once: its texts, inputs and buttons, and the number format they prove. */
export function buildScene(
  document: Document,
  match: PageMatch,
  scope: Element,
  taught: TaughtPlaces = nothingTaught,
): Scene {
  const roots = searchRoots(scope);
  const items = textItems(scope);
  const inputs = shownTextControls(queryRoots(roots, 'input'));
  const controls = withTaughtControls(labelControls(inputs, items), taught);
  const size = controls.find(({ field }) => field === 'size')?.control ?? inputs.at(-1) ?? null;
  const texts = items.map((item) => item.text);
  const fixed = fixedMark(match.recipe, [...texts, ...inputs.map((input) => input.value)]);
  const shown = fixed ?? agreedMark(texts);
  return {
    document,
    match,
    market: match.market,
    scope,
    roots,
    items,
    controls,
    submits: withTaughtSubmits(submitControls(roots, match.recipe, namesOf(match.market), size), taught),
    marks: { fixed, shown, ...typedMarks(inputs, fixed, shown, document) },
    units: namesOf(match.market),
    taught,
  };
}

/** Words that name the contract or its coins. */
export function namesOf(market: Market | null): readonly string[] {
  if (market === null) return [];
  const { symbol, base, quote } = market;
  const pair = base === undefined || quote === undefined ? undefined : `${base}${quote}`;
  return [symbol, base, quote, pair, 'perp'].filter((name) => name !== undefined);
}

const digits = /\d[\d.,'’٬٫ \u00a0\u202f]*\d/;

/** The mark of the venue's own code, unless the page proves that it is another page than the recipe describes. */
function fixedMark(recipe: Recipe | null, texts: readonly string[]): DecimalMark | undefined {
  const mark = recipe?.decimalMark;
  return [...provenMarks(texts)].every((proven) => proven === mark) ? mark : undefined;
}

/** The decimal mark every clear number among the texts proves; nothing when they differ. */
export function agreedMark(texts: readonly string[]): DecimalMark | undefined {
  const marks = provenMarks(texts);
  const [only] = marks;
  return marks.size === 1 ? only : undefined;
}

function provenMarks(texts: readonly string[]): ReadonlySet<DecimalMark> {
  const marks = new Set<DecimalMark>();
  for (const text of texts) {
    const found = digits.exec(startOf(text).normalize('NFKC'))?.[0];
    const mark = found === undefined ? null : provenMark(found);
    if (mark !== null) marks.add(mark);
  }
  return marks;
}

/**
 * Inputs may keep another format than the texts beside them, so another input proves most; a text counts only where
 * the page's language has the same habit, and where no input says otherwise.
 */
function typedMarks(
  inputs: readonly HTMLInputElement[],
  fixed: DecimalMark | undefined,
  shown: DecimalMark | undefined,
  document: Document,
): Pick<Scene['marks'], 'typed' | 'habit'> {
  if (fixed !== undefined) return { typed: fixed, habit: undefined };
  const usual = shown === markOfLanguage(document.documentElement.lang) ? shown : undefined;
  const proven = new Set<DecimalMark>();
  let halfTyped = usual === '.';
  for (const { value } of inputs) {
    const mark = agreedMark([value]);
    if (mark === undefined) continue;
    proven.add(mark);
    if (!partOfGroups.test(value)) halfTyped = false;
  }
  const [only] = proven;
  // `64,25` where thousands have commas may be on its way to `64,250`; scripts write points whatever the language.
  if (only === ',' && halfTyped) return { typed: usual, habit: undefined };
  if (proven.size > 0) return { typed: proven.size === 1 ? only : undefined, habit: undefined };
  return { typed: undefined, habit: usual };
}

const partOfGroups = /^[^\d]*[1-9]\d{0,2},\d{1,2}[^\d]*$/;

const habits = new Map<string, DecimalMark | undefined>();

/** What the language itself uses; fixed for a tag, so it is looked up once. */
function markOfLanguage(tag: string): DecimalMark | undefined {
  if (!habits.has(tag)) habits.set(tag, habitOf(tag));
  return habits.get(tag);
}

function habitOf(tag: string): DecimalMark | undefined {
  try {
    const mark = new Intl.NumberFormat(tag).formatToParts(0.5).find(({ type }) => type === 'decimal')?.value;
    return mark === '.' || mark === ',' ? mark : undefined;
  } catch {
    // Not a language tag: the page says nothing.
    return undefined;
  }
}
