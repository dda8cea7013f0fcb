import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TicketState } from '../../src/domain/health.ts';
import { bundleReader, launchChromium, openReaderPage, type ReaderPage } from './reader/reader-page.ts';

/**
 * A browser orders elements of two trees by where they lie in memory, so by chance. Here they are made in every order and
 * then stand in one.
 */

const page = `<!doctype html><html lang="en"><title>SOLUSDT</title><body><div id="ticket">
<div><button>Isolated</button><button>10x</button></div>
<label>Price (USDT) <input value="150.25"></label>
</div></body></html>`;

let browser: Browser;
let open: ReaderPage;

beforeAll(async () => {
  const [started, script] = await Promise.all([launchChromium(), bundleReader()]);
  browser = started;
  open = await openReaderPage(browser, script, { html: '', url: 'https://orders.example/' });
});
afterAll(() => browser?.close());

/** The ticket with a size in a shadow root among buttons of these texts; all of them made in the order of `made`. */
async function read(
  parts: readonly string[],
  made: readonly string[],
): Promise<{ state: TicketState; submits: number }> {
  return open.page.evaluate(
    ([html, standing, order]) => {
      const call = globalThis as unknown as {
        readMutated(html: string, url: string, name: string, language: string, price: string): unknown;
        readTicket(): TicketState;
        submitCount(): number;
      };
      call.readMutated(html, 'https://orders.example/', '', 'en', '');
      const ticket = document.querySelector('#ticket');
      const elements = new Map<string, Element>();
      for (const text of order) {
        const element = document.createElement(text === 'size' ? 'label' : 'button');
        element.textContent = text === 'size' ? 'Amount (SOL)' : text;
        if (text === 'size') {
          const input = document.createElement('input');
          input.value = '40';
          const host = element.appendChild(document.createElement('trade-input'));
          host.attachShadow({ mode: 'open' }).append(input);
        }
        elements.set(text, element);
      }
      for (const text of standing) ticket?.append(elements.get(text) ?? '');
      return { state: call.readTicket(), submits: call.submitCount() };
    },
    [page, parts, made] as const,
  );
}

const orders = (a: string, b: string, c: string) => [
  [a, b, c],
  [a, c, b],
  [b, a, c],
  [b, c, a],
  [c, a, b],
  [c, b, a],
];

describe('a size in a shadow root', () => {
  it.each(orders('size', 'Buy/Long', 'Sell/Short'))(
    'before two order buttons: made %s, %s, %s',
    async (...made) => {
      const { state, submits } = await read(['size', 'Buy/Long', 'Sell/Short'], made);
      expect(submits).toBe(2);
      expect(state.reading.size).toMatchObject({ known: true, value: '40' });
      expect(state.reading.side).toMatchObject({ known: false, why: 'ambiguous' });
    },
  );

  it.each(orders('Buy', 'size', 'Sell'))(
    'behind a toggle, before its button: made %s, %s, %s',
    async (...made) => {
      const { state, submits } = await read(['Buy', 'size', 'Sell'], made);
      expect(submits).toBe(1);
      expect(state.reading.side).toMatchObject({ known: true, value: 'short' });
    },
  );
});
