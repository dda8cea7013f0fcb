import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import messages from '../../_locales/en/messages.json' with { type: 'json' };
import manifest from '../../manifest.json' with { type: 'json' };

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const listing = read('docs/store/listing.md');
const permissions = read('docs/store/permissions.md');

/** What stands under a heading, up to the next one. */
function under(page: string, heading: string): string {
  const [, text = ''] = page.split(new RegExp(`^#+ ${heading.replaceAll(/[*\\]/g, '\\$&')}$`, 'm'));
  return text.split(/^#/m)[0]?.trim() ?? '';
}

describe('the texts for the stores', () => {
  it('are those of the manifest, and short enough for each store', () => {
    expect(under(listing, 'Name')).toBe(messages.app_name.message);
    expect(messages.app_name.message.length).toBeLessThanOrEqual(45);
    expect(under(listing, 'Short description')).toBe(messages.app_description.message);
    expect(messages.app_description.message.length).toBeLessThanOrEqual(132);
    const long = under(listing, 'Long description');
    expect(long.length).toBeGreaterThan(1_000);
    expect(long.length).toBeLessThan(10_000);
  });

  it('give a reason for each permission, of the length the form takes, and for no other', () => {
    const asked = [...manifest.permissions, ...manifest.optional_host_permissions];
    const reasons = [...permissions.matchAll(/^### (.+)$/gm)].flatMap(([, heading = '']) =>
      heading.replaceAll('\\', '').split(' and '),
    );
    expect(reasons.sort()).toEqual(asked.sort());
    for (const [, heading = ''] of permissions.matchAll(/^### (.+)$/gm)) {
      const [, text = ''] = permissions.split(`### ${heading}\n`);
      const reason = text.split(/^#/m)[0]?.trim() ?? '';
      expect(reason.length, heading).toBeGreaterThan(60);
      expect(reason.length, heading).toBeLessThanOrEqual(1_000);
    }
  });
});

describe('the pictures for the stores', () => {
  const folder = join(root, 'docs/store/pictures');
  const names = readdirSync(folder);

  it('are screenshots in both sizes, at most five, and both tiles', () => {
    const screens = names.filter((name) => !name.startsWith('tile'));
    const large = screens.filter((name) => name.endsWith('-1280x800.png'));
    expect(large.length).toBeGreaterThanOrEqual(3);
    expect(large.length).toBeLessThanOrEqual(5);
    expect(screens.sort()).toEqual(
      large.flatMap((name) => [name, name.replace('1280x800', '640x400')]).sort(),
    );
    expect(names.filter((name) => name.startsWith('tile')).sort()).toEqual([
      'tile-1400x560.png',
      'tile-440x280.png',
    ]);
    for (const name of large) expect(listing).toContain(`\`${name.replace('-1280x800.png', '')}\``);
  });

  it.each(names)('%s has the size it says and no transparency', (name) => {
    const [, width, height] = /-(\d+)x(\d+)\.png$/.exec(name) ?? [];
    // The header of a PNG: width, height, bits, and 2 for colour without transparency.
    const head = readFileSync(join(folder, name)).subarray(16, 26);
    expect([head.readUInt32BE(0), head.readUInt32BE(4), head[9]]).toEqual([Number(width), Number(height), 2]);
  });
});

const pages = [
  ...readdirSync(join(root, 'docs/store')).map((name) => `docs/store/${name}`),
  ...readdirSync(join(root, '.github')).map((name) => `.github/${name}`),
  'CHANGELOG.md',
].filter((name) => name.endsWith('.md'));

it.each(pages)('%s links only to files that are there', (page) => {
  for (const [, target = ''] of read(page).matchAll(/\]\((?!https?:|#)([^)#]+)(?:#[^)]*)?\)/g)) {
    expect(existsSync(join(root, dirname(page), target)), target).toBe(true);
  }
});

it('asks for the report where a reading is wrong, and for no figures', () => {
  const folder = join(root, '.github/ISSUE_TEMPLATE');
  expect(read('.github/ISSUE_TEMPLATE/misread.yml')).toContain(messages.popup_report.message);
  for (const name of readdirSync(folder).filter((each) => each !== 'config.yml')) {
    expect(readFileSync(join(folder, name), 'utf8'), name).toMatch(/figures|your own money/);
  }
});
