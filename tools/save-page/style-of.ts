/** What of an element's style decides where it stands and whether it is seen. */
const properties = [
  'display',
  'visibility',
  'opacity',
  'position',
  'top',
  'right',
  'bottom',
  'left',
  'width',
  'height',
  'margin',
  'padding',
  'overflow',
  'clip-path',
  'transform',
  'float',
  'flex-direction',
  'flex-wrap',
  'justify-content',
  'align-items',
  'gap',
  'grid-template-columns',
  'z-index',
  'font-size',
] as const;

const defaults = new Map<string, Readonly<Record<string, string>>>();

/** The element's own box and place as a `style` attribute: all that a page's style sheets did for it, without them. */
export function styleOf(element: Element): string {
  const style = getComputedStyle(element);
  const plain = defaultsOf(element);
  const outer = element.parentElement === null ? null : getComputedStyle(element.parentElement);
  const inline = style.display === 'inline';
  const told = properties.flatMap((name) => {
    const value = style.getPropertyValue(name);
    if (value === plain[name] || value === 'auto' || value === '') return [];
    // What is written inline has no width of its own; what is not drawn has none at all.
    if (/^(?:width|height)$/.test(name) && (inline || style.display === 'none')) return [];
    if (name === 'font-size' && value === outer?.fontSize) return [];
    // An address or the name of a line of a grid may say anything.
    if (/url\(/i.test(value)) return [];
    return [`${name}:${value.replace(/\[[^\]]*\]\s*/g, '')}`];
  });
  return told.join(';').replaceAll('"', "'");
}

/** The style of an element of this name in an empty page. */
function defaultsOf(element: Element): Readonly<Record<string, string>> {
  const known = defaults.get(element.localName);
  if (known !== undefined) return known;
  const frame = document.createElement('iframe');
  frame.style.cssText = 'position:fixed;width:0;height:0;visibility:hidden';
  document.documentElement.append(frame);
  const inside = frame.contentDocument;
  const probe = inside?.body.appendChild(inside.createElement(element.localName));
  const style = probe === undefined ? undefined : frame.contentWindow?.getComputedStyle(probe);
  const values = Object.fromEntries(properties.map((name) => [name, style?.getPropertyValue(name) ?? '']));
  // Sizes follow from what is inside.
  const own = { ...values, width: '', height: '', visibility: 'visible' };
  frame.remove();
  defaults.set(element.localName, own);
  return own;
}
