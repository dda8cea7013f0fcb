import { createTicketReader, type PressKind } from '../../../src/reader/ticket-reader.ts';
import { recipes } from '../../../src/venues/recipes.ts';

/** The reader as a plain page can call it, for tests. The recipes can be left out to read by labels alone. */
const reader = (withRecipes: boolean) =>
  createTicketReader({ document, location: () => location.href, recipes: withRecipes ? recipes : [] });

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

Object.assign(globalThis, {
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
