import { setTimeout as sleep } from 'node:timers/promises';
import { isOrderExposure } from '../../src/domain/exposure.ts';
import type { HarnessBrowser } from '../../test/harness/harness-browser.ts';
import { askExtension } from '../ask-extension.ts';
import { verdictTable } from './verdict-table.ts';

/** The hold fades in; a picture taken at once shows half of it. */
const fadeMs = 400;
const ticket = '[data-practice="ticket"]';

/**
 * What a person would do first, done by the harness: type a ticket, see the strip, press Buy, see the hold. Gives the
 * verdict as text and leaves a picture of the held order.
 * @throws when any of it does not happen; the message says which step.
 */
export async function showWithoutDisplay(
  browser: HarnessBrowser,
  address: string,
  picture: string,
): Promise<string> {
  const page = await browser.newPage();
  await page.goto(`${address}?still=1&seed=1`);
  await page.fill(`${ticket} [data-practice="size"]`, '0.1');
  await page.waitForSurface('[data-surface="strip"] [data-field="worst-loss"]', undefined, {
    what: 'the strip to show a loss',
  });
  const { assessment } = await askExtension(browser, page);
  const long = assessment.sides.long;
  if (long === undefined || !isOrderExposure(long.exposure)) throw new Error('the ticket was not assessed');
  await page.bringToFront();
  await page.click(`${ticket} [data-practice="submit-long"]`);
  await page.waitForSurface('[data-surface="hold"]', undefined, { what: 'the order to be held' });
  const seen = await page.evaluate(
    () => (window as unknown as { practice: { orders: readonly unknown[] } }).practice.orders.length,
  );
  if (seen > 0) throw new Error('the page received the order although it was held');
  await sleep(fadeMs);
  await page.screenshot(picture);
  return verdictTable(long.exposure, long.verdict, [
    'Pressed Buy / Long: the order was held, and the exchange received nothing.',
    `Picture: ${picture}`,
  ]);
}
