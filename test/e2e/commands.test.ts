import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../harness/extension-build.ts';

const folder = mkdtempSync(join(tmpdir(), 'ringfence-commands-'));
const page = join(folder, 'page.html');
const notAPage = join(folder, 'notes.txt');
const empty = join(folder, 'empty.html');
writeFileSync(page, '<!doctype html><title>a page</title><p>no ticket here</p>');
writeFileSync(notAPage, 'price,size\n60000,0.1\n');
writeFileSync(empty, '');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const url = 'https://www.example.com/futures/BTCUSDT';

function run(tool: string, ...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['tools/run.mjs', tool, ...args], {
    cwd: projectRoot,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

describe('read, called wrongly', () => {
  const cases: readonly (readonly [string, readonly string[], RegExp])[] = [
    ['without anything', [], /use: npm run/],
    ['without an address', [page], /--url is missing/],
    ['with an address that is none', [page, '--url', 'binance'], /expected a web address/],
    ['with a file address', [page, '--url', `file://${page}`], /expected a web address/],
    ['with a name and password in the address', [page, '--url', 'https://a:b@c.example/'], /expected a web/],
    ['with a file that is not there', [join(folder, 'none.html'), '--url', url], /no such file/],
    ['with a folder', [folder, '--url', url], /no such file/],
    ['with a text that is no page', [notAPage, '--url', url], /not a saved HTML page/],
    ['with an empty file', [empty, '--url', url], /not a saved HTML page/],
    ['with two pages', [page, page, '--url', url], /use: npm run/],
    ['with a flag it does not know', [page, '--url', url, '--loud'], /--loud/],
    ['with a viewport that is none', [page, '--url', url, '--viewport', 'wide'], /WIDTHxHEIGHT/],
    ['with a language that is none', [page, '--url', url, '--lang', 'de;rm'], /expected a language/],
  ];

  it.each(cases)('%s: one line and exit 2', (_name, args, complaint) => {
    const { status, stdout, stderr } = run('read', ...args);
    expect(stderr.trim()).toMatch(complaint);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stdout).toBe('');
    expect(status).toBe(2);
  });
});

it('prints a page without a ticket as unknowns, as nothing but JSON', () => {
  const { status, stdout, stderr } = run('read', page, '--url', url);
  expect(stderr).toBe('');
  expect(status).toBe(0);
  const { reading, exposure, verdict } = JSON.parse(stdout);
  expect(reading.size).toEqual({ known: false, why: 'not-on-page', field: 'size' });
  expect(reading.walletBalance.known).toBe(false);
  expect(Object.keys(exposure)).toEqual(['long', 'short']);
  expect(verdict.level).toBe('unknown');
});

it('prints a page for a person with --table, and says where a recipe excludes its address', () => {
  const wallet = 'https://www.binance.com/en/my/wallet/futures';
  const { status, stdout, stderr } = run('read', page, '--url', wallet, '--table');
  expect(status).toBe(0);
  expect(stderr).toMatch(/^read: excluded by the recipe: src\/venues\/binance\/recipe\.ts .*\n$/);
  expect(stdout).toMatch(/^No ticket on this page, read by \w+: \d of 24 fields read\.\n/);
  expect(stdout).toMatch(/^ {2}size +- +not-on-page$/m);
  expect(stdout).toMatch(/^As long:\n[\s\S]*^ {2}Worst loss +unknown/m);
});

it('assesses a file as an editor on Windows leaves it, with a byte order mark and its line ends', () => {
  const file = join(folder, 'account.json');
  const input = {
    contract: 1,
    venue: 'binance',
    account: { currency: 'USDT', crossBalance: '1800', positions: [] },
    instruments: {},
  };
  writeFileSync(file, `\uFEFF${JSON.stringify(input, null, 2).replaceAll('\n', '\r\n')}\r\n`);
  const { status, stdout, stderr } = run('assess', file);
  expect(stderr).toBe('');
  expect(status).toBe(0);
  expect(JSON.parse(stdout).exposure.equity.before).toBe('1800');
});

describe('start, package and run, called wrongly', () => {
  it.each([
    ['start', ['--port', 'abc']],
    ['start', ['--port', '70000']],
    ['start', ['--loud']],
    ['package', ['--chek']],
    ['../secret', []],
    ['nothing', []],
  ])('%s %j: one line and exit 2', (tool, args) => {
    const { status, stderr } = run(tool, ...args);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(status).toBe(2);
  });
});

it('opens the practice exchange, holds an order on it and shows the verdict', () => {
  const { status, stdout, stderr } = run('start', '--headless');
  expect(`${status} ${stderr}`).toMatch(/^0 /);
  // Cross: all that is left of the 2,000 after the opening fee, 0.1 x 60,000 x 0.02 % as maker.
  expect(stdout).toMatch(/Worst loss +\$1,998\.80/);
  expect(stdout).toContain('the exchange received nothing');
});
