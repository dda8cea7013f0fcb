import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { fixturePages } from './reader/corpus.ts';
import { bundleReader, launchChromium, openReaderPage, type ReaderPage } from './reader/reader-page.ts';

let browser: Browser;
let script: string;
let open: ReaderPage;

beforeAll(async () => {
  [browser, script] = await Promise.all([launchChromium(), bundleReader()]);
});
afterAll(() => browser.close());
afterEach(() => open.close());

async function observe(name: string): Promise<void> {
  const page = fixturePages().find((one) => one.name === name);
  if (page === undefined) throw new Error(`no ${name}`);
  open = await openReaderPage(browser, script, page);
  await open.page.evaluate('observe()');
}

/** A member of the last state reported. */
function last(member: string): Promise<string> {
  return open.page.evaluate(`(() => {
    const field = observed.states.at(-1).reading.${member};
    return field.known ? String(field.value) : 'unknown: ' + field.why;
  })()`);
}

async function settles(member: string, value: string): Promise<void> {
  await expect.poll(() => last(member), { timeout: 20_000, interval: 50 }).toBe(value);
}

const ticket = 'form.ticket:not([hidden])';

describe('observeTicket', () => {
  it('reports the first reading at once and says nothing while nothing changes', async () => {
    await observe('practice/cross-limit.html');
    expect(await open.page.evaluate('observed.states.length')).toBe(1);
    await open.page.waitForTimeout(1500);
    expect(await open.page.evaluate('observed.states.length')).toBe(1);
  });

  it('notices typing, and a value that a script sets without any event', async () => {
    await observe('practice/cross-limit.html');
    await open.page.fill(`${ticket} [data-practice=size]`, '0.7');
    await settles('size', '0.7');
    await open.page.evaluate(`document.querySelector('${ticket} [data-practice=price]').value = '61,000.0'`);
    await settles('price', '61000.0');
  });

  it('follows a ticket that is rendered anew', async () => {
    await observe('practice/cross-limit.html');
    await open.page.evaluate(`(() => {
      const old = document.querySelector('${ticket}');
      const fresh = old.cloneNode(true);
      fresh.querySelector('[data-practice=leverage]').textContent = '50x';
      old.replaceWith(fresh);
    })()`);
    await settles('leverage', '50x'.slice(0, 2));
    await open.page.evaluate(
      `document.querySelector('${ticket} [data-practice=leverage]').textContent = '3x'`,
    );
    await settles('leverage', '3');
  });

  it('follows a change of contract without a load', async () => {
    await observe('practice/cross-limit.html');
    await open.page.evaluate(`history.pushState({}, '', '/trade/ETHUSDT')`);
    await settles('symbol', 'unknown: symbol-mismatch');
    await open.page.evaluate(`(() => {
      document.querySelector('${ticket} [data-practice=symbol]').textContent = 'ETHUSDT';
      document.querySelector('${ticket} [data-practice=size-unit]').innerHTML = '<option>ETH</option>';
    })()`);
    await settles('symbol', 'ETHUSDT');
    await settles('sizeUnit', 'base');
  });

  it('reads at most ten times a second in a storm, and never misses the last state', async () => {
    await observe('practice/cross-limit.html');
    // Two seconds and more, until it was read in the midst of it, however slow the machine is.
    const storm: { ms: number; reads: number; last: string } = await open.page.evaluate(
      `new Promise((resolve) => {
      const target = document.querySelector('${ticket} [data-practice=available]');
      const begin = performance.now();
      const before = observed.reads;
      let count = 0;
      const timer = setInterval(() => {
        for (let burst = 0; burst < 20; burst += 1) target.textContent = (1000 + ++count / 100).toFixed(2) + ' USDT';
        const reads = observed.reads - before;
        if (count < 4000 || reads < 2) return;
        clearInterval(timer);
        resolve({ ms: performance.now() - begin, reads, last: target.textContent });
      }, 10);
    })`,
    );
    expect(storm.reads).toBeLessThanOrEqual(storm.ms / 100 + 1);
    await settles('available', storm.last.replace(' USDT', ''));
  });

  it('reads what rested soon after it changed, among balances that never rest', async () => {
    await observe('practice/cross-limit.html');
    // On a slow machine a read is dear, and what never rests is read once or twice a second.
    const session = await open.page.context().newCDPSession(open.page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: 8 });
    const waits: number[] = await open.page.evaluate(`new Promise((resolve) => {
      const available = document.querySelector('${ticket} [data-practice=available]');
      const leverage = document.querySelector('${ticket} [data-practice=leverage]');
      const seen = () => { const { leverage } = observed.states.at(-1).reading; return leverage.known && leverage.value; };
      let count = 0;
      let changedAt = 0;
      let now = 20;
      const waits = [];
      const timer = setInterval(() => {
        available.textContent = (1000 + ++count / 100).toFixed(2) + ' USDT';
        // In turns of this timer, which stand still with the machine.
        if (changedAt > 0 && seen() === String(now)) {
          waits.push((count - changedAt) * 15);
          changedAt = 0;
        }
        if (waits.length === 4) { clearInterval(timer); resolve(waits); }
        else if (changedAt === 0 && count % 150 === 0) {
          leverage.textContent = ++now + 'x';
          changedAt = count;
        }
      }, 15);
    })`);
    await session.detach();
    // Read only once in a while, as what never rests is, the third of four would have waited 0.4 s.
    expect(waits.toSorted((a, b) => a - b)[2]).toBeLessThan(250);
  });

  it('rests while the page is hidden and reads when it is shown again', async () => {
    await observe('practice/cross-limit.html');
    const hide = (hidden: boolean) =>
      open.page.evaluate(`(() => {
      Object.defineProperty(document, 'hidden', { configurable: true, get: () => ${hidden} });
      document.dispatchEvent(new Event('visibilitychange'));
    })()`);
    await hide(true);
    const before = await open.page.evaluate('observed.reads');
    await open.page.evaluate(
      `document.querySelector('${ticket} [data-practice=leverage]').textContent = '7x'`,
    );
    await open.page.waitForTimeout(1500);
    expect(await open.page.evaluate('observed.reads')).toBe(before);
    await hide(false);
    await settles('leverage', '7');
  });

  it('stops for good when told to', async () => {
    await observe('practice/cross-limit.html');
    await open.page.evaluate('observed.controller.abort()');
    const before = await open.page.evaluate('observed.reads');
    await open.page.fill(`${ticket} [data-practice=size]`, '0.9');
    await open.page.waitForTimeout(1300);
    expect(await open.page.evaluate('observed.reads')).toBe(before);
  });
});
