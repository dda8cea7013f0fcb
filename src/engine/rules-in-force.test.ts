import { describe, expect, it } from 'vitest';
import { baseRules } from '../venues/base-rules.ts';
import { ruleSetsInForce, rulesInForce } from './rules-in-force.ts';

describe('rules of the input', () => {
  it('win over those of the venue, member by member', () => {
    expect(rulesInForce(baseRules, undefined)).toBe(baseRules);
    expect(rulesInForce(baseRules, { triggerFee: 'taker' })).toEqual({ ...baseRules, triggerFee: 'taker' });
  });

  it("that say GMX count on the value at the entry with the closing fee, which no other venue's rules say", () => {
    expect(baseRules).toMatchObject({ maintenanceAt: 'liquidation', triggerFee: 'none' });
    expect(rulesInForce(baseRules, { model: 'gmx' })).toMatchObject({
      model: 'gmx',
      maintenanceAt: 'entry',
      triggerFee: 'taker',
    });
    expect(rulesInForce(baseRules, { model: 'gmx', maintenanceAt: 'mark' })).toMatchObject({
      maintenanceAt: 'mark',
      triggerFee: 'taker',
    });
    expect(rulesInForce(baseRules, { model: 'orderly' })).toEqual({ ...baseRules, model: 'orderly' });
  });

  it('stand alone: no figure is worked out under others beside them', () => {
    const generic = { ...baseRules, alsoUnder: [{ triggerFee: 'taker' as const }] };
    expect(ruleSetsInForce(generic, undefined)).toEqual([baseRules, { ...baseRules, triggerFee: 'taker' }]);
    expect(ruleSetsInForce(generic, { tierScheme: 'flat' })).toEqual([{ ...baseRules, tierScheme: 'flat' }]);
    expect(ruleSetsInForce(baseRules, undefined)).toEqual([baseRules]);
  });
});
