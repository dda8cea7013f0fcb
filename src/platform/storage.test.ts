import { beforeEach, expect, it, vi } from 'vitest';
import { readStored, removeStored, writeStored } from './storage.ts';

const { stored, asked, listeners, fault } = vi.hoisted(() => ({
  stored: new Map<string, unknown>(),
  asked: [] as (readonly string[])[],
  listeners: [] as (() => void)[],
  fault: { next: undefined as Promise<unknown> | undefined },
}));

vi.mock('./browser.ts', () => ({
  browser: {
    storage: {
      onChanged: { addListener: (listener: () => void) => void listeners.push(listener) },
      local: {
        get: async (keys: readonly string[]) => {
          asked.push(keys);
          const found = Object.fromEntries(keys.map((key) => [key, stored.get(key)]));
          const wait = fault.next;
          fault.next = undefined;
          await wait;
          return found;
        },
        set: async (items: object) => {
          for (const [key, value] of Object.entries(items)) stored.set(key, value);
        },
        remove: async (keys: readonly string[]) => {
          for (const key of keys) stored.delete(key);
        },
      },
    },
  },
}));

const tellOfChange = () => {
  for (const listener of listeners) listener();
};

beforeEach(() => {
  stored.clear();
  tellOfChange();
  asked.length = 0;
});

it('asks the browser once for what is read in one turn, and not again until something changes', async () => {
  stored.set('a', 1);
  expect(await Promise.all([readStored('a'), readStored('b')])).toEqual([1, undefined]);
  expect(await Promise.all([readStored('a'), readStored('b')])).toEqual([1, undefined]);
  expect(asked).toEqual([['a', 'b']]);
});

it('sees what somebody else wrote once the browser tells of it', async () => {
  expect(await readStored('a')).toBeUndefined();
  stored.set('a', 2);
  tellOfChange();
  expect(await readStored('a')).toBe(2);
});

it('sees its own writes before the browser tells of them', async () => {
  expect(await readStored('a')).toBeUndefined();
  await writeStored('a', 3);
  expect(await readStored('a')).toBe(3);
  await removeStored(['a']);
  expect(await readStored('a')).toBeUndefined();
});

it('does not keep what was fetched before a change and came after it', async () => {
  stored.set('a', 'old');
  let arrive = () => {};
  fault.next = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  const early = readStored('a');
  await vi.waitFor(() => expect(asked).toHaveLength(1));
  stored.set('a', 'new');
  tellOfChange();
  arrive();
  expect(await early).toBe('old');
  expect(await readStored('a')).toBe('new');
});

it('keeps nothing of a read that failed', async () => {
  stored.set('a', 4);
  fault.next = Promise.reject(new Error('IO error: disk'));
  await expect(readStored('a')).rejects.toThrow('IO error: disk');
  expect(await readStored('a')).toBe(4);
});
