import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { originPatternOf } from '../../src/domain/origin-pattern.ts';
import { askExtension } from '../../tools/ask-extension.ts';
import { compareReading, type Expected } from '../browser/reader/compare-reading.ts';
import { projectRoot } from '../harness/extension-build.ts';
import type { HarnessBrowser } from '../harness/harness-browser.ts';
import { browsersUnderTest, launchGuarded, waitUntilGuarded } from '../harness/launch.ts';

/** Rendered order screens of a real front end. They are not ours, so they stay beside the project, where there are any. */
const folder = join(projectRoot, '..', 'shared', 'screens');

interface Screen {
  readonly url: string;
  readonly lang: string;
  readonly viewport: string;
  readonly expected: Expected;
}

if (!existsSync(folder)) {
  it('leaves the rendered order screens out: there are none beside the project', () => {
    process.stderr.write(`screens: ${folder} is not there; its pages were not read\n`);
  });
} else {
  const screens = Object.entries(
    JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as Readonly<Record<string, Screen>>,
  ).map(([name, screen]) => ({ name, ...screen }));
  const patterns = new Set(screens.flatMap(({ url }) => originPatternOf(url) ?? []));

  describe.each(browsersUnderTest('one'))('rendered order screens in %s', (browserName) => {
    let browser: HarnessBrowser;
    let present = 0;
    let read = 0;

    beforeAll(async () => {
      browser = await launchGuarded(browserName, { origins: [...patterns] });
      for (const pattern of patterns) await waitUntilGuarded(browser, pattern.replace(/\/\*$/, ''));
    });

    afterAll(() => browser?.close());

    it.each(screens)('reads $name and nothing wrong', async ({ name, url, viewport, expected }) => {
      const [width = 1600, height = 1000] = viewport.split('x').map(Number);
      browser.served.put(url, readFileSync(join(folder, name), 'utf8'));
      const page = await browser.newPage();
      await page.setViewport(width, height);
      await page.goto(url);
      const { reading } = await askExtension(browser, page);
      await page.close();
      const outcomes = compareReading(reading, expected);
      present += outcomes.filter((each) => each.present).length;
      read += outcomes.filter((each) => each.outcome === 'read').length;
      expect(outcomes.filter((each) => each.outcome === 'wrong')).toEqual([]);
    });

    it('reads at least 95 % of the values that are there', () => {
      process.stderr.write(`screens: ${read} of ${present} values read in ${browserName}\n`);
      expect(present).toBeGreaterThan(0);
      expect(read / present).toBeGreaterThanOrEqual(0.95);
    });
  });
}
