import { describe, expect, it } from 'vitest';
import type { TicketState } from '../../domain/health.ts';
import type { CallFailure, CallResult } from '../../protocol/call.ts';
import { lookAtTab } from './look.ts';
import type { PopupDesk } from './popup-desk.ts';

const failed = (failure: CallFailure) => async () => ({ ok: false, failure, detail: 'said so' }) as const;
const sized = { size: { known: true, value: '0.1' }, effect: { known: true, value: 'open' } };
const state = { reading: sized, health: { scope: 'ticket' } } as unknown as TicketState;

/** A tab at `url` with nobody in it; only what a look asks for. */
function deskAt(url: string | undefined, change: Partial<PopupDesk> = {}): PopupDesk {
  return {
    tab: async () => ({ id: 7, url }),
    grantedOrigins: async () => [],
    readTicket: failed('unreachable'),
    assess: failed('timeout'),
    ...change,
  } as PopupDesk;
}

const withTicket = (scope: 'ticket' | 'none' | 'several', assess: PopupDesk['assess'] = failed('timeout')) =>
  deskAt('https://www.okx.com/trade-swap/btc-usdt-swap', {
    readTicket: async () => ({ ok: true, value: { ...state, health: { ...state.health, scope } } }),
    assess,
  });

describe('a look at the tab', () => {
  it('shows the ticket and what it means', async () => {
    const assessment = { readingId: 'x', sides: {} };
    const desk = withTicket('ticket', async () => ({
      ok: true,
      value: { assessment, policy: { whenUnchecked: 'notice' } },
    }));
    expect(await lookAtTab(desk)).toMatchObject({ kind: 'ticket', assessment });
  });

  it.each([
    ['nothing is typed', { known: false, why: 'missing-input', field: 'size' }],
    ['a zero is', { known: true, value: '0.' }],
  ])('waits for a size while %s, and asks nobody', async (_, size) => {
    const desk = deskAt('https://www.okx.com/trade-swap/btc-usdt-swap', {
      readTicket: async () =>
        ({
          ok: true,
          value: { ...state, reading: { ...sized, size } },
        }) as unknown as CallResult<'read-ticket'>,
      assess: () => Promise.reject(new Error('must not be asked')),
    });
    expect(await lookAtTab(desk)).toMatchObject({ kind: 'waiting', tabId: 7 });
  });

  it.each(['none', 'several'] as const)('assesses nothing when the page has %s', async (scope) => {
    const assess = () => Promise.reject(new Error('must not be asked'));
    expect(await lookAtTab(withTicket(scope, assess))).toMatchObject({ kind: 'no-ticket' });
  });

  it.each([
    ['timeout', undefined],
    ['unreachable', undefined],
    ['refused', 'said so'],
    ['bad-reply', 'said so'],
  ] as const)('says "not checked" after %s', async (failure, why) => {
    expect(await lookAtTab(withTicket('ticket', failed(failure)))).toMatchObject({ kind: 'unchecked', why });
  });

  it('knows the exchange at an address that is not granted, and asks for its host alone', async () => {
    expect(await lookAtTab(deskAt('https://www.okx.com/trade-swap/btc-usdt-swap?x=1'))).toEqual({
      kind: 'not-granted',
      pattern: 'https://www.okx.com/*',
      host: 'www.okx.com',
      venue: 'okx',
    });
    expect(await lookAtTab(deskAt('https://okx.com.evil.example/trade'))).toMatchObject({
      kind: 'not-granted',
      host: 'okx.com.evil.example',
      venue: undefined,
    });
  });

  it('asks for a reload where the host is granted and no script answers', async () => {
    const desk = deskAt('https://www.okx.com/', { grantedOrigins: async () => ['https://www.okx.com/*'] });
    expect(await lookAtTab(desk)).toEqual({ kind: 'no-script', host: 'www.okx.com', tabId: 7 });
  });

  it.each([
    [undefined],
    ['chrome://extensions'],
    ['about:blank'],
    ['file:///home/me/page.html'],
    ['http://perps.example.org/'],
    [''],
  ])('has no business with %s', async (url) => {
    expect(await lookAtTab(deskAt(url))).toEqual({ kind: 'no-access' });
  });

  it('survives a tab that is gone and a browser that does not list its grants', async () => {
    const gone = deskAt('', { tab: () => Promise.reject(new Error('No tab with id')) });
    expect(await lookAtTab(gone)).toEqual({ kind: 'no-access' });
    const silent = deskAt('https://www.okx.com/', { grantedOrigins: () => Promise.reject(new Error('no')) });
    expect(await lookAtTab(silent)).toMatchObject({ kind: 'not-granted' });
  });
});
