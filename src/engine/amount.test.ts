import { describe, expect, it } from 'vitest';
import { type DecimalString, decimal } from '../domain/decimal-string.ts';
import { unknown } from '../domain/known.ts';
import { amountAt, combine, figure, mergeUnknowns, missingInput, positiveAt, total } from './amount.ts';
import { parse, zero } from './decimal.ts';

const d = (text: string) => parse(decimal(text));
const broken = (field: string) => ({ known: false, why: 'unparsable', field, missing: [field] });

describe('an input', () => {
  it('is a number, missing, or no number at all', () => {
    expect(figure(amountAt('a', decimal('-1.50')))).toBe('-1.5');
    expect(amountAt('a', undefined)).toEqual({
      known: false,
      why: 'missing-input',
      field: 'a',
      missing: ['a'],
    });
    expect(amountAt('a', '1e3' as DecimalString)).toEqual(broken('a'));
  });

  it('that has to be above zero is nothing else', () => {
    expect(figure(positiveAt('a', decimal('0.1')))).toBe('0.1');
    for (const text of ['0', '-0.1']) expect(positiveAt('a', decimal(text))).toEqual(broken('a'));
    expect(positiveAt('a', undefined)).toEqual(missingInput('a'));
  });
});

describe('several unknowns become one', () => {
  const deep = unknown('undefined-ratio', 'ratio', ['b', 'c']);
  const shallow = unknown('hidden', 'd');

  it('with the reason and field of the first and what all of them miss, once each', () => {
    expect(mergeUnknowns([missingInput('b'), deep, shallow])).toEqual({
      known: false,
      why: 'missing-input',
      field: 'b',
      missing: ['b', 'c', 'd'],
    });
    expect(mergeUnknowns([shallow])).toEqual({ known: false, why: 'hidden', field: 'd', missing: ['d'] });
    expect(() => mergeUnknowns([])).toThrow(new RangeError('nothing is unknown'));
  });

  it('wherever they stand among what is computed from', () => {
    expect(combine([d('1'), 'word', d('2')], (a, _, b) => a.plus(b).toFixed())).toBe('3');
    expect(combine([d('1'), shallow, d('2'), missingInput('e')], () => 'nothing')).toEqual({
      known: false,
      why: 'hidden',
      field: 'd',
      missing: ['d', 'e'],
    });
  });

  it('and in a sum', () => {
    expect(figure(total(d('1'), [d('2'), d('0.5')]))).toBe('3.5');
    expect(figure(total(zero, []))).toBe('0');
    expect(total(zero, [d('1'), shallow, missingInput('e')])).toMatchObject({
      field: 'd',
      missing: ['d', 'e'],
    });
  });
});
