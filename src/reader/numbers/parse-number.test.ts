import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimal } from '../../domain/decimal-string.ts';
import { markByNearness, type NumberContext, parseNumber } from './parse-number.ts';

const read = (text: string, context: NumberContext = {}) => {
  const parsed = parseNumber(text, context);
  return parsed.kind === 'number' ? `${parsed.value}${parsed.unit && ` ${parsed.unit}`}` : parsed.why;
};

describe('parseNumber', () => {
  it.each([
    ['63,250.5', '63250.5'],
    ['1.234,5', '1234.5'],
    ['1 234 567,89', '1234567.89'],
    ['1\u00a0234,5', '1234.5'],
    ['1\u202f234,5', '1234.5'],
    ["12'345.60", '12345.60'],
    ['12’345.60', '12345.60'],
    ['1,00,000.00', '100000.00'],
    ['0.125', '0.125'],
    ['0,125', '0.125'],
    ['1,234,567', '1234567'],
    ['3,424.90', '3424.90'],
    ['12345', '12345'],
    ['.5', '0.5'],
    ['-3.5', '-3.5'],
    ['−3.5', '-3.5'],
    ['+1,283.02', '1283.02'],
    ['-0.00', '0.00'],
    ['１２３．５', '123.5'],
    ['١٬٢٣٤٫٥', '1234.5'],
    ['۱۲۳٫۴', '123.4'],
    ['\u200e-5.25', '-5.25'],
    ['≈ $71,434.56', '71434.56 $'],
    ['$\u200a63000', '63000 $'],
    ['₮71,451.0', '71451.0 ₮'],
    ['71,793.2 USDT', '71793.2 USDT'],
    ['11,279.72USDC', '11279.72 USDC'],
    ['0.001BTC', '0.001 BTC'],
    ['5 1000BONK', '5 1000BONK'],
    ['25 kPEPE', '25 kPEPE'],
    ['2.37B', '2370000000'],
    ['12.4K', '12400'],
    ['277.13M', '277130000'],
    ['1.5万', '15000'],
    ['3.2億', '320000000'],
    ['1.5万 USDT', '15000 USDT'],
    ['10.00x', '10.00 x'],
    ['20X', '20 x'],
    ['10×', '10 x'],
    ['0.06%', '0.06 %'],
    ['25％', '25 %'],
    ['−5.4\u00a0%', '-5.4 %'],
    ['10\nx', '10 x'],
    ['$\n64,151.3', '64151.3 $'],
  ])('reads %j as %j', (text, value) => {
    expect(read(text)).toBe(value);
  });

  it.each(['--', '—', '-- USDT', '--%', '- -', '$--', '…', 'N/A', '–\nUSDC'])(
    'takes %j for a placeholder',
    (text) => {
      expect(read(text)).toBe('placeholder');
    },
  );

  it.each(['', '  ', '\u00a0', '\u200b'])('takes %j for empty', (text) => {
    expect(read(text)).toBe('empty');
  });

  it.each([
    '5x5x',
    '1.2.3',
    '1,2,3',
    '12,34,5',
    '1.234.5678',
    '0.01% / 4h 21m 11s',
    '537.82(34.69%)',
    '10²',
    '1½',
    '①',
    '1e5',
    '5–10',
    '5-10',
    '(5.00)',
    '12.4 thousand',
    'Max 1.72',
    '64,\n151',
    '64\n151',
    '64,',
    '--5',
    '1 2 3',
    '12:30',
    '#12',
    '5 btc or so',
    '9'.repeat(200),
  ])('gives no number for %j', (text) => {
    expect(read(text)).toBe('unparsable');
  });

  it('does not choose between two readings without evidence', () => {
    expect(read('1.234')).toBe('unparsable');
    expect(read('63,250')).toBe('unparsable');
  });

  it('chooses by the decimal mark, the mark price or the step', () => {
    expect(read('1.234', { decimal: '.' })).toBe('1.234');
    expect(read('1.234', { decimal: ',' })).toBe('1234');
    expect(read('63,250', { near: decimal('64151.1') })).toBe('63250');
    expect(read('1.234', { near: decimal('1.3') })).toBe('1.234');
    expect(read('1.234', { step: '1' })).toBe('1234');
    expect(read('1.234', { step: '0.001' })).toBe('unparsable');
  });

  it('gives nothing where the evidence contradicts the text', () => {
    expect(read('1,5', { decimal: '.' })).toBe('unparsable');
    expect(read('1.234', { decimal: '.', near: decimal('1300') })).toBe('unparsable');
    expect(read('1.234', { near: decimal('90000000') })).toBe('unparsable');
  });

  it('keeps a limit price far from the mark when its text is clear', () => {
    expect(read('1.5', { near: decimal('64000') })).toBe('1.5');
  });

  it('reads a number that is still being typed only in an input', () => {
    expect(read('5.', { typed: true })).toBe('5');
    expect(read('5.')).toBe('unparsable');
  });

  it('parts a unit that begins with digits when the unit is known', () => {
    expect(read('0.51000BONK', { units: ['1000BONK'] })).toBe('0.5 1000BONK');
    expect(read('12 Cont.', { isUnit: (word) => word === 'Cont.' })).toBe('12 Cont.');
    expect(read('12张', { isUnit: (word) => word === '张' })).toBe('12 张');
  });
});

interface Format {
  readonly group: string;
  readonly decimal: string;
  readonly digits?: string;
}

const formats: readonly Format[] = [
  { group: ',', decimal: '.' },
  { group: '.', decimal: ',' },
  { group: ' ', decimal: ',' },
  { group: '\u00a0', decimal: ',' },
  { group: '\u202f', decimal: ',' },
  { group: "'", decimal: '.' },
  { group: '’', decimal: '.' },
  { group: '٬', decimal: '٫', digits: '٠١٢٣٤٥٦٧٨٩' },
  { group: '٬', decimal: '٫', digits: '۰۱۲۳۴۵۶۷۸۹' },
  { group: ',', decimal: '.', digits: '０１２３４５６７８９' },
];

function format(value: string, { group, decimal: mark, digits }: Format): string {
  const [whole = '', fraction] = value.replace('-', '').split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group);
  const text = (value.startsWith('-') ? '−' : '') + grouped + (fraction === undefined ? '' : mark + fraction);
  return digits === undefined ? text : text.replace(/\d/g, (digit) => digits[Number(digit)] ?? digit);
}

const decimals = fc
  .tuple(fc.boolean(), fc.bigInt({ min: 0n, max: 10n ** 12n }), fc.option(fc.stringMatching(/^\d{1,8}$/)))
  .map(([minus, whole, fraction]) => {
    const magnitude = whole.toString() + (fraction === null ? '' : `.${fraction}`);
    return minus && /[1-9]/.test(magnitude) ? `-${magnitude}` : magnitude;
  });

describe('parseNumber, properties', () => {
  it('reads back what a format wrote, in every format', () => {
    fc.assert(
      fc.property(decimals, fc.constantFrom(...formats), (value, shape) => {
        const mark = shape.decimal === '٫' ? undefined : (shape.decimal as '.' | ',');
        expect(read(format(value, shape), { decimal: mark })).toBe(value);
      }),
      { numRuns: 2000 },
    );
  });

  it('without evidence reads it back or says nothing, never another number', () => {
    fc.assert(
      fc.property(decimals, fc.constantFrom(...formats), (value, shape) => {
        expect([value, 'unparsable']).toContain(read(format(value, shape)));
      }),
      { numRuns: 2000 },
    );
  });

  it('never throws, and what it gives is a decimal string', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.string({ unit: fc.constantFrom(..."0123456789.,' \u00a0-−+$%xKMB万USDT٫٬٣\n≈("), maxLength: 20 }),
    );
    fc.assert(
      fc.property(text, fc.record({ typed: fc.boolean() }), (input, context) => {
        const parsed = parseNumber(input, context);
        if (parsed.kind === 'number') expect(parsed.value).toMatch(/^-?\d+(\.\d+)?$/);
      }),
      { numRuns: 10_000 },
    );
  });

  it('gives no number for a number with a word left over', () => {
    const word = fc.stringMatching(/^[a-z]{3,10}$/);
    fc.assert(
      fc.property(decimals, word, fc.boolean(), (value, left, before) => {
        fc.pre(left !== 'nan');
        expect(read(before ? `${left} ${value}` : `${value} ${left}`)).toBe('unparsable');
      }),
    );
  });
});

describe('the decimal mark a price near the market shows', () => {
  it.each([
    ['63.250', '64151.1', ','],
    ['63,250', '64151.1', '.'],
    ['1.250', '1.3', '.'],
    ['1.250', '40', undefined],
    ['63.25', '64', undefined],
    ['62,500.5', '64151', undefined],
    ['', '64151', undefined],
  ] as const)('of %s near %s is %s', (text, near, mark) => {
    expect(markByNearness(text, decimal(near))).toBe(mark);
  });
});
