export interface Point {
  readonly x: number;
  readonly y: number;
}

/** One element inside a surface of the extension, as a person could see it. */
export interface SeenNode {
  readonly tag: string;
  /** Rendered text, white space collapsed. */
  readonly text: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Live value of an input. */
  readonly value?: string;
  readonly checked?: boolean;
  readonly focused: boolean;
  /** Has a box on the screen and is not hidden by style. */
  readonly visible: boolean;
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
}

export function centreOf(node: SeenNode): Point {
  return { x: node.box.x + node.box.width / 2, y: node.box.y + node.box.height / 2 };
}

/**
 * Runs inside the page: what `selector` finds under a root. It must not use anything from outside its own body.
 * `scroll` brings the first match into view before its box is taken.
 */
export function describeMatches(
  root: ParentNode,
  { selector, scroll }: { readonly selector: string; readonly scroll: boolean },
): SeenNode[] {
  const matches = [...root.querySelectorAll<HTMLElement>(selector)];
  if (scroll) matches[0]?.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
  return matches.map((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    const shown = element.checkVisibility({ checkOpacity: false, checkVisibilityCSS: true });
    const input = element as HTMLInputElement;
    const within = element.getRootNode() as Document | ShadowRoot;
    return {
      tag: element.localName,
      // biome-ignore lint/performance/useDomNodeTextContent: what a person sees is the rendered text
      text: (element.innerText ?? element.textContent ?? '').replace(/\s+/g, ' ').trim(),
      attributes: Object.fromEntries([...element.attributes].map((each) => [each.name, each.value])),
      ...(typeof input.value === 'string' ? { value: input.value } : {}),
      ...(typeof input.checked === 'boolean' ? { checked: input.checked } : {}),
      focused: within.activeElement === element,
      visible: shown && width > 0 && height > 0,
      box: { x, y, width, height },
    };
  });
}
