export interface Listed {
  readonly kind: 'named' | 'by its words' | 'reduce-only' | 'opening';
  readonly text: string;
  readonly isButton: boolean;
}

/** What `watchPresses` and `listWaysOut` leave in the page. */
export interface WaysOutWindow {
  readonly waysOut: {
    readonly seen: string[];
    listed: readonly Element[];
    /** Where a pointer has to press, `null` where none can; both forget what was seen. */
    pointOf(index: number): { readonly x: number; readonly y: number } | null;
    focus(index: number): void;
  };
}

/**
 * The page's own first script, as source text: keeps what its listeners, in front of all others of the page, get of each
 * press, with `!` where something had already prevented it.
 */
export const watchPresses = `function () {
  const seen = [];
  window.waysOut = {
    seen,
    listed: [],
    focus(index) {
      seen.length = 0;
      window.waysOut.listed[index].focus();
    },
    pointOf(index) {
      seen.length = 0;
      const element = window.waysOut.listed[index];
      if (!element || !element.isConnected || !element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true })) return null;
      element.scrollIntoView({ block: 'center', inline: 'center' });
      let { left, top, width, height } = element.getBoundingClientRect();
      if (width < 2 || height < 2) return null;
      const at = element.getRootNode().elementFromPoint(left + width / 2, top + height / 2);
      if (at === null || !(element.contains(at) || at.contains(element)) || at === document.documentElement) return null;
      for (let frame = element.ownerDocument.defaultView.frameElement; frame; frame = frame.ownerDocument.defaultView.frameElement) {
        const outer = frame.getBoundingClientRect();
        left += outer.left + frame.clientLeft;
        top += outer.top + frame.clientTop;
      }
      return { x: left + width / 2, y: top + height / 2 };
    },
  };
  for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click', 'keydown', 'keypress', 'keyup']) {
    window.addEventListener(type, (event) => seen.push(type + (event.defaultPrevented ? '!' : '')), true);
  }
  // A saved page has nobody to answer: links and forms would only lead away.
  for (const type of ['click', 'submit']) {
    window.addEventListener(type, (event) => {
      if (!(event.target instanceof HTMLInputElement)) event.preventDefault();
    });
  }
}`;

/**
 * Runs in the page, with nothing from outside its body: what can be pressed on it and is a way out (the corpus names it, or
 * its own words do), its reduce-only box, and the order buttons that open.
 */
export function listWaysOut({
  opening,
  named,
}: {
  readonly opening: readonly string[];
  readonly named: readonly string[];
}): Listed[] {
  const words =
    /close|cancel|reduce|tp\s*\/?\s*sl|take profit|stop|flash|平仓|平倉|撤|取消|止盈|止损|決済|청산|취소|закр|отмен|schließ|stornier|fermer|annul|cerrar|cancelar|chiudi|annulla|fechar|zamkn|anuluj|kapat|iptal|đóng|hủy|tutup|batal|إغلاق|إلغاء/i;
  const reduceOnly =
    /reduce.?only|solo (reducir|riduzione)|só reduzir|apenas reduzir|nur reduz|只减仓|只減倉/i;
  const pressable =
    'button, [role="button"], [role="tab"], [role="checkbox"], [role="switch"], input[type="checkbox"], a, summary';
  const find = (selector: string, root: ParentNode = document): Element | null => {
    const [outer = '', ...inner] = selector.split('>>>').map((part) => part.trim());
    const element = root.querySelector(outer);
    if (element === null || inner.length === 0) return element;
    const next = element.shadowRoot ?? (element as HTMLIFrameElement).contentDocument;
    return next && find(inner.join('>>>'), next);
  };
  const found = (selectors: readonly string[]) =>
    selectors.map((each) => find(each)).filter((each): each is Element => each !== null);
  const textOf = (element: Element) =>
    [
      element.textContent,
      element.getAttribute('aria-label'),
      element.getAttribute('title'),
      (element as HTMLInputElement).labels?.[0]?.textContent,
    ]
      .join(' ')
      .trim();
  const isEnabled = (element: Element) => element.closest(':disabled, [aria-disabled="true"]') === null;
  const isRelated = (a: Element, b: Element) => a.contains(b) || b.contains(a);
  const openings = found(opening);
  const isOwn = (element: Element) => openings.some((each) => isRelated(each, element));
  const boxes = [...document.querySelectorAll('input[type="checkbox"]')].filter((box) =>
    reduceOnly.test(textOf(box)),
  );
  const byName = found(named).filter((each) => isEnabled(each) && !isOwn(each));
  const byWords = [...document.querySelectorAll(pressable)].filter(
    (each) =>
      words.test(textOf(each)) &&
      textOf(each).length < 80 &&
      isEnabled(each) &&
      !isOwn(each) &&
      !byName.includes(each) &&
      !boxes.includes(each),
  );
  const all = [
    ...byName.map((element) => ({ kind: 'named' as const, element })),
    ...byWords.map((element) => ({ kind: 'by its words' as const, element })),
    ...boxes.slice(0, 1).map((element) => ({ kind: 'reduce-only' as const, element })),
    ...openings.filter(isEnabled).map((element) => ({ kind: 'opening' as const, element })),
  ];
  (window as unknown as WaysOutWindow).waysOut.listed = all.map(({ element }) => element);
  return all.map(({ kind, element }) => ({
    kind,
    text: textOf(element).replace(/\s+/g, ' ').slice(0, 40),
    isButton: element.localName === 'button',
  }));
}
