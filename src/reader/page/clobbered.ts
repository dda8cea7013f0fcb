/**
 * A form answers for members of its own with the controls in it that are named so, and a document with its images and
 * forms; for scripts in another world too. `<input name="parentElement">` would lead every walk up the tree back down.
 */

const used = [
  'attributes',
  'checkVisibility',
  'childNodes',
  'children',
  'classList',
  'closest',
  'compareDocumentPosition',
  'contains',
  'contentDocument',
  'getAttribute',
  'getBoundingClientRect',
  'getElementsByTagName',
  'getRootNode',
  'hasAttribute',
  'isConnected',
  'localName',
  'matches',
  'nextElementSibling',
  'nextSibling',
  'nodeName',
  'nodeType',
  'offsetHeight',
  'offsetWidth',
  'ownerDocument',
  'parentElement',
  'parentNode',
  'previousElementSibling',
  'previousSibling',
  'querySelector',
  'querySelectorAll',
  'shadowRoot',
  'textContent',
] as const;

const usedOfDocuments = [
  'body',
  'createRange',
  'createTreeWalker',
  'defaultView',
  'documentElement',
  'elementsFromPoint',
  'getElementById',
  'getElementsByTagName',
  'getRootNode',
  'nodeType',
  'querySelector',
  'querySelectorAll',
  'title',
] as const;

/** Whether the page has put something of its own in the place of what every document or form has. */
export function isClobbered(document: Document): boolean {
  if (isReplaced(document, Document.prototype, usedOfDocuments)) return true;
  const forms = Document.prototype.getElementsByTagName.call(document, 'form');
  return [...forms].some((form) => isReplaced(form, HTMLFormElement.prototype, used));
}

function isReplaced(object: object, prototype: object, names: readonly string[]): boolean {
  return names.some((name) => {
    const own = memberOf(prototype, name);
    if (own === undefined) return false;
    const found: unknown = Reflect.get(object, name);
    return own.get === undefined ? found !== own.value : found !== own.get.call(object);
  });
}

const members = new Map<string, PropertyDescriptor | undefined>();

function memberOf(prototype: object, name: string): PropertyDescriptor | undefined {
  const key = `${prototype.constructor.name}.${name}`;
  if (!members.has(key)) members.set(key, lookUp(prototype, name));
  return members.get(key);
}

function lookUp(prototype: object, name: string): PropertyDescriptor | undefined {
  for (let at: object | null = prototype; at !== null; at = Object.getPrototypeOf(at)) {
    const own = Object.getOwnPropertyDescriptor(at, name);
    if (own !== undefined) return own;
  }
  return undefined;
}
