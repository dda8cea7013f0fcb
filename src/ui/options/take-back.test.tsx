// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { defaultSettings } from '../../settings/defaults.ts';
import { OptionsContext, type OptionsState } from './options-context.ts';
import { PendingList } from './pending-list.tsx';
import { useGuard } from './use-guard.ts';
import { Waiting } from './waiting.tsx';

const site = 'https://www.okx.com/*';
const waits = { value: null, askedAt: '2026-11-23T08:00:00.000Z', due: '2026-11-23T08:15:00.000Z' };
const cap = { ...waits, path: ['venues', 'okx', 'leverageCap'] };
const said: string[] = [];

/** The disk is full: nothing can be taken back. */
const context = {
  desk: {
    translate: (key: string) => key,
    locale: 'en-US',
    now: () => new Date('2026-11-23T08:01:00.000Z'),
    cancelPending: async () => ({
      ok: true,
      value: { outcome: 'not-saved', why: 'storage-failed', detail: 'full' },
    }),
  },
  loaded: {
    settings: defaultSettings,
    pending: [cap, { ...waits, value: false, path: ['guard', site] }],
    repairs: [],
    state: { kind: 'stored' },
  },
  rules: [],
  granted: [site],
  onOutcome: () => undefined,
  onReload: () => undefined,
  onGrants: () => undefined,
  announce: (text: string) => said.push(text),
} as unknown as OptionsState;

const root = document.createElement('div');
document.body.append(root);
beforeEach(() => {
  said.length = 0;
  vi.useFakeTimers({ toFake: ['setTimeout', 'setInterval'] });
});
afterEach(() => {
  render(null, root);
  vi.useRealTimers();
});

function Guard() {
  const { problem, toggle } = useGuard(site);
  return (
    <p>
      <button type="button" onClick={toggle}>
        keep
      </button>
      {problem}
    </p>
  );
}

it.each([
  ['in the list of what waits', <PendingList key="list" />],
  ['beside its setting', <Waiting key="waiting" id="venues.okx.leverageCap" />],
  ['of a guard that is to go on', <Guard key="guard" />],
])('says that a change still waits where it could not be taken back, %s', async (_, part) => {
  await act(() => render(<OptionsContext.Provider value={context}>{part}</OptionsContext.Provider>, root));
  await act(async () => {
    root.querySelector('button')?.click();
    await vi.advanceTimersByTimeAsync(0);
  });
  expect(root.textContent).toContain('options_storage_full');
  expect(said).toEqual(['options_storage_full']);
});
