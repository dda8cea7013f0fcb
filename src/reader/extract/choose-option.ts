import { hasChosenClass, isOn } from '../page/control-state.ts';
import { outerParent } from '../page/visible.ts';

/** One alternative that is on the page, by the key it stands for. */
export interface Option {
  readonly key: string;
  readonly element: Element;
}

const homeDepth = 4;

/**
 * The key the page marks as chosen, `null` when it cannot be told. State attributes decide; a class such as `active`
 * only where no state is given at all; a lone alternative counts unless its state is off.
 */
export function chooseOption(options: readonly Option[]): Option | null {
  const chains = options.map((option) => homeOf(option, options));
  const states = chains.map((chain) => chain.map(isOn).find((state) => state !== null) ?? null);
  const chosen = states.some((state) => state !== null)
    ? options.filter((_, at) => states[at] === true)
    : options.filter((_, at) => chains[at]?.some(hasChosenClass));
  const lone = new Set(options.map(({ key }) => key)).size === 1 && states.every((state) => state === null);
  const candidates = chosen.length === 0 && lone ? options : chosen;
  return new Set(candidates.map(({ key }) => key)).size === 1 ? (candidates[0] ?? null) : null;
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
