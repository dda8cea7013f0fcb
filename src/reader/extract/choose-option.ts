import { hasChosenClass, isOn } from '../page/control-state.ts';
import { queryRoots } from '../page/deep-query.ts';
import { textItems } from '../page/text-items.ts';
import { outerParent } from '../page/visible.ts';
import { underIndicator } from './under-indicator.ts';

/** One alternative that is on the page, by the key it stands for. */
export interface Option {
  readonly key: string;
  readonly element: Element;
}

const homeDepth = 4;

/**
 * The key the page marks as chosen, `null` when it cannot be told. State attributes decide; a class such as `active`
 * only where no state is given at all, then the indicator that lies under one of them; a lone alternative counts unless
 * its state is off.
 */
export function chooseOption(options: readonly Option[]): Option | null {
  const candidates = chosenAmong(options);
  return new Set(candidates.map(({ key }) => key)).size === 1 ? (candidates[0] ?? null) : null;
}

/** Side by side, as a toggle is, and the page marks none of them as chosen in a way that can be told. */
export function isUnmarkedToggle(options: readonly Option[]): boolean {
  const [first] = options;
  if (first === undefined || chosenAmong(options).length > 0) return false;
  let around: Element | null = first.element;
  while (around !== null && !options.every(({ element }) => around?.contains(element))) {
    around = outerParent(around);
  }
  return around !== null && textItems(around).length <= toggleTexts;
}

/** Two alternatives, each maybe with a mark or a hint of its own. */
const toggleTexts = 4;

/** The alternatives marked as chosen, which may contradict each other. */
function chosenAmong(options: readonly Option[]): readonly Option[] {
  const chains = options.map((option) => homeOf(option, options));
  const states = chains.map((chain) => chain.map(stateOf).find((state) => state !== null) ?? null);
  const chosen = states.some((state) => state !== null)
    ? options.filter((_, at) => states[at] === true)
    : options.filter((_, at) => chains[at]?.some(hasChosenClass));
  if (chosen.length > 0 || states.some((state) => state !== null)) return chosen;
  if (new Set(options.map(({ key }) => key)).size === 1) return options;
  const homes = chains.flatMap((chain) => chain.at(-1) ?? []);
  return underIndicator(homes).flatMap((at) => options[at] ?? []);
}

/** The state of an alternative, of the native button whose label it is, or of the one switch beside its word. */
function stateOf(element: Element): boolean | null {
  const named = element.localName === 'label' ? (element as HTMLLabelElement).control : null;
  return isOn(element) ?? (named === null ? null : isOn(named)) ?? stateBeside(element);
}

const switches = 'input[type=checkbox],input[type=radio],[role=checkbox],[role=radio],[role=switch]';

function stateBeside(element: Element): boolean | null {
  const [own, other] = queryRoots([element], switches);
  return own === undefined || other !== undefined || textItems(element).length > 1 ? null : isOn(own);
}

/** The element and those around it that hold no other alternative. */
function homeOf(option: Option, options: readonly Option[]): readonly Element[] {
  const chain: Element[] = [];
  for (
    let at: Element | null = option.element;
    at !== null && chain.length < homeDepth;
    at = outerParent(at)
  ) {
    const home = at;
    if (options.some((other) => other.key !== option.key && home.contains(other.element))) break;
    chain.push(home);
  }
  return chain;
}
