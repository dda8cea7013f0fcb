import { describe, expect, it } from 'vitest';
import { decimal } from '../../domain/decimal-string.ts';
import type { ContractKind, MarginTier } from '../../domain/instrument.ts';
import { parse, plain } from '../decimal.ts';
import { fixedCurve, TieredCurve } from './maintenance-curve.ts';
import { solveTrigger } from './tiered.ts';

const d = (text: string) => parse(decimal(text));
const tiers = (...packed: string[]): MarginTier[] =>
  packed.map((row) => {
    const [floor = '0', cap = '-', rate = '0'] = row.split(' ');
    return { floor: decimal(floor), cap: cap === '-' ? null : decimal(cap), rate: decimal(rate) };
  });
const flat = new TieredCurve(tiers('0 1000 0.01', '1000 - 0.1'), 'flat');

/** One leg of 10 entered at 100 with so much collateral, asked from a mark. */
function solve(collateral: string, gains: boolean, mark: string, curve = flat) {
  const entered = d('1000');
  const base = gains ? d(collateral).minus(entered) : d(collateral).plus(entered);
  const leg = { gains, size: d('10'), curve, triggerFee: d('0') };
  const { alive, crossing } = solveTrigger(base, [leg], d(mark), 'linear');
  return [alive, typeof crossing === 'string' ? crossing : String(Number(crossing.at.toNumber().toFixed(6)))];
}

describe('a flat table jumps at its edges', () => {
  it('a short that meets the jump is liquidated at the edge itself', () => {
    // At 100 the value is 1,000: 10 asked below the edge, 100 above it, 50 there.
    expect(solve('50', false, '90')).toEqual([true, '100']);
  });

  it('a short that survives the jump is liquidated beyond it, in the upper bracket', () => {
    expect(solve('150', false, '90')).toEqual([true, '104.545455']);
  });

  it('a long in the lower bracket is liquidated there, although the upper bracket would ask for more', () => {
    expect(solve('50', true, '99')).toEqual([true, '95.959596']);
  });

  it('a long above the edge is liquidated on its way down through the upper bracket', () => {
    // 50 + 10 (P - 100) = P is met at 105.556 with the upper rate.
    expect(solve('50', true, '110')).toEqual([true, '105.555556']);
  });

  it('already dead: the point on the way back where it lives again', () => {
    expect(solve('50', true, '104')).toEqual([false, '105.555556']);
    expect(solve('50', false, '103')).toEqual([false, '100']);
  });
});

describe('edges of the answer', () => {
  it('none where the collateral covers the notional with room, and 0 where it just does', () => {
    expect(solve('1000', true, '100')[1]).toBe('0');
    expect(solve('1200', true, '100')[1]).toBe('none-to-zero');
  });

  it('none upwards where a rate of one or more takes all that the price gives', () => {
    expect(solve('-2000', true, '100', new TieredCurve(tiers('0 - 1'), 'deduction'))[1]).toBe(
      'none-to-infinity',
    );
  });

  it('the last bracket has no end, whatever its cap says', () => {
    const capped = new TieredCurve(tiers('0 500 0.01'), 'deduction');
    expect(solve('100', false, '100', capped)).toEqual([true, '108.910891']);
  });

  it('an amount follows from the edges where the table gives none', () => {
    const curve = new TieredCurve(tiers('0 1000 0.004', '1000 2000 0.005', '2000 - 0.01'), 'deduction');
    expect([0, 1, 2].map((index) => plain(curve.bracket(index)?.amount ?? d('-1')))).toEqual([
      '0',
      '1',
      '11',
    ]);
    expect(curve.bracket(3)).toBeUndefined();
  });
});

describe('legs that hedge each other', () => {
  const legs = (long: string, short: string) => [
    { gains: true, size: d(long), curve: fixedCurve(d('0.01'), d('0')), triggerFee: d('0') },
    { gains: false, size: d(short), curve: fixedCurve(d('0.01'), d('0')), triggerFee: d('0') },
  ];
  const at = (base: string, long: string, short: string, mark: string, kind: ContractKind = 'linear') => {
    const { crossing } = solveTrigger(d(base), legs(long, short), d(mark), kind);
    return typeof crossing === 'string' ? crossing : String(Number(crossing.at.toNumber().toFixed(6)));
  };

  it('net long: one price below the mark', () => {
    // 100 - 10 x 100 + 4 x 100 + 6 P - 0.14 P = 0
    expect(at('-500', '10', '4', '100')).toBe('85.324232');
  });

  it('perfectly hedged: maintenance grows with the price, so the way is up', () => {
    expect(at('30', '10', '10', '100')).toBe('150');
  });

  it('two ways: the one that the price has less far to', () => {
    const bent = new TieredCurve(tiers('0 1000 0', '1000 - 0.9'), 'deduction');
    const pair = [
      { gains: true, size: d('10'), curve: bent, triggerFee: d('0') },
      { gains: false, size: d('5'), curve: fixedCurve(d('0'), d('0')), triggerFee: d('0') },
    ];
    const solveAt = (mark: string) => {
      const { crossing } = solveTrigger(d('-400'), pair, d(mark), 'linear');
      return typeof crossing === 'string' ? crossing : plain(crossing.at);
    };
    // T = -400 + 5P up to 100, then 500 - 4P: alive between 80 and 125.
    expect(solveAt('90')).toBe('80');
    expect(solveAt('120')).toBe('125');
  });
});

describe('legs with brackets of their own', () => {
  const leg = (gains: boolean, size: string, ...packed: string[]) => ({
    gains,
    size: d(size),
    curve: new TieredCurve(tiers(...packed), 'flat'),
    triggerFee: d('0'),
  });
  type Legs = Parameters<typeof solveTrigger>[1];
  /** The same whichever leg comes first. */
  const at = (base: string, legs: Legs, mark: string, kind: ContractKind = 'linear') => {
    const answers = [legs, legs.toReversed()].map((each) => {
      const { alive, crossing } = solveTrigger(d(base), each, d(mark), kind);
      const where = typeof crossing === 'string' ? crossing : Number(crossing.at.toNumber().toFixed(6));
      return `${where}${alive ? '' : ' dead'}`;
    });
    expect(new Set(answers).size).toBe(1);
    return answers[0];
  };

  describe('10 long with an edge at 100, 5 short with an edge at 50', () => {
    const netLong = [
      leg(true, '10', '0 1000 0.01', '1000 - 0.1'),
      leg(false, '5', '0 250 0.01', '250 - 0.05'),
    ];

    it.each([
      // Slopes 10 - 1 - 5 - 0.25 above 100, 10 - 0.1 - 5.25 above 50, 10 - 0.1 - 5.05 below.
      ['-400', '106.666667'],
      ['-370', '79.569892'],
      ['-200', '41.237113'],
      ['0', '0'],
      ['10', 'none-to-zero'],
      ['-600', '160 dead'],
    ])('from 120 with %s: %s', (base, where) => {
      expect(at(base, netLong, '120')).toBe(where);
    });

    it('dead in the middle bracket lives again in it', () => {
      expect(at('-300', netLong, '60')).toBe('64.516129 dead');
    });
  });

  describe('10 short with an edge at 100, 5 long with an edge at 50', () => {
    const netShort = [
      leg(false, '10', '0 1000 0.01', '1000 - 0.1'),
      leg(true, '5', '0 250 0.01', '250 - 0.05'),
    ];

    it.each([
      // Slopes -5.15 below 50, -5.35 below 100, -6.25 above; at an edge more is asked at once.
      ['230', '44.660194'],
      ['260', '50'],
      ['300', '56.074766'],
      ['535', '100'],
      ['600', '100'],
      ['700', '112'],
      ['100', '19.417476 dead'],
    ])('from 40 with %s: %s', (base, where) => {
      expect(at(base, netShort, '40')).toBe(where);
    });
  });

  it('both edges at one price are passed at once', () => {
    const same = [leg(true, '10', '0 1000 0.01', '1000 - 0.1'), leg(false, '5', '0 500 0.01', '500 - 0.05')];
    // 370 / (10 - 0.1 - 5 - 0.05).
    expect(at('-370', same, '120')).toBe('76.28866');
  });

  it('the other way counts where the first has no end', () => {
    // 90 + 10 x (1 - 0.1) - 9 x (1 + 0.1): nothing below, 100 above.
    expect(at('90', [leg(true, '10', '0 - 0.1'), leg(false, '9', '0 - 0.1')], '50')).toBe('100');
    // Rates that eat more than the price gives: dead for ever.
    expect(at('-10', [leg(true, '10', '0 - 0.6'), leg(false, '5', '0 - 0.6')], '50')).toBe(
      'none-to-infinity dead',
    );
  });

  it('of two ends the sooner one by the price, which for an inverse contract is 1 / x', () => {
    const bent = new TieredCurve(tiers('0 1000 0', '1000 - 0.9'), 'deduction');
    const pair = [
      { gains: true, size: d('10'), curve: bent, triggerFee: d('0') },
      { gains: false, size: d('5'), curve: fixedCurve(d('0'), d('0')), triggerFee: d('0') },
    ];
    // Alive from 80 to 125. From 100: 20 against 25, but 1/80 - 1/100 = 0.0025 against 1/100 - 1/125 = 0.002.
    expect(at('-400', pair, '100')).toBe('80');
    expect(at('-400', pair, '100', 'inverse')).toBe('125');
    // Past the farther end the way back is down, although the legs are net long.
    expect(at('-400', pair, '130')).toBe('125 dead');
    expect(at('-400', pair, '70')).toBe('80 dead');
  });
});
