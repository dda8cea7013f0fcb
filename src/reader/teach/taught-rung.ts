import type { TaughtField } from '../../domain/taught.ts';
import { unitOf } from '../convert/unit-of.ts';
import { ambiguous, type Rung, raw, rawControl } from '../extract/rung.ts';
import { captionOf } from '../labels/caption.ts';
import type { Market } from '../locate/match-page.ts';
import { hasChosenClass, isOn } from '../page/control-state.ts';
import { joined, textItems } from '../page/text-items.ts';
import { meaningKey } from './spoken.ts';
import { optionsIn } from './target.ts';
import { textOf } from './words.ts';

/** What the element of a taught field says, ready to be parsed as that field. */
export function taughtRung(field: TaughtField, element: Element, market: Market | null): Rung {
  const from = { how: 'taught', anchor: anchorOf(field) } as const;
  switch (field.kind) {
    case 'input': {
      const rung = rawControl(element as HTMLInputElement, from);
      if (field.name !== 'sizeUnit') return { ...rung, text: bareFigure(rung.text, field) };
      return meant(element.getAttribute('placeholder') ?? '', element, field, market);
    }
    case 'toggle': {
      const state = isOn(element);
      return state === null ? ambiguous : raw(String(state), element, from);
    }
    case 'choice': {
      const chosen = chosenIn(element);
      return chosen === null ? ambiguous : meant(textOf(chosen), element, field, market);
    }
    case 'text':
    case 'button':
      break;
  }
  // A word that the page itself marks as not chosen is no answer.
  if (isOn(element) === false) return ambiguous;
  const text = joined(textItems(element));
  if (field.name === 'marginMode' || field.name === 'sizeUnit') return meant(text, element, field, market);
  const bare = bareFigure(text, field);
  return raw(field.name === 'leverage' ? factorIn(bare) : bare, element, from);
}

/** The one alternative that the page marks as chosen. */
function chosenIn(group: Element): Element | null {
  const options = optionsIn(group);
  const stated = options.filter((option) => isOn(option) === true);
  const chosen = options.every((option) => isOn(option) === null) ? options.filter(hasChosenClass) : stated;
  const [only] = chosen;
  return chosen.length === 1 ? labelled(only) : null;
}

/** A radio button says nothing itself; the label around it does. */
function labelled(option: Element | undefined): Element | null {
  if (option === undefined) return null;
  return option.localName === 'input' ? ((option as HTMLInputElement).labels?.[0] ?? null) : option;
}

/** Words for a mode or a unit: by the dictionary, else by what the trader said they mean. */
function meant(text: string, element: Element, field: TaughtField, market: Market | null): Rung {
  const from = { how: 'taught', anchor: anchorOf(field) } as const;
  const key = meaningKey(text);
  const said = Object.hasOwn(field.meanings, key) ? field.meanings[key] : undefined;
  if (field.name === 'marginMode') {
    const known = captionOf(text.replace(/\n/g, ' '))?.meanings ?? [];
    const isKnown = known.includes('cross') || known.includes('isolated');
    return raw(!isKnown && (said === 'cross' || said === 'isolated') ? said : text, element, from);
  }
  const word = unitWordIn(text, market);
  const own = unitOf(word, market);
  if (own !== null && !(own === 'quote' && (said === 'quote' || said === 'cost')))
    return raw(word, element, from);
  if (said === undefined || said === 'cross' || said === 'isolated') return raw(word, element, from);
  return { ...raw(word, element, from), means: said };
}

/** The unit among the words: all of them, or what stands behind a figure (`Max 0.5 BTC`). */
export function unitWordIn(text: string, market: Market | null): string {
  const whole = text.replace(/\n/g, ' ').trim();
  if (unitOf(whole, market) !== null) return whole;
  const behind = /\d\s*([^\d\s]\S*)$/.exec(whole)?.[1] ?? '';
  return behind !== '' && unitOf(behind, market) !== null ? behind : whole;
}

/** The figure without the words before it and the unit behind it that were there when it was taught, letter by letter. */
function bareFigure(text: string, { lead, unit }: TaughtField): string {
  const start = lead !== '' && text.startsWith(lead) ? text.slice(lead.length).trim() : text;
  if (unit === '' || !start.endsWith(unit)) return start;
  return start.slice(0, -unit.length).trim();
}

/** What goes on from other figures, in this text or in the element before, is a piece of a number. */
const factors = /(?<![\d.,]\s*)\d+(?:[.,]\d+)?\s*[xX×倍](?!\p{L})/gu;

/** The one leverage among words (`Pekee 20x`); the text as it is where there is none or more. */
function factorIn(text: string): string {
  const found = text.match(factors) ?? [];
  return found.length === 1 ? (found[0] ?? text) : text;
}

/** Where the field was found, for people: the words it is known by, else its makers' name. */
export function anchorOf({ words, mark, place }: TaughtField): string {
  if (words !== null) return words.text;
  return mark?.attributes.map(({ name, value }) => `[${name}="${value}"]`).join('') ?? place.path;
}

/** Words before the figure of a text, with the figure they stand before: `Salio: ` of `Salio: 1,000 USDT`. */
export function leadOf(text: string): string {
  const found = /^(\P{Nd}*\p{L}\P{Nd}*?)(?=[-−+≈~$€£¥₮₿]*\s*\p{Nd}|--)/u.exec(text)?.[1] ?? '';
  return found.includes('\n') ? found.slice(0, found.lastIndexOf('\n') + 1) : found;
}

/** A unit behind a figure, for a figure whose unit no dictionary knows. */
export function trailOf(text: string): string {
  return /[\p{Nd}]\s*(\p{L}[\p{L}\p{M} ]{0,20})$/u.exec(text)?.[1]?.trim() ?? '';
}
