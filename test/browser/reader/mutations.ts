import type { Labels } from '../../../src/reader/labels/label-id.ts';
import { languages } from '../../../src/reader/labels/languages.ts';
import { normaliseLabel } from '../../../src/reader/labels/normalise-label.ts';

/** Changes a page as a venue's next release, a translation or a hostile page might. Runs inside the page. */
export type Mutation = (document: Document, tools: Tools) => void;

export interface Tools {
  /** The elements of the ticket on show, as the page's author meant it. */
  readonly ticket: Element | null;
  /** The right price of the ticket, empty where it has none. */
  readonly price: string;
  /** English phrase to its translation. */
  readonly translate: (text: string) => string;
}

const hooks = [
  'id',
  'name',
  'data-testid',
  'data-practice',
  'data-qa',
  'data-pane-id',
  'data-tab-key',
  'data-type',
  'data-inspector',
  'for',
];

function texts(root: Node): Text[] {
  const walker = root.ownerDocument?.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const found: Text[] = [];
  for (let node = walker?.nextNode() ?? null; node !== null; node = walker?.nextNode() ?? null) {
    if ((node as Text).data.trim() !== '' && node.parentElement?.closest('style,script') === null) {
      found.push(node as Text);
    }
  }
  return found;
}

const inputs = (document: Document) =>
  [...document.querySelectorAll('input')].filter((input) => !/checkbox|radio|range|hidden/.test(input.type));

/** `1,234.5` as `1.234,5`. */
function continental(text: string): string {
  return text.replace(/\d[\d,.]*\d/g, (digits) =>
    digits.replace(/[,.]/g, (mark) => (mark === ',' ? '.' : ',')),
  );
}

const contractWords = new Set(Object.values(languages).flatMap(({ contracts = '' }) => contracts.split('|')));

function isUnit(text: string): boolean {
  return (
    /^(?:BTC|XBT|ETH|SOL|XRP|DOGE|JTO|TSLA|1000[A-Z]+)$/.test(text.trim()) ||
    contractWords.has(normaliseLabel(text))
  );
}

/** What a price may be, with either decimal mark and any digits. */
function magnitudes(value: string): readonly number[] {
  const digits = value
    .normalize('NFKC')
    .replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 15))
    .replace(/٫/g, ',')
    .replace(/[^\d.,]/g, '');
  if (digits === '') return [];
  return [digits.replace(/,/g, ''), digits.replace(/\./g, '').replace(',', '.')].map(Number);
}

export const mutations: Readonly<Record<string, Mutation>> = {
  'hooks stripped': (document) => {
    for (const element of document.querySelectorAll('*'))
      for (const name of hooks) element.removeAttribute(name);
  },
  'classes hashed': (document) => {
    const names = new Map<string, string>();
    const hashed = (name: string) => {
      if (!names.has(name)) names.set(name, `_${(names.size * 7919 + 104729).toString(36)}`);
      return names.get(name) ?? name;
    };
    for (const element of document.querySelectorAll('[class]')) {
      element.setAttribute('class', [...element.classList].map(hashed).join(' '));
    }
    for (const style of document.querySelectorAll('style')) {
      style.textContent = (style.textContent ?? '').replace(/\.([a-zA-Z][\w-]*)/g, (all, name) =>
        names.has(name) ? `.${names.get(name)}` : all,
      );
    }
  },
  'wrappers added': (document, { ticket }) => {
    for (const element of [...(ticket?.querySelectorAll('input,button,select,span,label') ?? [])]) {
      const outer = document.createElement('span');
      element.replaceWith(outer);
      const inner = document.createElement('span');
      outer.append(inner);
      inner.append(element);
    }
  },
  'labels translated': (document, { translate }) => {
    for (const text of texts(document.body)) text.data = translate(text.data);
  },
  'blocks in another order': (_, { ticket }) => {
    if (ticket === null) return;
    const blocks = [...ticket.children];
    // Captions that belong to an input only by standing beside it would belong to another one.
    if (blocks.some((block) => block.localName === 'input')) return;
    ticket.append(...blocks.filter((_, at) => at % 2 === 1), ...blocks.filter((_, at) => at % 2 === 0));
  },
  'a hidden ticket before it': (_, { ticket }) => {
    const twin = ticket?.cloneNode(true) as HTMLElement | undefined;
    if (twin === undefined || ticket === null) return;
    twin.style.display = 'none';
    for (const input of twin.querySelectorAll('input')) input.value = '777';
    ticket.before(twin);
  },
  'a calculator as decoy': (document) => {
    const decoy = document.createElement('aside');
    decoy.innerHTML =
      '<h3>Calculator</h3><div><button aria-pressed="true">Isolated</button><button>99x</button></div><label>Price <input value="1.5"></label><label>Size <input value="888"></label><p><span>Available</span><span>1 USDT</span></p><button>Calculate</button>';
    document.body.prepend(decoy);
  },
  'unit of the size switched': (_, { ticket }) => {
    for (const element of ticket?.querySelectorAll('*') ?? []) {
      const own = [...element.childNodes].filter((node): node is Text => node.nodeType === Node.TEXT_NODE);
      for (const text of own) {
        if (isUnit(text.data)) text.data = 'USDT';
        text.data = text.data.replace(/\(([^()]+)\)/, (whole, unit) => (isUnit(unit) ? '(USDT)' : whole));
      }
    }
  },
  'separators switched': (document) => {
    for (const text of texts(document.body)) text.data = continental(text.data);
    for (const input of inputs(document)) input.value = continental(input.value);
  },
  'separators of inputs switched': (document) => {
    document.documentElement.lang = 'id';
    for (const input of inputs(document)) input.value = continental(input.value);
  },
  'price removed': (document, { price }) => {
    for (const input of inputs(document)) {
      if (price !== '' && magnitudes(input.value).includes(Number(price))) input.remove();
    }
  },
  'mode and leverage removed': (_, { ticket }) => {
    for (const button of ticket?.querySelectorAll('button') ?? []) {
      if (/^(cross|isolated)|^\d+x/i.test(button.textContent?.trim() ?? '')) button.remove();
    }
  },
  'texts split': (document) => {
    for (const text of texts(document.body)) {
      if (text.data.length > 2) text.splitText(Math.floor(text.data.length / 2));
    }
  },
  'digits in elements of their own': (document) => {
    for (const text of texts(document.body)) {
      const at = text.data.search(/[.,]\d/);
      if (at <= 0 || text.parentElement?.localName === 'option') continue;
      const tail = text.splitText(at + 1);
      const own = document.createElement('small');
      tail.replaceWith(own);
      own.append(tail);
    }
  },
  'inputs in shadow roots': (document) => {
    for (const input of inputs(document)) {
      const host = document.createElement('trade-input');
      input.replaceWith(host);
      host.attachShadow({ mode: 'open' }).append(input);
    }
  },
  'ticket rendered anew': (_, { ticket }) => {
    const typed = [...(ticket?.querySelectorAll('input') ?? [])].map(({ value, checked }) => ({
      value,
      checked,
    }));
    const fresh = ticket?.cloneNode(true) as Element | undefined;
    if (fresh === undefined || ticket === null) return;
    for (const [at, input] of fresh.querySelectorAll('input').entries())
      Object.assign(input, typed[at] ?? {});
    ticket.replaceWith(fresh);
  },
};

/** Puts the captions of one language in the place of the English ones. */
export function translator(english: Labels, other: Labels): (text: string) => string {
  const words = new Map<string, string>();
  for (const [id, phrases] of Object.entries(english)) {
    const [translated] = (other[id as keyof Labels] ?? '').split('|');
    if (translated === undefined || translated === '') continue;
    for (const phrase of phrases?.split('|') ?? []) if (!words.has(phrase)) words.set(phrase, translated);
  }
  const one = (text: string) =>
    words.get(text.trim().toLowerCase().replace(/[-_]/g, ' ').replace(/[.:≈]/g, '')) ?? text;
  return (text) => {
    const whole = one(text);
    if (whole !== text) return whole;
    const bracket = /^(\s*)([^(]+?)(\s*\(.*)$/s.exec(text);
    if (bracket !== null) return `${bracket[1]}${one(bracket[2] ?? '')}${bracket[3]}`;
    if (/^[A-Za-z]+( ?\/ ?| )[A-Za-z]+$/.test(text.trim())) {
      return text
        .trim()
        .split(/( ?\/ ?| )/)
        .map(one)
        .join('');
    }
    return text;
  };
}
