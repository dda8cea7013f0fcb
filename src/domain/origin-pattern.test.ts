import { describe, expect, it } from 'vitest';
import { originPatternCovers, originPatternOf } from './origin-pattern.ts';

describe('origin patterns', () => {
  it.each([
    ['https://www.binance.com/*', 'https://www.binance.com/en/futures/BTCUSDT'],
    ['*://*.okx.com/*', 'https://www.okx.com/trade-swap/btc-usdt-swap'],
    ['*://*.okx.com/*', 'https://okx.com/'],
    ['http://127.0.0.1/*', 'http://127.0.0.1:4173/trade/BTCUSDT'],
    ['https://*/*', 'https://any.example/'],
    ['<all_urls>', 'http://any.example/'],
  ])('%s covers %s', (pattern, address) => {
    expect(originPatternCovers(pattern, address)).toBe(true);
  });

  it.each([
    ['https://www.binance.com/*', 'https://www.binance.com.evil.example/'],
    ['https://www.binance.com/*', 'http://www.binance.com/'],
    ['*://*.okx.com/*', 'https://notokx.com/'],
    ['https://www.binance.com/*', 'https://evil.example/https://www.binance.com/'],
    ['nonsense', 'https://www.binance.com/'],
    ['https://www.binance.com/*', 'about:blank'],
    ['<all_urls>', 'file:///etc/hosts'],
  ])('%s does not cover %s', (pattern, address) => {
    expect(originPatternCovers(pattern, address)).toBe(false);
  });

  it('names the one host of an address', () => {
    expect(originPatternOf('https://www.okx.com/trade?x=1')).toBe('https://www.okx.com/*');
    expect(originPatternOf('http://127.0.0.1:8080/a')).toBe('http://127.0.0.1/*');
    expect(originPatternOf('chrome://settings')).toBeUndefined();
  });
});
