/**
 * `document.documentElement` and its like can be replaced by a page that names an image or form so; the prototype's own
 * getters cannot be reached from there.
 */
function getter<T>(name: string): (of: Document) => T {
  const found = Object.getOwnPropertyDescriptor(Document.prototype, name)?.get;
  if (found === undefined) throw new Error(`no ${name} on documents here`);
  return (of) => found.call(of) as T;
}

const documentElement = getter<Element | null>('documentElement');
const body = getter<HTMLElement | null>('body');

export function rootOf(page: Document): Element | null {
  return documentElement(page);
}

export function bodyOf(page: Document): HTMLElement | null {
  return body(page);
}
