import { describe, expect, it } from 'vitest';
import { compareDecimals, type DecimalString, isDecimalString } from '../domain/decimal-string.ts';
import { isUnknown, type Unknown } from '../domain/known.ts';
import { type VenueFacts, type VenueId, venueIds } from '../domain/venue.ts';
import { venueFacts } from './facts.ts';

/**
 * The venues' rules, typed by hand from the collected margin rules and not from the facts files, so that a slip in one of
 * them fails here. Fees in percent, maker and taker; `?` is "not found". In order:
 * default mode | maker | taker | liquidation fee | funding hours | switch with an open position | mode belongs to |
 * modes | fee in the trigger | maintenance valued at | deduction | initial margin at, isolated and cross | the cost holds
 */
const expected: Readonly<Record<Exclude<VenueId, 'generic' | 'practice'>, string>> = {
  binance: 'cross|0.02|0.05|?|8|no|symbol|both|none|liquidation|yes|order order|margin and open loss',
  'binance-coinm': 'cross|0.01|0.05|?|8|no|symbol|both|none|liquidation|yes|order order|margin and open loss',
  bybit: 'cross|0.02|0.055|?|8|?|account|both|none|liquidation|yes|order mark|margin+open+close-fee',
  okx: '?|0.02|0.05|0.05|8|no|order|both|taker|liquidation|no|order mark|margin',
  bitget: 'cross|?|0.06|?|?|no|symbol|both|taker|liquidation|yes|mark mark|margin',
  gate: '?|0.02|0.05|?|?|no|symbol|both|taker|liquidation|yes|order order|margin+open-fee',
  kucoin: '?|0.02|0.06|0.06|8|no|symbol|both|liquidation|liquidation|no|order order|margin',
  mexc: '?|0|0.02|0.02|?|?|symbol|both|liquidation|liquidation|no|order order|margin+open-fee',
  bingx: '?|0.02|0.05|?|8|?|symbol|both|taker|liquidation|yes|order order|margin',
  bitmex: 'cross|0.02|0.075|?|8|yes|symbol|both|none|entry|no|order order|margin+open+close-fee',
  kraken: 'cross|0.02|0.05|?|1|?|symbol|both|none|liquidation|no|order order|margin',
  deribit: 'cross|0|0.05|?|?|?|account|cross|none|liquidation|-|mark mark|margin',
  hyperliquid: 'cross|0.015|0.045|0|1|no|symbol|both|none|liquidation|yes|mark mark|margin',
  dydx: 'cross|0.01|0.05|?|1|no|symbol|both|none|liquidation|no|mark mark|margin',
  gmx: 'isolated|0.04|0.06|*|?|?|position|isolated|*|entry|-|order order|*',
  orderly: 'cross|0|0.03|?|?|no|position|both|none|liquidation|-|order order|margin',
  lighter: '?|?|?|?|?|?|symbol|both|taker|liquidation|no|order order|margin',
  echobit: '?|0.02|0.06|?|?|?|symbol|both|taker|liquidation|no|order order|margin+open-fee',
  xxkk: '?|?|?|?|?|yes|position|both|taker|liquidation|no|order order|margin',
  htx: '?|?|?|?|?|?|symbol|both|none|liquidation|no|order order|margin',
  phemex: '?|?|0.06|?|?|?|symbol|both|taker|liquidation|yes|order order|margin',
};

/** Venues whose clients get back what is left of isolated margin after a liquidation. */
const returnsTheRest: readonly VenueId[] = ['kraken', 'dydx', 'gmx'];
const leverageZeroIsCross: readonly VenueId[] = ['gate', 'bitmex'];
const pullsInIdleMoney: readonly VenueId[] = ['bybit', 'bitget', 'kucoin', 'mexc', 'xxkk'];

function summary({ rules, ...facts }: VenueFacts): string {
  const switches = { true: 'yes', false: 'no', unknown: '?' }[String(rules.switchWithOpenPosition)];
  const cost =
    rules.costIncludesOpenLoss === true ? `${rules.costIncludes} and open loss` : rules.costIncludes;
  return [
    isUnknown(facts.defaultMode) ? '?' : facts.defaultMode,
    percent(facts.makerFee),
    percent(facts.takerFee),
    percent(facts.liquidationFee),
    isUnknown(facts.fundingIntervalHours) ? '?' : facts.fundingIntervalHours,
    switches,
    rules.modeScope,
    rules.modes.length === 2 ? 'both' : rules.modes.join(),
    rules.triggerFee,
    rules.maintenanceAt,
    rules.model === 'tiered' ? { deduction: 'yes', flat: 'no' }[rules.tierScheme] : '-',
    `${rules.initialMarginAt} ${rules.crossInitialMarginAt ?? rules.initialMarginAt}`,
    cost,
  ].join('|');
}

function percent(rate: DecimalString | Unknown): string {
  return isUnknown(rate) ? '?' : String(Number((Number(rate) * 100).toFixed(6)));
}

const between = (rate: string, least: string, most: string) =>
  compareDecimals(rate as DecimalString, least as DecimalString) >= 0 &&
  compareDecimals(rate as DecimalString, most as DecimalString) <= 0;

describe.each(Object.entries(expected))('%s', (id, line) => {
  const facts = venueFacts[id as VenueId];

  it('is as the collected margin rules say', () => {
    const open = line.split('|');
    const found = summary(facts).split('|');
    // Where the sources give a span by market and not one figure, nothing is compared.
    expect(found.map((value, index) => (open[index] === '*' ? '*' : value)).join('|')).toBe(line);
  });

  it('has the traits of its own', () => {
    expect(facts.rules.isolatedKeepsNothing).toBe(!returnsTheRest.includes(facts.id));
    expect(facts.leverageZeroIsCross === true).toBe(leverageZeroIsCross.includes(facts.id));
    expect(facts.rules.unrealisedProfitCounts).toBe(facts.id !== 'bitmex');
    expect(facts.rules.crossPool).toBe(facts.id === 'kucoin' ? 'pro-rata' : 'shared');
    expect(facts.rules.hedgedLegsShareLiquidation).toBe(true);
    if (pullsInIdleMoney.includes(facts.id)) expect(facts.autoAddMargin).toBe(true);
    else expect(facts.autoAddMargin).not.toBe(true);
  });
});

describe.each(venueIds)('%s', (id) => {
  const facts = venueFacts[id];

  it('has facts under its own id and name', () => {
    expect(facts.id).toBe(id);
    expect(facts.name).toMatch(/\S/);
  });

  it('has rates a venue could have', () => {
    for (const rate of [facts.takerFee, facts.makerFee]) {
      if (!isUnknown(rate)) expect(between(rate, '-0.001', '0.001')).toBe(true);
    }
    if (!isUnknown(facts.liquidationFee)) expect(between(facts.liquidationFee, '0', '0.02')).toBe(true);
    if (!isUnknown(facts.fundingIntervalHours)) {
      expect(['1', '4', '8']).toContain(facts.fundingIntervalHours);
    }
  });

  it('says of what is not known that it was looked for and not found', () => {
    const { takerFee, makerFee, fundingIntervalHours, liquidationFee, defaultMode, autoAddMargin } = facts;
    const named = { takerFee, makerFee, fundingIntervalHours, liquidationFee, defaultMode, autoAddMargin };
    for (const [field, value] of Object.entries(named)) {
      if (typeof value !== 'object') continue;
      expect(value).toEqual({ known: false, why: 'venue-facts-missing', field });
    }
    const rates = [takerFee, makerFee, fundingIntervalHours, liquidationFee];
    expect(rates.every((rate) => isUnknown(rate) || isDecimalString(rate))).toBe(true);
  });

  it('names its sources, each with a date or the words that there is none', () => {
    expect(facts.sources.length).toBeGreaterThan(0);
    for (const { title, address, date } of facts.sources) {
      expect(title).toMatch(/\S/);
      expect(date).toMatch(/^(\d{4}(-\d{2}(-\d{2})?)?|undated cop(y|ies))$/);
      if (address !== undefined) expect(new URL(address).protocol).toBe('https:');
    }
  });

  it('offers its default mode, and names symbols by an expression that compiles', () => {
    const { defaultMode, rules, inverseSymbols } = facts;
    if (!isUnknown(defaultMode)) expect(rules.modes).toContain(defaultMode);
    expect(rules.modes.length).toBeGreaterThan(0);
    if (inverseSymbols !== undefined) expect(() => new RegExp(inverseSymbols)).not.toThrow();
  });
});
