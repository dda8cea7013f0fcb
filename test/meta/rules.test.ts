import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import catalogue from '../../_locales/en/messages.json' with { type: 'json' };
import { decimal, multiplyDecimals } from '../../src/domain/decimal-string.ts';
import { bandMeasure } from '../../src/domain/settings.ts';
import { rules } from '../../src/rules/index.ts';

/** Files in the room that are no rule. */
const machinery = [
  'against-position.ts',
  'band-of.ts',
  'checklist.ts',
  'evaluate.ts',
  'exposure-with.ts',
  'index.ts',
  'is-due.ts',
  'isolate-or-move.ts',
  'lower-leverage.ts',
  'material-share.ts',
  'offered-remedy.ts',
  'pool-figures.ts',
  'rule.ts',
  'snoozes.ts',
  'usual-rates.ts',
];

describe('every rule', () => {
  it('has one file of its own name, and every file is listed', () => {
    const files = readdirSync(new URL('../../src/rules/', import.meta.url))
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && !machinery.includes(name))
      .map((name) => name.replace(/\.ts$/, ''));
    expect(rules.map(({ id }) => id).sort()).toEqual(files.sort());
  });

  it.each(rules.map((rule) => [rule.id, rule] as const))('%s has a title and bands in order', (_id, rule) => {
    expect(catalogue[rule.title].message.length).toBeGreaterThan(3);
    const starts = (['notice', 'warning', 'danger'] as const).flatMap((level) => {
      const start = rule.bands[level];
      const { unit, worse } = bandMeasure(rule, level);
      return start === undefined
        ? []
        : [{ unit, start: Number(multiplyDecimals(start, decimal(worse === 'higher' ? '1' : '-1'))) }];
    });
    for (const measured of new Set(starts.map(({ unit }) => unit))) {
      const own = starts.filter(({ unit }) => unit === measured).map(({ start }) => start);
      expect(own).toEqual([...own].sort((a, b) => a - b));
      expect(new Set(own).size).toBe(own.length);
    }
  });
});
