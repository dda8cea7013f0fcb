import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvText } from './csv.ts';

/** RFC 4180 read back, written for this test alone. */
function parsed(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    let cell = '';
    if (text[at] === '"') {
      at += 1;
      for (;;) {
        if (text[at] === '"' && text[at + 1] === '"') {
          cell += '"';
          at += 2;
        } else if (text[at] === '"') {
          at += 1;
          break;
        } else {
          cell += text[at];
          at += 1;
        }
      }
    } else {
      while (at < text.length && text[at] !== ',' && text[at] !== '\r') {
        cell += text[at];
        at += 1;
      }
    }
    row.push(cell);
    if (text[at] === ',') at += 1;
    else {
      at += 2;
      rows.push(row);
      row = [];
    }
  }
  return rows;
}

describe('comma-separated text', () => {
  it('quotes what needs it, and nothing else', () => {
    expect(csvText([['a', 'b,c', 'd"e', 'f\ng', '', ' h']])).toBe('a,"b,c","d""e","f\ng",," h"\r\n');
  });

  it.each([
    ['=1+1', "'=1+1"],
    ['+cmd', "'+cmd"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['-2+3', "'-2+3"],
    ['-2.5', '-2.5'],
    ['1e5', '1e5'],
    ['  =HYPERLINK("x")', '"\'  =HYPERLINK(""x"")"'],
    ['＝1', "'＝1"],
    ['\t=1', "'\t=1"],
    ['%0A', "'%0A"],
    ['BTC-USDT', 'BTC-USDT'],
  ])('%j becomes %j', (cell, text) => {
    expect(csvText([[cell]])).toBe(`${text}\r\n`);
  });

  it('comes back as it went in, but for the apostrophe, and no cell begins a formula', () => {
    const cell = fc.string({
      unit: fc.constantFrom('=', '+', '-', '@', '"', ',', '\n', '\r', '\t', ' ', 'a', '1'),
    });
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 4 }), (rows) => {
        const back = parsed(csvText(rows));
        expect(back.map((row) => row.map((each) => each.replace(/^'/, '')))).toEqual(rows);
        for (const each of back.flat()) expect(/^\s*[=+@]/.test(each)).toBe(false);
      }),
    );
  });
});
