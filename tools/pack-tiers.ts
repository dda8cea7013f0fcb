import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import {
  addDecimals,
  compareDecimals,
  type DecimalString,
  decimal,
  isDecimalString,
  multiplyDecimals,
  subtractDecimals,
} from '../src/domain/decimal-string.ts';

/**
 * Packs collected bracket tables into `src/venues/tiers`: `npx tsx tools/pack-tiers.ts FOLDER`, where FOLDER holds one
 * JSON file a venue with `symbols: { NAME: [ { notionalFloor, notionalCap, maxLeverage, maintenanceMarginRate,
 * maintenanceAmount } ] }`. Only tables whose bounds are in the settle currency, that are complete, and whose amounts
 * keep maintenance continuous are taken.
 */
interface Row {
  readonly notionalFloor: string;
  readonly notionalCap: string | null;
  readonly maxLeverage: string | null;
  readonly maintenanceMarginRate: string | null;
  readonly maintenanceAmount: string | null;
}

interface Collected {
  readonly asOf: string;
  readonly source: { readonly repo: string };
  readonly symbols: Readonly<Record<string, readonly Row[]>>;
}

/** How a venue's collected names turn into the symbols its page shows; `null` leaves one out. */
const pageSymbol: Readonly<Record<string, (name: string) => string | null>> = {
  // BTC/USDT:USDT is BTCUSDT, a delivery contract BTC/USDT:USDT-260925 is BTCUSDT_260925.
  binance: (name) => {
    const [, base, quote, delivery] = /^([^/]+)\/([^:]+):[^-]+(?:-(\d{6}))?$/.exec(name) ?? [];
    if (base === undefined || quote === undefined) return null;
    return `${base}${quote}${delivery === undefined ? '' : `_${delivery}`}`;
  },
  'binance-coinm': (name) => (name === 'BTC/USD:BTC' ? 'BTCUSD_PERP' : null),
  // The other three collected tables are excerpts; a table without its upper part would ask for too little.
  bybit: (name) => (name === 'BTC/USDC:USDC' ? 'BTCPERP' : null),
  hyperliquid: (name) => name,
  dydx: (name) => name,
  // Levels of inverse contracts count contracts, not coins.
  kraken: (name) => (name.startsWith('PF_') ? name : null),
};

function continuous(rows: readonly Row[]): boolean {
  let amount = decimal('0');
  let rateBelow: DecimalString | null = null;
  let capBelow: string | null = '0';
  for (const row of rows) {
    const rate = row.maintenanceMarginRate;
    if (!isDecimalString(rate) || !isDecimalString(row.notionalFloor) || row.notionalFloor !== capBelow)
      return false;
    if (rateBelow !== null) {
      if (compareDecimals(rate, rateBelow) < 0) return false;
      amount = addDecimals(amount, multiplyDecimals(row.notionalFloor, subtractDecimals(rate, rateBelow)));
    }
    if (!isDecimalString(row.maintenanceAmount) || compareDecimals(row.maintenanceAmount, amount) !== 0)
      return false;
    rateBelow = rate;
    capBelow = row.notionalCap;
  }
  return rows.length > 0;
}

function packed(rows: readonly Row[]): string {
  return rows
    .map((row) => `${row.notionalCap ?? '-'} ${row.maintenanceMarginRate} ${row.maxLeverage ?? '-'}`)
    .join('|');
}

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  console.error('usage: npx tsx tools/pack-tiers.ts FOLDER');
  process.exit(2);
}
const target = join(import.meta.dirname, '../src/venues/tiers');
mkdirSync(target, { recursive: true });
for (const [venue, symbolOf] of Object.entries(pageSymbol)) {
  const collected = JSON.parse(readFileSync(join(folder, `${venue}.json`), 'utf8')) as Collected;
  const tables: string[] = [];
  const symbols: Record<string, number> = {};
  const leftOut: string[] = [];
  for (const [name, rows] of Object.entries(collected.symbols)) {
    const symbol = symbolOf(name);
    if (symbol === null || !continuous(rows)) {
      leftOut.push(name);
      continue;
    }
    const ladder = packed(rows);
    if (!tables.includes(ladder)) tables.push(ladder);
    symbols[symbol] = tables.indexOf(ladder);
  }
  const text = `${JSON.stringify({ asOf: collected.asOf, source: collected.source.repo, tables, symbols })}\n`;
  writeFileSync(join(target, `${venue}.json`), text);
  console.log(
    `${venue}: ${Object.keys(symbols).length} symbols, ${tables.length} ladders, ${gzipSync(text).length} bytes gzip` +
      (leftOut.length > 0 ? `; left out ${leftOut.join(', ')}` : ''),
  );
}
