import type { TicketState } from '../../../src/domain/health.ts';
import { languages as everyLanguage } from '../../../src/reader/labels/languages.ts';
import { observeTicket } from '../../../src/reader/observe.ts';
import { createTicketReader, type PressKind } from '../../../src/reader/ticket-reader.ts';
import { recipes } from '../../../src/venues/recipes.ts';

const languages = Object.values(everyLanguage);

/** The reader as a plain page can call it, for tests. The recipes can be left out to read by labels alone. */
const reader = (withRecipes: boolean) =>
  createTicketReader({
    document,
    location: () => location.href,
    recipes: withRecipes ? recipes : [],
    languages,
  });

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

function find(selector: string, root: ParentNode = document): Element {
  const [outer = '', ...inner] = selector.split('>>>').map((part) => part.trim());
  const element = root.querySelector(outer);
  if (element === null) throw new Error(`no ${outer}`);
  if (inner.length === 0) return element;
  const next = element.shadowRoot ?? (element as HTMLIFrameElement).contentDocument;
  if (next === null) throw new Error(`nothing inside ${outer}`);
  return find(inner.join('>>>'), next);
}

const observed = { reads: 0, longest: 0, states: [] as TicketState[], controller: new AbortController() };

function counted(): Pick<ReturnType<typeof reader>, 'read' | 'scope'> {
  const one = reader(true);
  return {
    scope: () => one.scope(),
    read: () => {
      const start = performance.now();
      const state = one.read();
      observed.reads += 1;
      observed.longest = Math.max(observed.longest, performance.now() - start);
      return state;
    },
  };
}

Object.assign(globalThis, {
  observed,
  observe: () => observeTicket(counted(), (state) => observed.states.push(state), observed.controller.signal),
  readTicket: (withRecipes = true) => reader(withRecipes).read(),
  pressTicket: (selector: string, kind: PressKind = 'pointer', withRecipes = true) =>
    reader(withRecipes).readAtPress(pathFrom(find(selector)), kind),
  submitCount: () => reader(true).submitControls().length,
  timeReads: (rounds: number) => {
    const one = reader(true);
    const samples: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      // A figure that moves leaves the page's layout dirty, as an order book does.
      document.body.style.paddingTop = `${round % 2}px`;
      const start = performance.now();
      one.read();
      samples.push(performance.now() - start);
    }
    return samples;
  },
});
