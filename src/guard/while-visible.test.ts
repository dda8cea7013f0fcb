import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { whileVisible } from './while-visible.ts';

class FakeDocument extends EventTarget {
  visibilityState = 'visible';
  become(state: 'visible' | 'hidden'): void {
    this.visibilityState = state;
    this.dispatchEvent(new Event('visibilitychange'));
  }
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function started(state: 'visible' | 'hidden' = 'visible') {
  const page = new FakeDocument();
  page.visibilityState = state;
  const life = new AbortController();
  const work = vi.fn();
  const anew = whileVisible(page as unknown as Document, work, 1_000, life.signal);
  return { page, life, work, anew };
}

it('works at once and at its pace', () => {
  const { work } = started();
  expect(work).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(3_000);
  expect(work).toHaveBeenCalledTimes(4);
});

it('keeps no timer in a hidden tab, and works as soon as it is shown', () => {
  const { page, work } = started('hidden');
  expect(vi.getTimerCount()).toBe(0);
  page.become('visible');
  expect(work).toHaveBeenCalledTimes(1);
  page.become('hidden');
  expect(vi.getTimerCount()).toBe(0);
  vi.advanceTimersByTime(60_000);
  expect(work).toHaveBeenCalledTimes(1);
});

it('begins anew without beating twice', () => {
  const { work, anew } = started();
  anew();
  expect(work).toHaveBeenCalledTimes(2);
  expect(vi.getTimerCount()).toBe(1);
});

it('ends with the life, also for who would begin anew', () => {
  const { life, page, work, anew } = started();
  life.abort();
  anew();
  page.become('visible');
  vi.advanceTimersByTime(10_000);
  expect(work).toHaveBeenCalledTimes(1);
  expect(vi.getTimerCount()).toBe(0);
});
