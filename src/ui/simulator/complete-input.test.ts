import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { venueIds } from '../../domain/venue.ts';
import { defaultSettings } from '../../settings/defaults.ts';
import { preferencesFor } from '../../settings/resolve.ts';
import { venueFacts } from '../../venues/facts.ts';
import { bracketTable } from '../../venues/tiers/unpack.ts';
import { completeInput } from './complete-input.ts';
import { checkInput } from './problems.ts';
import { memberAt, type RawInput, withMember } from './raw-input.ts';
import { ownTicket } from './start.ts';

const preferences = preferencesFor(defaultSettings, 'binance', 'BTCUSDT');
const packed: unknown = JSON.parse(
  readFileSync(new URL('../../venues/tiers/binance.json', import.meta.url), 'utf8'),
);
const brackets = bracketTable(packed, 'BTCUSDT', new Date('2026-11-21T12:00:00Z'));
if (brackets === undefined) throw new Error('the packaged table has BTCUSDT');
const known = { facts: venueFacts.binance, tables: { BTCUSDT: brackets }, preferences };
const at = (raw: RawInput, member: string) => memberAt(raw, ['instruments', 'BTCUSDT', member]);

describe('an input with its gaps filled', () => {
  it("has the exchange's fees and packaged brackets, and the same mark", () => {
    const whole = completeInput(ownTicket, known);
    expect(at(whole, 'takerFee')).toBe(venueFacts.binance.takerFee);
    expect(at(whole, 'tiers')).toBe(brackets.tiers);
    expect(at(whole, 'markPrice')).toBe('60000');
    expect(checkInput(whole).ok).toBe(true);
  });

  it('keeps what was typed, and mixes no brackets of its own with those of the table', () => {
    const own = [{ floor: '0', cap: null, rate: '0.01', amount: '0' }];
    const typed = withMember(
      withMember(ownTicket, ['instruments', 'BTCUSDT', 'takerFee'], '0'),
      ['instruments', 'BTCUSDT', 'tiers'],
      own,
    );
    const whole = completeInput(typed, {
      ...known,
      tables: { BTCUSDT: { ...brackets, old: true, unit: 'size' } },
    });
    expect(at(whole, 'takerFee')).toBe('0');
    expect(at(whole, 'tiers')).toBe(own);
    expect(at(whole, 'tierUnit')).toBeUndefined();
    expect(at(whole, 'tiersAssumed')).toBeUndefined();
  });

  it('takes the order price as the mark where none is typed, and never one that is no price', () => {
    const unmarked = withMember(ownTicket, ['instruments'], {});
    expect(at(completeInput(unmarked, known), 'markPrice')).toBe('60000');
    const wrong = withMember(unmarked, ['order', 'price'], 'x');
    expect(at(completeInput(wrong, known), 'markPrice')).toBeUndefined();
  });

  it.each(venueIds)('can be assessed on %s', (venue) => {
    const whole = completeInput(withMember(ownTicket, ['venue'], venue), {
      facts: venueFacts[venue],
      tables: {},
      preferences,
    });
    expect(checkInput(whole)).toMatchObject({ ok: true });
  });
});
