import whole from 'decimal.js';
import fc from 'fast-check';
import { build, type Rollup } from 'vite';
import { beforeAll, describe, expect, it } from 'vitest';
import { slimDecimal } from '../../tools/vite/slim-decimal.ts';

type Library = typeof whole;

const gone = ['sin', 'cos', 'tan', 'asin', 'acos', 'atan', 'sinh', 'cosh', 'tanh', 'asinh', 'acosh', 'atanh'];
const goneOfNumbers = [...gone, 'cbrt', 'toBinary', 'toOctal', 'toHex', 'toFraction'];
const goneOfLibrary = [...gone, 'cbrt', 'atan2', 'hypot', 'random', 'log2', 'log10'];

describe('the decimal library as it is shipped', () => {
  let shipped: Library;
  let code: string;

  beforeAll(async () => {
    const built = (await build({
      configFile: false,
      logLevel: 'error',
      plugins: [slimDecimal()],
      build: {
        write: false,
        minify: false,
        lib: { entry: 'node_modules/decimal.js/decimal.mjs', formats: ['es'] },
      },
    })) as Rollup.RollupOutput[];
    code = built[0]?.output[0].code ?? '';
    shipped = (await import(`data:text/javascript;base64,${Buffer.from(code).toString('base64')}`)).default;
  });

  it('has nothing of angles and other bases, nor what only they use', () => {
    for (const name of goneOfNumbers) expect(shipped.prototype, name).not.toHaveProperty(name);
    for (const name of goneOfLibrary) expect(shipped, name).not.toHaveProperty(name);
    expect(code).not.toMatch(/taylorSeries|toStringBinary/);
  });

  it('has all the rest, none of which asks for what is gone', () => {
    const left = Object.keys(whole.prototype).filter((name) => {
      const isGone = goneOfNumbers.some((each) => {
        const all = whole.prototype as unknown as Record<string, unknown>;
        return all[name] === all[each];
      });
      return !isGone;
    });
    expect(left.length).toBeGreaterThan(50);
    for (const name of left) expect(shipped.prototype, name).toHaveProperty(name);
    expect(code).not.toMatch(new RegExp(`\\.(?:${[...goneOfNumbers, ...goneOfLibrary].join('|')})\\(`));
  });

  it('comes to the same figures', () => {
    const number = fc
      .tuple(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), fc.integer({ min: -20, max: 20 }))
      .map(([digits, shift]) => `${digits}e${shift}`);
    fc.assert(
      fc.property(number, number, fc.integer({ min: 0, max: 12 }), (a, b, places) => {
        const sums = (Decimal: Library) => {
          Decimal.set({ precision: 40 });
          const [x, y] = [new Decimal(a), new Decimal(b)];
          const positive = x.abs().plus(1);
          return [
            x.plus(y),
            x.minus(y),
            x.times(y),
            x.div(y.abs().plus(1)),
            x.mod(y.abs().plus(1)),
            positive.sqrt(),
            positive.pow('0.8'),
            positive.ln(),
            Decimal.max(x, y),
            x.floor(),
            x.neg(),
          ].flatMap((value) => [
            value.toString(),
            value.toFixed(places),
            value.toSignificantDigits(9).toJSON(),
          ]);
        };
        expect(sums(shipped)).toEqual(sums(whole.clone()));
      }),
      { numRuns: 300 },
    );
  });
});
