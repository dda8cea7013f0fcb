import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { TaughtField } from '../domain/taught.ts';
import { followTaught } from './follow-taught.ts';

const site = 'https://perps.example.org';
const field = { name: 'size' } as TaughtField;
const silent = { ok: false, failure: 'timeout', detail: '' } as const;
const answer = (fields: TaughtField[]) => ({ ok: true, value: { fields } }) as const;

describe('what was taught, as a page script knows it', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('is asked for once, and again while the worker is silent, but not for ever', async () => {
    const ask = vi.fn(async () => silent);
    followTaught(site, ask, new AbortController().signal);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(ask).toHaveBeenCalledTimes(4);
  });

  it('is what the worker says', async () => {
    const taught = followTaught(site, async () => answer([field]), new AbortController().signal);
    expect(taught.fields).toEqual([]);
    await vi.advanceTimersByTimeAsync(0);
    expect(taught.fields).toEqual([field]);
    taught.changed('https://else.example', []);
    expect(taught.fields).toEqual([field]);
    taught.changed(site, []);
    expect(taught.fields).toEqual([]);
  });

  it('goes by the later word: an answer that was under way does not undo a change', async () => {
    let reply: (value: ReturnType<typeof answer>) => void = () => undefined;
    const taught = followTaught(
      site,
      () => new Promise((resolve) => (reply = resolve)),
      new AbortController().signal,
    );
    taught.changed(site, [field]);
    reply(answer([]));
    await vi.advanceTimersByTimeAsync(0);
    expect(taught.fields).toEqual([field]);
  });

  it('is asked for no more once the page script is stopped', async () => {
    const life = new AbortController();
    const ask = vi.fn(async () => silent);
    followTaught(site, ask, life.signal);
    life.abort();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(ask).toHaveBeenCalledTimes(1);
  });
});
