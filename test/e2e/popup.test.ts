import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PracticeServer, startPracticeServer } from '../../tools/practice/server.ts';
import { launchGuarded, waitUntilGuarded } from '../harness/launch.ts';

/** Only Chromium lets a test press the toolbar button. */
describe('the popup under the toolbar button', () => {
  let server: PracticeServer;

  beforeAll(async () => {
    server = await startPracticeServer();
  });

  afterAll(() => server?.close());

  it('offers to guard a page that is not guarded, wide enough to be read', async () => {
    const browser = await launchGuarded('chromium');
    try {
      const page = await browser.newPage();
      await page.goto(`${server.origin}/trade/BTCUSDT?still=1`);
      const popup = await browser.openPopup(page);
      await popup.until(async () => (await popup.find('[data-surface="popup"] button')).length > 0, {
        what: 'the offer',
      });
      expect((await popup.find('body'))[0]?.text).toContain('Guard this site');
      expect((await popup.find('[data-surface="popup"]'))[0]?.box.width).toBeGreaterThanOrEqual(340);
    } finally {
      await browser.close();
    }
  });

  it('shows the figures of the ticket on a guarded page', async () => {
    const browser = await launchGuarded('chromium', { origins: ['http://127.0.0.1/*'] });
    try {
      await waitUntilGuarded(browser, 'http://127.0.0.1');
      const page = await browser.newPage();
      await page.goto(`${server.origin}/trade/BTCUSDT?still=1&size=0.1`);
      const popup = await browser.openPopup(page);
      const dataValue = async (field: string) =>
        (await popup.find(`[data-field="${field}"]`))[0]?.attributes['data-value'];
      await popup.until(async () => (await dataValue('worst-loss')) !== undefined, {
        what: 'the worst loss',
      });
      expect(await dataValue('wallet-balance')).toBe('2000');
      expect(await dataValue('margin-mode')).toBe('cross');
      expect(Number(await dataValue('worst-loss'))).toBeGreaterThan(1_990);
      // (6,000 - 2,000 + fee) / (0.1 x 0.996), before the fee 40,160.6.
      expect(Number(await dataValue('liquidation-price'))).toBeGreaterThan(40_160);
      expect(Number(await dataValue('liquidation-price'))).toBeLessThan(40_260);
    } finally {
      await browser.close();
    }
  });
});
