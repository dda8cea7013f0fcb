import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import chrome from './manifest/chrome.json' with { type: 'json' };
import firefox from './manifest/firefox.json' with { type: 'json' };

interface Support {
  readonly version_added: string | false;
  readonly version_removed?: string;
}
interface Entry {
  readonly __compat?: { readonly support: Readonly<Record<string, Support | readonly Support[]>> };
  readonly [name: string]: unknown;
}

const { webextensions } = JSON.parse(
  readFileSync(createRequire(import.meta.url).resolve('@mdn/browser-compat-data'), 'utf8'),
) as { webextensions: { api: Entry } };

const platform = new URL('../../src/platform/', import.meta.url);
/** Members of the browser's API that a file names, also those it takes out of a namespace by their names. */
function membersIn(code: string): readonly string[] {
  const taken = [...code.matchAll(/\{([^{}]*)\} = browser\.(\w+);/g)].flatMap(([, names = '', space]) =>
    names.split(',').map((name) => `${space}.${name.split(':')[0]?.trim()}`),
  );
  const named = [...code.replaceAll(/\} = browser\.\w+;/g, '').matchAll(/\bbrowser((?:\.\w+)+)/g)]
    .map(([, path = '']) => path.slice(1).replace(/\.(?:add|remove|has)Listener$/, ''))
    .filter((path) => path !== 'ts');
  return [...taken, ...named];
}

const used = new Set(
  readdirSync(platform).flatMap((name) => membersIn(readFileSync(new URL(name, platform), 'utf8'))),
);

/** The oldest browser each manifest lets in. */
const oldest = {
  chrome: chrome.minimum_chrome_version,
  firefox: firefox.browser_specific_settings.gecko.strict_min_version,
  firefox_android: firefox.browser_specific_settings.gecko_android.strict_min_version,
};

/** What is known of a member, else of what it belongs to (`storage.local.get` is listed as `storage.local`). */
function compatOf(path: string): NonNullable<Entry['__compat']> | undefined {
  const names = path.split('.');
  for (let length = names.length; length > 1; length -= 1) {
    let at: Entry | undefined = webextensions.api;
    for (const name of names.slice(0, length)) at = at?.[name] as Entry | undefined;
    if (at?.__compat !== undefined) return at.__compat;
  }
  return undefined;
}

describe.each(Object.entries(oldest))('the oldest %s, %s', (browser, version) => {
  it.each([...used].sort())('has %s', (path) => {
    const support = [compatOf(path)?.support[browser] ?? []].flat();
    const isThere = support.some(
      ({ version_added: added, version_removed: removed }) =>
        removed === undefined &&
        added !== false &&
        Number.parseInt(added, 10) <= Number.parseInt(version, 10),
    );
    expect(isThere, JSON.stringify(support)).toBe(true);
  });
});

it('covers what the platform room calls', () => {
  expect(used.size).toBeGreaterThan(25);
});
