import { readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { version as ownVersion } from '../../package.json' with { type: 'json' };
import { buildExtension } from '../harness/extension-build.ts';

describe.each(['chromium', 'firefox'] as const)('the built extension for %s', (browser) => {
  let dist = '';
  let manifest: Record<string, unknown> = {};

  beforeAll(async () => {
    dist = await buildExtension(browser);
    manifest = JSON.parse(readFileSync(join(dist, 'manifest.json'), 'utf8'));
  });

  it('has the manifest that was agreed on, but for its version', () => {
    const { version, ...rest } = manifest;
    const agreed = new URL(`../meta/manifest/${basename(dist)}.json`, import.meta.url);
    expect(rest).toEqual(JSON.parse(readFileSync(agreed, 'utf8')));
    expect(version).toBe(ownVersion);
  });

  it('asks for these permissions and no host at install', () => {
    expect({
      permissions: manifest.permissions,
      optional: manifest.optional_permissions,
      hosts: manifest.host_permissions,
      optionalHosts: manifest.optional_host_permissions,
    }).toEqual({
      permissions: ['storage', 'scripting', 'activeTab'],
      optional: undefined,
      hosts: undefined,
      optionalHosts: ['https://*/*', 'http://127.0.0.1/*', 'http://localhost/*'],
    });
  });

  it('shows nothing of itself to a page', () => {
    expect(manifest.web_accessible_resources).toBeUndefined();
    expect(manifest.externally_connectable).toBeUndefined();
    expect(manifest.content_scripts).toBeUndefined();
  });

  it('lets its pages run nothing but its own files, and reach nothing', () => {
    const policy = (manifest.content_security_policy as { extension_pages: string }).extension_pages;
    expect(policy).toContain("default-src 'none'");
    // Its own files the browser gives an extension past this policy; `requests.test.ts` reads a table of them.
    expect(policy).not.toMatch(/connect-src|https?:|unsafe|\*/);
  });

  it('has every file its manifest names', () => {
    const icons = Object.values(manifest.icons as Record<string, string>);
    const { default_popup: popup, default_icon: button } = manifest.action as {
      default_popup: string;
      default_icon: Record<string, string>;
    };
    const { page } = manifest.options_ui as { page: string };
    for (const path of [...icons, ...Object.values(button), popup, page, '_locales/en/messages.json']) {
      expect(statSync(join(dist, path)).size, path).toBeGreaterThan(0);
    }
  });

  it('has an icon a level, which the worker puts on the button by name', () => {
    for (const level of ['ok', 'notice', 'warning', 'danger', 'unknown']) {
      for (const size of [16, 32, 48])
        expect(statSync(join(dist, `icons/${level}-${size}.png`)).size).toBeGreaterThan(0);
    }
  });
});
