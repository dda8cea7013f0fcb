import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
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
import type { TierUnit } from '../src/domain/instrument.ts';

/**
 * Packs collected bracket tables into `src/venues/tiers`: `npx tsx tools/pack-tiers.ts FOLDER`, where FOLDER holds one
 * JSON file a venue with `symbols: { NAME: [ { notionalFloor, notionalCap, maxLeverage, maintenanceMarginRate,
 * maintenanceAmount } ] }`. A venue without a file keeps the table it has. Only tables that start at 0 and whose amounts keep maintenance continuous are taken; one that
 * lacks its upper part is marked, and what is left out is printed with the reason.
 */
interface Row {
  readonly notionalFloor: string;
  readonly notionalCap: string | null;
  readonly maxLeverage: string | null;
  readonly maintenanceMarginRate: string | null;
  readonly maintenanceAmount: string | null;
}

interface Collected {
  readonly source: { readonly repo: string };
  readonly symbols: Readonly<Record<string, readonly Row[]>>;
}

/** How one collected table is taken. */
interface Taken {
  /** Names of the contract on the venue's pages. */
  readonly symbols: readonly string[];
  /** Nothing was found above the last bound. */
  readonly incomplete?: true;
  readonly unit?: TierUnit;
  /** What one unit of the bounds is worth, in the unit above. */
  readonly unitSize?: string;
  readonly asOf?: string;
}

/** Or why it is left out. */
type Choice = Taken | string;

interface Venue {
  /** `YYYY-MM-DD`, `YYYY-MM`, or `undated` where the collection says only when somebody copied it. */
  readonly asOf: string;
  readonly choose: (name: string) => Choice;
}

/** The collection cut Kraken's levels after the second (it shows PI_XBTUSD with two of eight), so the last one has no end. */
const cutAfterTwo = (...symbols: string[]): Taken => ({ symbols, incomplete: true });

const kraken: Readonly<Record<string, Choice>> = {
  PF_XBTUSD: { symbols: ['PF_XBTUSD', 'BTC-USD-PERP'], asOf: '2022-10' },
  PF_ETHUSD: cutAfterTwo('PF_ETHUSD', 'ETH-USD-PERP'),
  PF_PEPEUSD: cutAfterTwo('PF_PEPEUSD', 'PEPE-USD-PERP'),
  PF_AAPLXUSD: cutAfterTwo('PF_AAPLXUSD'),
  // Contracts of 1 USD: the bounds are face value.
  PI_XBTUSD: { symbols: ['PI_XBTUSD'], unit: 'size', asOf: '2022-10' },
  FI_XBTUSD_220930: 'expired',
};

const venues: Readonly<Record<string, Venue>> = {
  binance: {
    asOf: '2026-07-02',
    // BTC/USDT:USDT is BTCUSDT, a delivery contract BTC/USDT:USDT-260925 is BTCUSDT_260925.
    choose: (name) => {
      const [, base, quote, delivery] = /^([^/]+)\/([^:]+):[^-]+(?:-(\d{6}))?$/.exec(name) ?? [];
      if (base === undefined || quote === undefined) return 'name not understood';
      return { symbols: [`${base}${quote}${delivery === undefined ? '' : `_${delivery}`}`] };
    },
  },
  'binance-coinm': { asOf: '2023-12', choose: only({ 'BTC/USD:BTC': { symbols: ['BTCUSD_PERP'] } }) },
  bybit: {
    asOf: '2025-12-29',
    choose: only({
      'BTC/USDC:USDC': { symbols: ['BTCPERP'] },
      '1000PEPE/USDT:USDT': { symbols: ['1000PEPEUSDT'], incomplete: true },
      'RVN/USDT:USDT (tiers 1-19)': { symbols: ['RVNUSDT'], incomplete: true },
      '1000PEPE/USDC:USDC (tiers 7-30)': 'its lowest brackets are missing',
    }),
  },
  hyperliquid: { asOf: '2026-07-19', choose: (name) => ({ symbols: [name] }) },
  dydx: { asOf: '2025-12-08', choose: (name) => ({ symbols: [name] }) },
  kraken: { asOf: '2026-07-02', choose: only(kraken) },
  gate: {
    asOf: '2026-08-21',
    choose: only({
      BTC_USDT: { symbols: ['BTC_USDT'], incomplete: true },
      '(documentation sample)': 'of no contract',
    }),
  },
  kucoin: {
    asOf: '2026-08-07',
    choose: only({
      ETHUSDTM: { symbols: ['ETHUSDTM'], incomplete: true },
      ADAUSDTM: 'a sample of the documentation',
      'XBTUSDTM(tier 2 only)': 'its lowest bracket is missing',
    }),
  },
  mexc: {
    asOf: 'undated',
    choose: only({ BTC_USDT: { symbols: ['BTC_USDT'], unit: 'size', unitSize: '0.0001' } }),
  },
  okx: {
    asOf: 'undated',
    choose: () => 'its lowest brackets are missing, and bounds are contracts of unknown size',
  },
  htx: { asOf: 'undated', choose: () => 'of one leverage only, and maintenance depends on leverage' },
  phemex: { asOf: '2024-06-17', choose: () => 'a sample of the documentation, of no contract' },
};

function only(choices: Readonly<Record<string, Choice>>): (name: string) => Choice {
  return (name) => choices[name] ?? 'not chosen';
}

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

/** An incomplete table ends where its last known bracket does: one without an upper bound says nothing. */
function bounded(rows: readonly Row[], { incomplete }: Taken): readonly Row[] {
  return incomplete === true ? rows.filter(({ notionalCap }) => notionalCap !== null) : rows;
}

function packed(rows: readonly Row[], { unitSize = '1' }: Taken): string {
  const cap = ({ notionalCap }: Row) =>
    notionalCap === null ? '-' : multiplyDecimals(decimal(notionalCap), decimal(unitSize));
  return rows.map((row) => `${cap(row)} ${row.maintenanceMarginRate} ${row.maxLeverage ?? '-'}`).join('|');
}

function packVenue(collected: Collected, { asOf, choose }: Venue) {
  const tables: string[] = [];
  const symbols: Record<string, number> = {};
  const about: Record<string, object> = {};
  const leftOut: string[] = [];
  for (const [name, rows] of Object.entries(collected.symbols)) {
    const choice = choose(name);
    if (typeof choice === 'string' || !continuous(rows)) {
      leftOut.push(`${name} (${typeof choice === 'string' ? choice : 'not continuous'})`);
      continue;
    }
    const ladder = packed(bounded(rows, choice), choice);
    if (!tables.includes(ladder)) tables.push(ladder);
    const { incomplete, unit, asOf: own } = choice;
    const different = { asOf: own, incomplete, unit };
    for (const symbol of choice.symbols) {
      symbols[symbol] = tables.indexOf(ladder);
      if (incomplete !== undefined || unit !== undefined || own !== undefined) about[symbol] = different;
    }
  }
  const whole = {
    asOf,
    source: collected.source.repo,
    tables,
    symbols,
    ...(Object.keys(about).length === 0 ? {} : { about }),
  };
  return { whole, leftOut };
}

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  console.error('usage: npx tsx tools/pack-tiers.ts FOLDER');
  process.exit(2);
}
const target = join(import.meta.dirname, '../src/venues/tiers');
mkdirSync(target, { recursive: true });
const files = readdirSync(folder).flatMap((file) => (file.endsWith('.json') ? [file.slice(0, -5)] : []));
for (const name of files.filter((each) => venues[each] === undefined)) {
  console.log(`${name}: left out, \`venues\` in tools/pack-tiers.ts does not name it`);
}
for (const [name, venue] of Object.entries(venues)) {
  if (!files.includes(name)) {
    console.log(`${name}: no file, its table stays as it is`);
    continue;
  }
  const collected = JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as Collected;
  const { whole, leftOut } = packVenue(collected, venue);
  const count = Object.keys(whole.symbols).length;
  const text = `${JSON.stringify(whole)}\n`;
  if (count > 0) writeFileSync(join(target, `${name}.json`), text);
  console.log(
    `${name}: ${count} symbols, ${whole.tables.length} ladders, ${gzipSync(text).length} bytes gzip` +
      (leftOut.length > 0 ? `; left out ${leftOut.join(', ')}` : ''),
  );
}
