import { beforeEach, expect, it, vi } from 'vitest';
import { showOnAction } from './action-icon.ts';

const fresh = { title: 'Ringfence: a check', icon: 'ringfence', badge: '' };
const button = { ...fresh };
let steps: string[] = [];
/** A worker that is stopped after so many steps never takes the next. */
let stopsAfter = Number.POSITIVE_INFINITY;

async function step(name: string, change: () => void): Promise<void> {
  if (steps.length >= stopsAfter) return new Promise(() => {});
  steps.push(name);
  change();
}

vi.mock('./browser.ts', () => ({
  browser: {
    action: {
      getTitle: async () => button.title,
      setTitle: ({ title }: { title: string }) => step('title', () => Object.assign(button, { title })),
      setIcon: ({ path }: { path: Record<number, string> }) =>
        step('icon', () => Object.assign(button, { icon: path[16] })),
      setBadgeBackgroundColor: () => step('colour', () => undefined),
      setBadgeText: ({ text }: { text: string }) =>
        step('badge', () => Object.assign(button, { badge: text })),
    },
  },
}));

const danger = { icon: 'danger', title: 'Ringfence: danger', badge: '!!', badgeColour: '#a3134f' };
const none = { icon: 'ringfence', title: fresh.title, badge: '', badgeColour: '#434d60' };
const drawnDanger = { title: danger.title, icon: '/icons/danger-16.png', badge: '!!' };

beforeEach(() => {
  Object.assign(button, fresh);
  steps = [];
  stopsAfter = Number.POSITIVE_INFINITY;
});

it('draws a look once, and anew where the browser has put the button back', async () => {
  await showOnAction(1, danger);
  expect(button).toEqual(drawnDanger);
  steps = [];
  await showOnAction(1, danger);
  expect(steps).toEqual([]);
  Object.assign(button, fresh);
  await showOnAction(1, danger);
  expect(button).toEqual(drawnDanger);
});

it('leaves the button of a tab without a ticket as it is', async () => {
  await showOnAction(1, none);
  expect(steps).toEqual([]);
});

it.each([1, 2, 3, 4])(
  'draws either look whole after a worker was stopped %i steps into the other',
  async (done) => {
    for (const [before, after] of [
      [danger, none],
      [none, danger],
    ] as const) {
      for (const next of [before, after]) {
        stopsAfter = Number.POSITIVE_INFINITY;
        await showOnAction(1, before);
        steps = [];
        stopsAfter = done;
        void showOnAction(1, after);
        await vi.waitFor(() => expect(steps).toHaveLength(done));
        stopsAfter = Number.POSITIVE_INFINITY;
        await showOnAction(1, next);
        expect(button).toEqual({ title: next.title, icon: `/icons/${next.icon}-16.png`, badge: next.badge });
      }
    }
  },
);
