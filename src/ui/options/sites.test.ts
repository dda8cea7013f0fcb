import { describe, expect, it } from 'vitest';
import { routeOf } from './route.ts';
import { isGuarded, otherOrigins, typedSite } from './sites.ts';

describe('a site typed by hand', () => {
  it.each([
    ['perps.example.org', 'https://perps.example.org/*'],
    [' https://perps.example.org/en/perp/PERP_BTC_USDC?x=1 ', 'https://perps.example.org/*'],
    ['HTTPS://Perps.Example.org:8443/', 'https://perps.example.org/*'],
    ['bücher.example', 'https://xn--bcher-kva.example/*'],
    ['localhost:5173', 'http://localhost/*'],
    ['http://127.0.0.1:4000/trade', 'http://127.0.0.1/*'],
  ])('%s asks for %s', (text, pattern) => {
    expect(typedSite(text)).toBe(pattern);
  });

  it.each([
    [''],
    ['   '],
    ['binance'],
    ['http://perps.example.org'],
    ['ftp://perps.example.org'],
    ['javascript://alert(1)'],
    ['chrome://extensions'],
    ['file:///etc/passwd'],
    ['*.example.org'],
    ['https://'],
    ['a b.example'],
    ['https://[::1]/'],
  ])('%j asks for nothing', (text) => {
    expect(typedSite(text)).toBeUndefined();
  });
});

describe('grants', () => {
  it('know an exchange by any of its hosts, and through a wider permission', () => {
    expect(isGuarded('gate', ['https://www.gate.io/*'])).toBe(true);
    expect(isGuarded('gate', ['https://www.okx.com/*'])).toBe(false);
    expect(isGuarded('okx', ['https://*.okx.com/*'])).toBe(true);
    expect(isGuarded('orderly', ['https://www.okx.com/*'])).toBe(false);
  });

  it('list what belongs to no known exchange', () => {
    expect(otherOrigins(['https://www.okx.com/*', 'https://perps.example.org/*'])).toEqual([
      'https://perps.example.org/*',
    ]);
  });
});

describe('places of the page', () => {
  it.each([
    ['#venue=binance-coinm', { page: 'venue', venue: 'binance-coinm' }],
    ['#venue=mtgox', { page: 'exchanges' }],
    ['#venue=__proto__', { page: 'exchanges' }],
    ['#general', { page: 'general' }],
    ['#other', { page: 'other' }],
    ['', { page: 'exchanges' }],
  ])('%s', (hash, route) => {
    expect(routeOf(hash)).toEqual(route);
  });
});
