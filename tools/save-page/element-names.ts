import { isOrderWord } from '../../src/reader/labels/is-order-word.ts';
import type { Recipe } from '../../src/reader/recipe.ts';
import { fixedValues, isScreenName, recipeNames } from './screen-words.ts';
import type { Scrubber } from './scrub-text.ts';

/** Attributes whose text a person sees. */
const shown = new Set('placeholder aria-label aria-description aria-valuetext title alt label'.split(' '));
/** Attributes that name an element, or other elements by their names. */
const naming =
  /^(?:id|class|name|for|slot|part|list|form|headers|aria-(?:labelledby|describedby|controls|owns|details|flowto|activedescendant)|data-(?:test|testid|test-id|qa|qa-id|cy|e2e|tourid|inspector|pane-id|tab-key))$/;
/** Attributes that lead somewhere, run something, or are written anew from the state of the element. */
const leftOut =
  /^(?:on.*|href|src|srcset|srcdoc|style|action|formaction|nonce|integrity|ping|poster|data|content|value|checked|selected|xmlns.*)$/;
/** How many cells an element spans, or which of a few it is. */
const counting =
  /^(?:colspan|rowspan|tabindex|aria-(?:colspan|rowspan|colindex|colcount|level|posinset|setsize))$/;
/** Attributes of HTML and ARIA; the name of another one may say anything. */
const ordinary = new Set(
  `id class name for type role step min max inputmode lang dir colspan rowspan headers scope open hidden disabled readonly inert
  tabindex contenteditable slot part form list placeholder title alt label size width height rows cols maxlength minlength
  pattern required multiple autofocus autocomplete autocapitalize autocorrect spellcheck draggable translate datetime span
  target rel download cellpadding cellspacing border align valign bgcolor color accept enterkeyhint popover wrap kind loading
  aria-label aria-description aria-valuetext aria-valuenow aria-valuemin aria-valuemax aria-selected aria-checked aria-pressed
  aria-expanded aria-hidden aria-current aria-disabled aria-haspopup aria-busy aria-live aria-atomic aria-relevant aria-modal
  aria-orientation aria-sort aria-readonly aria-required aria-invalid aria-multiline aria-multiselectable aria-autocomplete
  aria-rowindex aria-rowcount aria-rowspan aria-colindex aria-colcount aria-colspan aria-level aria-posinset aria-setsize
  aria-roledescription aria-keyshortcuts aria-errormessage aria-labelledby aria-describedby aria-controls aria-owns aria-details
  aria-flowto aria-activedescendant`.split(/\s+/),
);
const longest = 80;
const longestClass = 400;
/** A step of a price or a size; what is longer may be a figure of the account. */
const longestStep = 10;

export interface Names {
  /** The element's name as it is written: custom elements may be called anything. */
  tag(element: Element): string;
  attributes(element: Element): [name: string, value: string][];
  /** Everything that stayed and is not made of words of an order screen, with where it stands. */
  unfamiliar(): readonly string[];
}

/**
 * What of the names and attributes of elements stays. Ids, classes and test ids do, since recipes hold on to them; states
 * and roles do where they are of the fixed set; every other value is a text like any other.
 */
export function makeNames(
  scrub: Scrubber,
  recipes: readonly Recipe[],
  text: (raw: string, element: Element) => string,
): Names {
  const known = recipeNames(recipes);
  const strange = new Map<string, Set<string>>();
  const note = (where: string, name: string) => {
    if (isScreenName(name, known)) return;
    const names = strange.get(where) ?? new Set();
    strange.set(where, names.add(name));
  };
  const named = (where: string, value: string): string =>
    value
      .split(/\s+/)
      .filter((token) => token !== '')
      .map((token) => {
        const plain = known.has(token) ? token : scrub.name(token);
        note(where, plain);
        return plain;
      })
      .join(' ');
  const isKnownWord = (word: string) => isOrderWord(word) || isScreenName(word, known);

  const plainValue = (element: Element, name: string, value: string): string => {
    if (value === '' || fixedValues.has(value)) return value;
    if (shown.has(name)) return text(value, element);
    if (naming.test(name)) return named(name, value);
    if (counting.test(name) && /^-?\d{1,2}$/.test(value)) return value;
    if (name === 'step' && /^(?:0\.0*[15]|[15]0*)$/.test(value) && value.length <= longestStep) return value;
    if (name === 'lang') return /^[a-z]{2}(?:-[A-Z]{2})?$/.test(value) ? value : 'en';
    return known.has(value) ? value : scrub.text(value, isKnownWord);
  };

  return {
    tag: (element) => {
      const { localName } = element;
      const own = element instanceof HTMLElement && !(element instanceof HTMLUnknownElement);
      if (own && !localName.includes('-')) return localName;
      const plain = scrub.name(localName);
      note('element', plain);
      return plain;
    },
    attributes: (element) => {
      const parts: [string, string][] = [];
      for (const { name, value } of element.attributes) {
        const most = name === 'class' ? longestClass : longest;
        if (leftOut.test(name) || value.length > most || !/^[\w:.@-]+$/.test(name)) continue;
        const plain = scrub.name(name);
        if (!ordinary.has(plain) && !naming.test(plain)) note('attribute', plain);
        parts.push([plain, plainValue(element, name, value)]);
      }
      return parts;
    },
    unfamiliar: () => [...strange].map(([where, names]) => `${where}: ${[...names].sort().join(' ')}`),
  };
}
