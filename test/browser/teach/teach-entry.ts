import { canonicalDecimal, isDecimalString } from '../../../src/domain/decimal-string.ts';
import type { TicketState } from '../../../src/domain/health.ts';
import {
  isTaughtField,
  type TaughtField,
  type TaughtMeaning,
  type TaughtName,
  taughtFieldNames,
} from '../../../src/domain/taught.ts';
import { namesOf } from '../../../src/reader/extract/build-scene.ts';
import { languages as everyLanguage } from '../../../src/reader/labels/languages.ts';
import { pageAt } from '../../../src/reader/locate/header-market.ts';
import { inOneLook } from '../../../src/reader/page/look.ts';
import type { Lesson } from '../../../src/reader/teach/lesson.ts';
import { meaningKey } from '../../../src/reader/teach/spoken.ts';
import { taughtPlaces } from '../../../src/reader/teach/taught-page.ts';
import { createTeacher } from '../../../src/reader/teach/teacher.ts';
import { createTicketReader } from '../../../src/reader/ticket-reader.ts';
import { recipes } from '../../../src/venues/recipes.ts';
import { mutations, translator } from '../reader/mutations.ts';

const languages = Object.values(everyLanguage);
let address: string | null = null;
const location = () => address ?? globalThis.location.href;
let taught: TaughtField[] = [];
const now = () => new Date('2026-11-21T09:00:00Z');

const knowing = createTicketReader({ document, location, recipes, languages });
const tools = (withRecipes: boolean) => {
  const list = withRecipes ? recipes : [];
  return {
    reader: createTicketReader({ document, location, recipes: list, languages, taught: () => taught }),
    teacher: createTeacher({ document, location, recipes: list, taught: () => taught, now }),
  };
};

const truth = (name: string) => `data-truth-${name.toLowerCase()}`;
const truthOf = (name: string) => document.querySelector(`[${truth(name)}]`);

function plain(value: unknown): string {
  const text = String(value);
  return isDecimalString(text) ? canonicalDecimal(text) : text;
}

/** Letters of every word backwards: no dictionary knows them, and the same word stays the same word. */
function madeUp(text: string): string {
  return text.replace(/\p{L}{2,}/gu, (word) =>
    /^(?:[A-Z0-9]{2,12}|x)$/.test(word) ? word : [...word].reverse().join('').toLowerCase(),
  );
}

function makeUpWords(): void {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node.parentElement?.closest('style,script') === null)
      (node as Text).data = madeUp((node as Text).data);
  }
  for (const element of document.querySelectorAll('[placeholder],[aria-label]')) {
    for (const name of ['placeholder', 'aria-label']) {
      const value = element.getAttribute(name);
      if (value !== null) element.setAttribute(name, madeUp(value));
    }
  }
}

/** Teaches one field as a trader would, answering what a word means by what the page's author meant. */
function teach(element: Element, name: TaughtName, right: string, withRecipes: boolean): Lesson {
  const { teacher } = tools(withRecipes);
  let lesson = teacher.point(element, name);
  if (lesson.kind === 'ask') {
    lesson = teacher.point(element, name, { [meaningKey(lesson.word)]: right as TaughtMeaning });
  }
  if (lesson.kind === 'read' || lesson.kind === 'control' || lesson.kind === 'differs') {
    taught = [...taught.filter((field) => field.name !== name), lesson.field];
  }
  return lesson;
}

type Expected = Readonly<Record<string, string>>;

/** Rules most places out before they are read; figures in other scripts are all read. */
function mayRead(element: Element, right: string): boolean {
  const text = (element as HTMLInputElement).value ?? element.textContent ?? '';
  if (/[^ -~\s]/.test(text)) return true;
  const digits = (shown: string) => shown.replace(/\D/g, '').replace(/^0+|0+$/g, '');
  return digits(text).includes(digits(right)) || /[KMB]/.test(text);
}

/** Marks the elements the page's author meant for each field, by reading the page in its own words. */
function markTruth(expected: Expected): void {
  const { teacher } = tools(true);
  for (const name of taughtFieldNames) {
    const right = expected[name];
    if (typeof right !== 'string' || right === 'unknown') continue;
    for (const element of teacher.candidates(name)) {
      if (/^-?[\d.]+$/.test(right) && !mayRead(element, right)) continue;
      let lesson = teacher.point(element, name);
      if (lesson.kind === 'ask' && lesson.ask === 'quote') {
        lesson = teacher.point(element, name, { [meaningKey(lesson.word)]: right as TaughtMeaning });
      }
      if (lesson.kind !== 'read' || plain(lesson.value.value) !== plain(right)) continue;
      const captioned = lesson.field.words?.own === true || lesson.field.mark !== null;
      if (truthOf(name) === null) lesson.element.setAttribute(truth(name), '');
      if (captioned) break;
    }
  }
  for (const button of knowing.submitControls()) {
    const side = knowing.readAtPress([button], 'pointer')?.reading.side;
    if (side?.known === true) button.setAttribute(truth(side.value === 'long' ? 'buy' : 'sell'), '');
  }
}

interface Setting {
  readonly madeUp: boolean;
  readonly stripped: boolean;
  readonly mutation: string;
  readonly price: string;
}

export interface TaughtOutcome {
  readonly lessons: Readonly<Record<string, string>>;
  /** Before and after the change: `same` element, `lost`, or `other`. */
  readonly found: Readonly<Record<string, 'same' | 'lost' | 'other'>>;
  readonly before: TicketState;
  readonly after: TicketState;
  readonly taught: readonly TaughtField[];
}

function teachMutated(html: string, url: string, expected: Expected, setting: Setting): TaughtOutcome {
  document.open();
  document.write(html);
  document.close();
  address = url;
  taught = [];
  markTruth(expected);
  const translate = translator(everyLanguage.en ?? {}, everyLanguage.de ?? {});
  const hooksAway = () => mutations['hooks stripped']?.(document, { ticket: null, price: '', translate });
  const ticket = knowing.scope();
  if (setting.stripped) hooksAway();
  if (setting.madeUp) makeUpWords();
  const withRecipes = !setting.madeUp;
  const lessons: Record<string, string> = {};
  for (const name of ['size', 'buy', 'sell', ...taughtFieldNames.slice(1)] as const) {
    const element = truthOf(name);
    if (element === null) continue;
    const lesson = teach(element, name, expected[name] ?? '', withRecipes);
    lessons[name] = lesson.kind === 'none' ? lesson.why : lesson.kind;
    if ('value' in lesson && plain(lesson.value.value) !== plain(expected[name]))
      lessons[name] = `wrong: ${lesson.value.value}`;
  }
  if (!taught.every(isTaughtField)) throw new Error('a field that would not be stored');
  taught = JSON.parse(JSON.stringify(taught));
  const { reader } = tools(withRecipes);
  const before = reader.read();
  mutations[setting.mutation]?.(document, { ticket, price: setting.price, translate });
  const after = reader.read();
  const lost = new Set(after.health.taughtLost ?? []);
  const found: Record<string, 'same' | 'lost' | 'other'> = {};
  for (const { name } of taught) {
    const element = elementOf(name, withRecipes);
    if (element === null) found[name] = 'lost';
    else {
      const right = element.closest(`[${truth(name)}]`) ?? element.querySelector(`[${truth(name)}]`);
      found[name] = right === null ? 'other' : 'same';
    }
    if (lost.has(name) && found[name] !== 'lost') throw new Error(`${name} is found and lost`);
  }
  return { lessons, found, before, after, taught };
}

function elementOf(name: TaughtName, withRecipes: boolean): Element | null {
  const { reader } = tools(withRecipes);
  const scope = reader.scope();
  const match = pageAt(location(), document, withRecipes ? recipes : []);
  return inOneLook(
    () => taughtPlaces(taught, scope, document, namesOf(match?.market ?? null)).get(name)?.element ?? null,
  );
}

Object.assign(globalThis, {
  teachMutated,
  point: (selector: string, name: TaughtName, meanings = {}, withRecipes = true) => {
    const element = document.querySelector(selector);
    if (element === null) throw new Error(`no ${selector}`);
    const { element: _, ...lesson } = tools(withRecipes).teacher.point(element, name, meanings);
    return lesson;
  },
  setTaught: (fields: TaughtField[]) => {
    taught = fields;
  },
  readTaught: (withRecipes = true) => tools(withRecipes).reader.read(),
  pressTaught: (selector: string) => {
    const element = document.querySelector(selector);
    return element === null ? null : tools(true).reader.readAtPress([element], 'pointer');
  },
  timeTaught: (rounds: number) => {
    const { reader } = tools(true);
    const samples: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const start = performance.now();
      reader.read();
      samples.push(performance.now() - start);
    }
    return samples;
  },
});
