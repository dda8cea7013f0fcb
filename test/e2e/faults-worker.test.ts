import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { FirefoxBrowser } from '../harness/firefox.ts';
import type { HarnessBrowser } from '../harness/harness-browser.ts';
import type { HarnessPage } from '../harness/harness-page.ts';
import { browsersUnderTest } from '../harness/launch.ts';
import { itWhere } from '../support/where.ts';
import {
  emptyStorage,
  holdDialog,
  openExchange,
  settingsWith,
  store,
  storedIn,
  strip,
} from './faults-desk.ts';
import { type FaultyWorker, faultyWorker } from './faulty-worker.ts';
import type { GuardDesk } from './guard-desk.ts';
import { guardedUrl } from './guard-page.ts';

/** Every kill takes a second or so; all hundred run with the whole of the tests. */
const kills = process.env.RINGFENCE_FULL === undefined ? 5 : 100;

/** Worst on cross: the wallet of 2,000 less the opening fee of 0.02 % of 60,000 a coin. */
const worst: Readonly<Record<string, string>> = {
  '0.1': '1998.8',
  '0.15': '1998.2',
  '0.2': '1997.6',
  '0.3': '1996.4',
};

describe.each(browsersUnderTest('one'))('a worker that fails in %s', (name) => {
  let browser: HarnessBrowser;
  let own: HarnessPage;
  let page: HarnessPage;
  let desk: GuardDesk;

  beforeAll(async () => {
    ({ browser, own, page, desk } = await openExchange(name));
  });
  afterAll(() => browser?.close());

  beforeEach(async () => {
    await emptyStorage(own);
    await page.bringToFront();
  });

  async function open(size = '0.1'): Promise<void> {
    await page.goto(guardedUrl);
    await page.fill('#size', size);
    await desk.judged('danger');
    await desk.figure('worst-loss', worst[size]);
  }

  async function wedged<T>(work: (worker: FaultyWorker) => Promise<T>): Promise<T> {
    const worker = await faultyWorker(browser, own);
    try {
      await worker.wedge();
      return await work(worker);
    } finally {
      await worker.letGo();
    }
  }

  const notChecked = () => page.waitForSurface(`${strip}[data-state="failed"]`);
  const figures = async () =>
    (await page.surface(`${strip} [data-field="worst-loss"]`))
      .filter(({ visible }) => visible)
      .map(({ attributes }) => attributes['data-value']);

  async function logged(...outcomes: readonly string[]): Promise<void> {
    const inLog = async () => {
      const { log } = await storedIn(own, 'log');
      return ((log as { items?: readonly { outcome: string }[] })?.items ?? []).map((each) => each.outcome);
    };
    await page
      .until(async () => (await inLog()).join() === outcomes.join(), { what: 'the log' })
      .catch(() => undefined);
    expect(await inLog()).toEqual(outcomes);
  }

  describe('killed', () => {
    it('at every key that is typed, judges what stands there in the end', async () => {
      await page.goto(guardedUrl);
      await page.click('#size');
      for (const key of '0.1') {
        await browser.killWorker();
        await page.typeText(key);
      }
      await desk.judged('danger');
      await desk.figure('worst-loss', worst['0.1']);
      await page.click('#buy');
      await desk.hold();
      expect(await desk.sent()).toEqual([]);
    });

    it('while the button is being pressed, holds the press', async () => {
      for (let round = 0; round < 2; round += 1) {
        await open();
        await Promise.all([browser.killWorker(), page.click('#buy')]);
        expect((await desk.hold()).attributes['data-hold']).toBe('type-amount');
        expect(await desk.sent()).toEqual([]);
        await desk.goBack();
        // Told while its page is there.
        await logged(...Array.from({ length: round + 1 }, () => 'left'));
      }
    });

    it('under an open hold and after the override, lets one press through and keeps it in the log', async () => {
      await open();
      await page.click('#buy');
      await desk.hold();
      await browser.killWorker();
      expect((await desk.hold()).text).toContain('$1,698.80 of idle money');
      await desk.override();
      await browser.killWorker();
      await page.click('#buy');
      expect(await desk.sent()).toEqual(['buy 0.1 click']);
      await browser.killWorker();
      await page.click('#buy');
      await desk.hold();
      await desk.goBack();
      expect(await desk.sent()).toHaveLength(1);
      await logged('overridden', 'left');
    });

    it(`${kills} times in a row, is never noticed at a press`, {
      timeout: 20_000 + kills * 6_000,
    }, async () => {
      await open();
      for (let round = 0; round < kills; round += 1) {
        const size = round % 2 === 0 ? '0.2' : '0.1';
        await browser.killWorker();
        await page.fill('#size', size);
        await desk.figure('worst-loss', worst[size]);
        if (round % 2 === 0) await browser.killWorker();
        await page.click('#buy');
        expect((await desk.hold()).attributes['data-hold']).toBe('type-amount');
        await desk.goBack();
      }
      expect(await desk.sent()).toEqual([]);
      expect(await page.surface(strip)).toHaveLength(1);
    });
  });

  /** Chromium gives an idle worker half a minute, and never stops one that a debugger looks at. */
  itWhere(name === 'firefox', 'that the browser stops whenever it rests, is never noticed', async () => {
    const firefox = browser as FirefoxBrowser;
    // Long enough for an answer from a cold start on a busy machine.
    await firefox.stopWorkerWhenIdle(500);
    const isStopped = async () => !(await browser.workerIsRunning());
    try {
      await open();
      for (const size of ['0.2', '0.1', '0.3']) {
        await page.until(isStopped, { what: 'the browser to stop it' });
        await page.fill('#size', size);
        await desk.figure('worst-loss', worst[size]);
        await page.until(isStopped, { what: 'the browser to stop it' });
        await page.click('#buy');
        await desk.hold();
        await desk.goBack();
      }
      expect(await desk.sent()).toEqual([]);
      // Another size after a hold is what became of it.
      await logged('changed', 'changed', 'left');
    } finally {
      await firefox.stopWorkerWhenIdle(30_000);
    }
  });

  describe('wedged, so that it never answers', () => {
    it('is said on the strip within six seconds, and no figure stays', async () => {
      await open();
      await wedged(async () => {
        const said = await page.until(async () => (await page.surface(`${strip}[data-state="failed"]`))[0], {
          timeoutMs: 6_000,
          what: 'word that nothing is checked',
        });
        expect(said.text).toContain('Not checked');
        expect(said.attributes['data-level']).toBe('unknown');
        expect(await figures()).toEqual([]);
      });
      await desk.judged('danger');
    });

    it('shows nothing of the verdict before when another size is typed', async () => {
      await open();
      await wedged(async () => {
        // From one size to another with no key between that leaves none: 0.1 becomes 0.15.
        await page.click('#size');
        await page.press('End');
        await page.typeText('5');
        await sleep(120);
        const seen = new Set<string | undefined>();
        for (const until = Date.now() + 2_000; Date.now() < until; await sleep(60)) {
          for (const figure of await figures()) seen.add(figure);
        }
        expect([...seen]).toEqual([]);
        await notChecked();
      });
      await desk.figure('worst-loss', worst['0.15']);
    });

    it('holds an unchecked press once, as chosen, and says so at every further one', async () => {
      await store(own, settingsWith('hold-once'));
      await open();
      await wedged(async () => {
        await page.fill('#size', '0.3');
        await notChecked();
        await page.click('#buy');
        const hold = await desk.hold();
        expect(hold.attributes['data-hold']).toBe('acknowledge');
        expect(hold.text).toContain('This order was not checked');
        expect(hold.text).not.toContain('1,998.80');
        expect(await desk.sent()).toEqual([]);
        await desk.override();
        await page.click('#buy');
        expect(await desk.sent()).toEqual(['buy 0.3 click']);
        await page.click('#buy');
        expect((await desk.news('press-again')).text).toContain('Not checked');
        await desk.noHold();
        expect(await desk.sent()).toHaveLength(1);
      });
    });

    it('only says so where no more is wanted, and holds the next press once it answers again', async () => {
      await store(own, settingsWith('notice'));
      await open();
      await wedged(async () => {
        await page.fill('#size', '0.2');
        await notChecked();
        await page.click('#buy');
        expect((await desk.news('press-again')).text).toContain('Not checked');
        await desk.noHold();
        expect(await desk.sent()).toEqual([]);
      });
      await desk.judged('danger');
      // Nobody could check the order when the trader was let on; now somebody has.
      await page.click('#buy');
      expect((await desk.hold()).attributes['data-hold']).toBe('type-amount');
      expect(await desk.sent()).toEqual([]);
      await desk.goBack();
    });
  });

  describe('slow, so that every answer takes two seconds', () => {
    it('is said, gives no old verdict, and follows the choice at the press', async () => {
      await store(own, settingsWith('hold-once'));
      await open();
      const worker = await faultyWorker(browser, own);
      try {
        await worker.storageAnswers({ afterMs: 2_000 });
        await page.fill('#size', '0.3');
        await notChecked();
        const seen = new Set<string | undefined>();
        for (const until = Date.now() + 2_000; Date.now() < until; await sleep(60)) {
          for (const figure of await figures()) seen.add(figure);
        }
        expect([...seen]).toEqual([]);
        await page.click('#buy');
        expect((await desk.hold()).text).toContain('This order was not checked');
        await desk.goBack();
        expect(await desk.sent()).toEqual([]);
      } finally {
        await worker.letGo();
      }
      await browser.killWorker();
      await desk.figure('worst-loss', worst['0.3']);
      await page.click('#buy');
      expect((await desk.hold()).attributes['data-hold']).toBe('type-amount');
      expect(await page.surface(holdDialog)).toHaveLength(1);
    });
  });
});
