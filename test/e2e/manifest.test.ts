import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildExtension } from '../harness/extension-build.ts';

describe.each(['chromium', 'firefox'] as const)('the built extension for %s', (browser) => {
  let dist = '';
  let manifest: Record<string, unknown> = {};

  beforeAll(async () => {
    dist = await buildExtension(browser);
    manifest = JSON.parse(readFileSync(join(dist, 'manifest.json'), 'utf8'));
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

  it('lets its pages run and reach nothing but itself', () => {
    const policy = (manifest.content_security_policy as { extension_pages: string }).extension_pages;
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("connect-src 'self'");
    expect(policy).not.toMatch(/https?:|unsafe|\*/);
  });

  it('carries no address to call, no evaluated text and no HTML sink in its code', () => {
    const files = (readdirSync(dist, { recursive: true }) as string[]).filter((name) => name.endsWith('.js'));
    expect(files.length).toBeGreaterThan(2);
    for (const name of files) {
      const code = readFileSync(join(dist, name), 'utf8');
      expect(code, name).not.toMatch(
        /\beval\(|new Function\(|XMLHttpRequest|WebSocket|sendBeacon|importScripts/,
      );
      expect(code, name).not.toMatch(/document\.write|insertAdjacentHTML|\.outerHTML\s*=/);
    }
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
