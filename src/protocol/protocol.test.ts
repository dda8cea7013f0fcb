import { describe, expect, it, vi } from 'vitest';
import { unknown } from '../domain/known.ts';
import { type TicketReading, ticketFieldNames } from '../domain/ticket-reading.ts';
import { call } from './call.ts';
import { contracts } from './contracts.ts';
import { senderOf } from './sender-role.ts';
import { createServer, type Handlers } from './serve.ts';

const nothingRead = {
  ...Object.fromEntries(ticketFieldNames.map((name) => [name, unknown('not-on-page', name)])),
  positions: unknown('not-on-page', 'positions'),
} as unknown as TicketReading;

const emptyAnswer = {
  assessment: { readingId: 'x', sides: {} },
  policy: { whenUnchecked: 'notice' as const },
};

function workerHandlers(change: Partial<Handlers<'worker'>> = {}): Handlers<'worker'> {
  return {
    'assess-ticket': () => emptyAnswer,
    'sync-sites': () => ({ origins: [] }),
    'open-settings': () => ({}),
    'open-page': () => ({}),
    'read-place': () => ({ place: { spot: null, isCollapsed: false } }),
    'place-strip': () => ({ kept: true }),
    'snooze-finding': () => ({ outcome: 'refused', until: null }),
    'read-settings': () => Promise.reject(new Error('not asked for here')),
    'change-setting': () => ({ outcome: 'invalid', problem: '' }),
    'change-settings': () => ({ outcome: 'invalid', problem: '' }),
    'cancel-pending': () => ({ outcome: 'invalid', problem: '' }),
    'ask-to-unguard': () => ({ outcome: 'invalid', problem: '' }),
    'note-press': () => ({ outcome: 'saved' }),
    'note-outcome': () => ({ outcome: 'saved' }),
    'settle-due': () => ({}),
    'ticket-gone': () => ({}),
    'read-last-read': () => ({ venues: {} }),
    'read-log': () => Promise.reject(new Error('not asked for here')),
    'delete-log': () => ({ outcome: 'saved' }),
    'replace-newer-settings': () => ({ outcome: 'invalid', problem: '' }),
    'dismiss-repairs': () => ({}),
    'read-taught': () => ({ fields: [] }),
    'teach-field': () => ({ outcome: 'saved', sites: {} }),
    'start-teaching': () => ({ started: false }),
    'read-all-taught': () => ({ sites: {} }),
    'forget-taught': () => ({ outcome: 'saved', sites: {} }),
    'import-taught': () => ({ outcome: 'saved', sites: {} }),
    ...change,
  };
}

const content = { role: 'content', tabId: 7 } as const;
const envelope = (name: string, body: unknown) => ({ ringfence: 1, name, body });

describe('the receiving end', () => {
  it('hands a valid message to its handler', async () => {
    const handler = vi.fn(() => emptyAnswer);
    const serve = createServer('worker', workerHandlers({ 'assess-ticket': handler }));
    await expect(serve(envelope('assess-ticket', { reading: nothingRead }), content)).resolves.toEqual({
      ringfence: 1,
      ok: true,
      body: emptyAnswer,
    });
    expect(handler).toHaveBeenCalledOnce();
  });

  it.each([
    ['a member missing', { reading: { ...nothingRead, marginMode: undefined } }, 'reading.marginMode'],
    [
      'a number for a decimal string',
      {
        reading: { ...nothingRead, price: { known: true, value: 6e4, from: { how: 'label', anchor: 'x' } } },
      },
      'reading.price.value',
    ],
    [
      'a megabyte of text',
      {
        reading: {
          ...nothingRead,
          symbol: { known: true, value: 'B'.repeat(1e6), from: { how: 'label', anchor: 'x' } },
        },
      },
      'reading.symbol.value',
    ],
    ['nothing', undefined, 'body'],
  ])('refuses %s and says where, without the value', async (_what, body, path) => {
    const handler = vi.fn(() => emptyAnswer);
    const serve = createServer('worker', workerHandlers({ 'assess-ticket': handler }));
    const reply = await serve(envelope('assess-ticket', body), content);
    expect(reply).toMatchObject({ ok: false });
    expect((reply as { error: string }).error.startsWith(path)).toBe(true);
    expect((reply as { error: string }).error.length).toBeLessThan(200);
    expect(handler).not.toHaveBeenCalled();
  });

  it('checks the sender before the body', async () => {
    const handler = vi.fn(() => ({ origins: [] }));
    const serve = createServer('worker', workerHandlers({ 'sync-sites': handler }));
    await expect(serve(envelope('sync-sites', {}), content)).resolves.toMatchObject({
      error: 'sender not allowed',
    });
    expect(handler).not.toHaveBeenCalled();
  });

  it('leaves alone what is not ours, and what is meant for the other end', async () => {
    const serve = createServer('worker', workerHandlers());
    await expect(serve('hello', content)).resolves.toBeUndefined();
    await expect(
      serve(envelope('assess-ticket', {}), { role: undefined, tabId: 1 }),
    ).resolves.toBeUndefined();
    await expect(serve(envelope('read-ticket', {}), content)).resolves.toBeUndefined();
  });

  it.each(['constructor', '__proto__', 'no-such'])('refuses a message called %s', async (name) => {
    const serve = createServer('worker', workerHandlers());
    await expect(serve(envelope(name, {}), content)).resolves.toMatchObject({
      ok: false,
      error: 'unknown message',
    });
  });

  it('turns a handler that throws into a refusal', async () => {
    const serve = createServer(
      'worker',
      workerHandlers({
        'open-settings': () => {
          throw new Error('no window');
        },
      }),
    );
    await expect(serve(envelope('open-settings', {}), content)).resolves.toMatchObject({
      ok: false,
      error: 'no window',
    });
  });
});

describe('the asking end', () => {
  it('gives up at the deadline', async () => {
    const result = await call(() => new Promise(() => {}), 'open-settings', {}, 20);
    expect(result).toMatchObject({ ok: false, failure: 'timeout' });
  });

  it('meets a worker that is not there', async () => {
    const result = await call(
      () => Promise.reject(new Error('Receiving end does not exist')),
      'open-settings',
      {},
    );
    expect(result).toMatchObject({ ok: false, failure: 'unreachable' });
  });

  it.each([undefined, null, 'yes', { ringfence: 1, ok: true, body: { assessment: 1 } }])(
    'refuses the reply %j',
    async (reply) => {
      const result = await call(() => Promise.resolve(reply), 'assess-ticket', { reading: nothingRead });
      expect(result).toMatchObject({ ok: false, failure: 'bad-reply' });
    },
  );

  it.each([
    ['never answered', () => new Promise<unknown>(() => {})],
    ['met nobody', () => Promise.reject(new Error('Receiving end does not exist'))],
  ])('asks once more when the first message %s', async (_what, lost) => {
    const serve = createServer('worker', workerHandlers());
    const send = vi.fn((message: unknown) =>
      send.mock.calls.length === 1 ? lost() : serve(message, content),
    );
    const result = await call(send, 'assess-ticket', { reading: nothingRead });
    expect(result).toEqual({ ok: true, value: emptyAnswer });
    expect(send).toHaveBeenCalledTimes(2);
  });

  it('asks twice at the most, and only what changes nothing', async () => {
    const silent = vi.fn(() => new Promise(() => {}));
    await expect(call(silent, 'assess-ticket', { reading: nothingRead }, 400)).resolves.toMatchObject({
      failure: 'timeout',
    });
    expect(silent).toHaveBeenCalledTimes(2);
    silent.mockClear();
    await call(silent, 'open-settings', {}, 400);
    expect(silent).toHaveBeenCalledTimes(1);
  });

  it('does not ask again once it was answered', async () => {
    const serve = createServer('worker', workerHandlers());
    const send = vi.fn((message: unknown) => serve(message, content));
    await call(send, 'assess-ticket', { reading: nothingRead });
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(send).toHaveBeenCalledTimes(1);
  });

  it('carries a whole exchange', async () => {
    const serve = createServer('worker', workerHandlers());
    const result = await call((message) => serve(message, content), 'assess-ticket', {
      reading: nothingRead,
    });
    expect(result).toEqual({ ok: true, value: emptyAnswer });
  });
});

describe('who sent it', () => {
  const own = { ownExtensionId: 'abc', ownOrigin: 'chrome-extension://abc', extensionId: 'abc', tabId: 3 };

  it.each([
    [{ ...own, url: 'https://www.binance.com/en/futures/BTCUSDT' }, 'content'],
    [{ ...own, url: 'chrome-extension://abc/src/ui/options/options.html' }, 'extension-page'],
    [{ ...own, url: 'chrome-extension://abc/popup.html', tabId: undefined }, 'extension-page'],
    [{ ...own, url: 'https://chrome-extension.example/chrome-extension://abc/' }, 'content'],
    [{ ...own, extensionId: 'evil', url: 'chrome-extension://abc/x' }, undefined],
    [{ ...own, url: undefined, tabId: undefined }, undefined],
  ])('%j is %s', (info, role) => {
    expect(senderOf(info).role).toBe(role);
  });
});

describe('the contract map', () => {
  it('gives every message a sender and a deadline a press can wait for', () => {
    for (const contract of Object.values(contracts)) {
      expect(contract.senders.length).toBeGreaterThan(0);
      expect(contract.deadlineMs).toBeGreaterThan(0);
      expect(contract.deadlineMs).toBeLessThanOrEqual(5_000);
    }
    expect(contracts['assess-ticket'].deadlineMs).toBeLessThanOrEqual(800);
  });
});
