/** The state a page gives its controls: chosen, not chosen, or not said. */

const byRole: Readonly<Record<string, string>> = {
  radio: 'aria-checked',
  checkbox: 'aria-checked',
  switch: 'aria-checked',
  menuitemradio: 'aria-checked',
  menuitemcheckbox: 'aria-checked',
  tab: 'aria-selected',
  option: 'aria-selected',
  button: 'aria-pressed',
};

/** Of other roles, and of kits that mark the chosen one with an attribute of their own. */
const otherStates = [
  'aria-checked',
  'aria-selected',
  'aria-pressed',
  'aria-current',
  'data-active',
  'data-selected',
  'data-checked',
] as const;

const on = new Set(['on', 'active', 'checked', 'selected']);
const off = new Set(['off', 'inactive', 'unchecked', 'unselected']);

/**
 * Whether a tab, toggle or box is on. The attribute of the element's own role is the truth; a `data-state` that
 * contradicts it leaves the state unsaid, and so do attributes of other roles where the role is silent and they differ.
 */
export function isOn(element: Element): boolean | null {
  if (element.localName === 'input') {
    const input = element as HTMLInputElement;
    if (input.type === 'checkbox' || input.type === 'radio')
      return input.indeterminate ? null : input.checked;
  }
  const role = element.getAttribute('role') ?? (element.localName === 'button' ? 'button' : '');
  const own = byRole[role];
  const stated = own === undefined ? null : flag(element.getAttribute(own));
  const data = dataState(element);
  if (stated !== null) return data !== null && data !== stated ? null : stated;
  const others = new Set<boolean>();
  for (const name of otherStates) {
    const value = flag(element.getAttribute(name));
    if (value !== null) others.add(value);
  }
  if (data !== null) others.add(data);
  const [only] = others;
  return others.size === 1 ? (only ?? null) : null;
}

function flag(value: string | null): boolean | null {
  if (value === null || value === 'mixed') return null;
  return value === 'true' || value === 'page' || value === '' ? true : value === 'false' ? false : null;
}

function dataState(element: Element): boolean | null {
  const state = element.getAttribute('data-state');
  if (state === null) return null;
  return on.has(state) ? true : off.has(state) ? false : null;
}

const chosenClass = /(?:^|[-_])(?:active|selected|checked|current)(?:$|[-_])/i;
/** `hover:…`, `data-[state=active]:…` and `not-selected` say nothing about now. */
const unlessClass = /[:[\]]|(?:^|[-_])(?:not|no|un|if|when)[-_]/i;

/** Whether a class names the element chosen. Weaker than a state: only for one among several. */
export function hasChosenClass(element: Element): boolean {
  return [...element.classList].some((name) => chosenClass.test(name) && !unlessClass.test(name));
}
