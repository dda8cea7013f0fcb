import type { TicketState } from '../../../src/domain/health.ts';
import { languages as everyLanguage } from '../../../src/reader/labels/languages.ts';
import { observeTicket } from '../../../src/reader/observe.ts';
import type { Recipe } from '../../../src/reader/recipe.ts';
import { createTicketReader, type PressKind } from '../../../src/reader/ticket-reader.ts';
import { recipes } from '../../../src/venues/recipes.ts';
import { fillScreen } from './fill-screen.ts';
import { mutations, translator } from './mutations.ts';

const languages = Object.values(everyLanguage);

/** Where the page pretends to be; its own address unless a test says otherwise. */
let address: string | null = null;
const make = (list: readonly Recipe[]) =>
  createTicketReader({ document, location: () => address ?? location.href, recipes: list, languages });
const known = make(recipes);
const unknown = make([]);

/** The reader as a plain page can call it, for tests. The recipes can be left out to read by labels alone. */
const reader = (withRecipes: boolean) => (withRecipes ? known : unknown);

function pathFrom(target: Element): EventTarget[] {
  let path: EventTarget[] = [];
  const note = (event: Event) => {
    path = event.composedPath();
  };
  target.addEventListener('ringfence-probe', note);
  target.dispatchEvent(new Event('ringfence-probe', { bubbles: true, composed: true }));
  target.removeEventListener('ringfence-probe', note);
  return path;
}

/** The element of a selector whose parts lead through shadow roots and frames, parted by `>>>`. */
function find(selector: string, root: ParentNode = document): Element | null {
  const [outer = '', ...inner] = selector.split('>>>').map((part) => part.trim());
  const element = root.querySelector(outer);
  if (element === null || inner.length === 0) return element;
  const next = element.shadowRoot ?? (element as HTMLIFrameElement).contentDocument ?? null;
  return next && find(inner.join('>>>'), next);
}

function press(selector: string, kind: PressKind, withRecipes: boolean): TicketState | null {
  const target = find(selector);
  if (target === null) throw new Error(`the page has no ${selector}`);
  return reader(withRecipes).readAtPress(pathFrom(target), kind);
}

const observed = { reads: 0, longest: 0, states: [] as TicketState[], controller: new AbortController() };

function counted(): Pick<ReturnType<typeof reader>, 'look'> {
  const one = reader(true);
  return {
    look: () => {
      const start = performance.now();
      const seen = one.look();
      observed.reads += 1;
      observed.longest = Math.max(observed.longest, performance.now() - start);
      return seen;
    },
  };
}

/** Draws a page anew in this document, changed in one way, and reads it. */
function readMutated(html: string, url: string, name: string, language: string, price: string): TicketState {
  document.open();
  document.write(html);
  document.close();
  address = url;
  const ticket = known.scope() ?? unknown.scope();
  const translate = translator(everyLanguage.en ?? {}, everyLanguage[language] ?? {});
  mutations[name]?.(document, { ticket, price, translate });
  return known.read();
}

Object.assign(globalThis, {
  observed,
  readMutated,
  fillScreen,
  observe: () => observeTicket(counted(), (state) => observed.states.push(state), observed.controller.signal),
  readTicket: (withRecipes = true) => reader(withRecipes).read(),
  hasElement: (selector: string) => find(selector) !== null,
  pressTicket: (selector: string, kind: PressKind = 'pointer', withRecipes = true) =>
    press(selector, kind, withRecipes),
  submitCount: () => reader(true).submitControls().length,
  timeReads: (rounds: number, moving: number) => {
    const samples: number[] = [];
    const ticker = document.body.appendChild(document.createElement('p'));
    const marks = [...document.querySelectorAll('#oui-desktop-positions-content tbody tr')].flatMap(
      (row) => row.children[3] ?? [],
    );
    for (let round = 0; round < rounds; round += 1) {
      // A price that moves leaves the page's layout to be done, as an order book does.
      ticker.textContent = `64,${100 + (round % 900)}.5`;
      for (let row = 0; row < moving; row += 1) {
        const mark = marks[(round * moving + row) % marks.length];
        if (mark !== undefined) mark.textContent = `64,${100 + (round % 900)}.1`;
      }
      const start = performance.now();
      known.read();
      samples.push(performance.now() - start);
    }
    ticker.remove();
    return samples;
  },
});
