import { expect, it } from 'vitest';
import { reading, row } from '../../test/support/ticket-reading.ts';
import { excludedBy } from './excluded-by.ts';
import { readingTable } from './reading-table.ts';

const readAt = '2026-11-21T10:00:00.000Z';
const one = { scope: 'ticket', readBy: 'recipe', readAt, failedChecks: [] } as const;

it('says what read the page, each field with its place or why there is none, and each position', () => {
  const page = reading({ venue: 'okx', leverage: '20', reduceOnly: false }, [
    row('BTC-USDT-SWAP', 'long', { size: '0.1', entryPrice: '60000' }),
  ]);
  const lines = readingTable({ reading: page, health: one }).split('\n');
  // 23 fields and the positions; venue, leverage, reduce-only and the positions are known.
  expect(lines[0]).toBe('One ticket, read by recipe: 4 of 24 fields read.');
  expect(lines).toContain('  leverage              20                    recipe: by hand');
  expect(lines).toContain('  reduceOnly            false                 recipe: by hand');
  expect(lines).toContain('  price                 -                     not-on-page');
  expect(lines).toContain('  positions             1, complete           recipe: by hand');
  expect(lines).toContain('      BTC-USDT-SWAP long, size 0.1, entryPrice 60000');
});

it('says what is amiss: no ticket, failed checks, parts of the recipe and taught fields that are gone', () => {
  const health = {
    ...one,
    scope: 'none',
    failedChecks: ['cost'],
    recipeLost: ['leverage'],
    taughtLost: ['size'],
  } as const;
  expect(
    readingTable({ reading: reading({}, null), health })
      .split('\n')
      .slice(0, 4),
  ).toEqual([
    'No ticket on this page, read by recipe: 0 of 24 fields read.',
    'Checks that failed: cost',
    'Not where the recipe says: leverage',
    'Shown by the trader and not found again: size',
  ]);
  const hidden = reading({}, [], false);
  expect(readingTable({ reading: hidden, health: { ...one, scope: 'several' } })).toMatch(
    /^Several tickets[\s\S]*positions +0, maybe more/,
  );
});

it('keeps a text of the page on its line, whatever it holds', () => {
  const table = readingTable({ reading: reading({ symbol: 'BTC\nUSDT\u001b[31m' }), health: one });
  expect(table).toContain('  symbol                BTC USDT [31m');
});

it.each([
  ['https://www.binance.com/en/my/wallet/futures', 'binance'],
  ['https://www.binance.com/en/futures/BTCUSDT', undefined],
  ['https://newdex.example/wallet', undefined],
])('%s is excluded by %s', (address, venue) => {
  expect(excludedBy(address)).toBe(venue);
});
