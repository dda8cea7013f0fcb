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

/**
 * Whether the page has put something of its own in the place of what every document or form has. A name that leads to an
 * element is a property of the object itself; its members are its prototype's, and are not touched: some cost a layout.
 */
export function isClobbered(document: Document): boolean {
  if (isNamed(document, usedOfDocuments)) return true;
  const forms = Document.prototype.getElementsByTagName.call(document, 'form');
  return [...forms].some((form) => isNamed(form, used));
}

function isNamed(object: object, names: readonly string[]): boolean {
  return names.some((name) => Object.hasOwn(object, name) && !isMethod(Reflect.get(object, name)));
}

/** In the page's own world a script may set a method anew. An embedded object can be called as well. */
function isMethod(value: unknown): boolean {
  return typeof value === 'function' && !('nodeType' in value);
}
