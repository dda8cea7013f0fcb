import { describe, expect, it } from 'vitest';
import { addressShape } from './address.ts';

describe('the shape of an address', () => {
  it.each([
    ['https://www.newex.example/en/futures/BTCUSDT', 'BTCUSDT', '{base}{quote}'],
    ['https://newex.example/swap/btc-usdt', 'BTC-USDT', '{base}-{quote}'],
    ['https://newex.example/trade/ETH_USDC-PERP?tab=1', 'ETH_USDC-PERP', '{base}_{quote}-PERP'],
    ['https://newex.example/exchange#contract=SOL-USD', 'SOL-USD', '{base}-{quote}'],
  ])('%s', (address, symbol, symbolFrom) => {
    const shape = addressShape(address);
    expect(shape).toMatchObject({ symbol, symbolFrom });
    const { pathname, search, hash } = new URL(address);
    const groups = new RegExp(shape.pathIn(shape.quote), 'i').exec(pathname + search + hash)?.groups;
    expect(`${groups?.base} ${groups?.quote}`.toUpperCase()).toBe(`${shape.base} ${shape.quote}`);
  });

  it('takes the language out of it, and other contracts in', () => {
    const shape = addressShape('https://www.newex.example/pt-BR/futures/BTCUSDT');
    const path = new RegExp(shape.pathIn('USDT|USDC'), 'i');
    expect(path.test('/futures/1000BONKUSDT')).toBe(true);
    expect(path.test('/zh-CN/futures/ethusdc?ref=1')).toBe(true);
    expect(path.test('/zh-Hant-TW/futures/BTCUSDT')).toBe(true);
    expect(path.test('/es-419/futures/BTCUSDT')).toBe(true);
    expect(path.test('/pt-BR/spot/BTCUSDT')).toBe(false);
    expect(path.test('/futures/BTCUSDTX')).toBe(false);
    expect(path.test('/futures/BTCUSD')).toBe(false);
    expect(new RegExp(shape.pathIn('USD'), 'i').exec('/futures/BTCUSD')?.groups).toEqual({
      base: 'BTC',
      quote: 'USD',
    });
  });

  it('asks for every host that it reads, that of the address first', () => {
    const originsOf = (address: string) => addressShape(address).origins;
    const bare = 'https://newex.example/*';
    expect(originsOf('https://www.newex.example/futures/BTCUSDT')).toEqual([
      'https://www.newex.example/*',
      bare,
    ]);
    expect(originsOf('https://newex.example/futures/BTCUSDT')).toEqual([bare]);
    expect(originsOf('https://app.newex.example/BTCUSDT')).toEqual(['https://app.newex.example/*']);
  });

  it.each([
    'newex',
    'http://newex.example/futures/BTCUSDT',
    'https://newex.example/futures',
    'https://newex.example/swap/BTCUSDT/ETHUSDT',
  ])('says what is wrong with %s', (address) => {
    expect(() => addressShape(address)).toThrow(address);
  });
});
