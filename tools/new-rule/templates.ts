import type { BandMeasure } from '../../src/domain/settings.ts';

export interface NewRule extends BandMeasure {
  readonly id: string;
  readonly title: string;
}

type Unit = BandMeasure['unit'];

/** Starts to be put right, mild first where more is worse. */
const starts: Readonly<Record<Exclude<Unit, 'state'>, readonly [string, string]>> = {
  fraction: ['0.05', '0.1'],
  multiple: ['2', '5'],
  leverage: ['20', '50'],
  days: ['3', '7'],
  count: ['1', '2'],
  times: ['1', '3'],
};

/** How the measure is written for people; a plain number by `times`. */
function written(unit: Unit): string {
  return unit === 'fraction' ? 'percent' : 'times';
}

function startsOf({ unit, worse }: NewRule): { readonly notice: string; readonly warning: string } {
  const [low, high] = unit === 'state' ? ['0', '0'] : starts[unit];
  return worse === 'higher' ? { notice: low, warning: high } : { notice: high, warning: low };
}

/** The rule's name in code: `stop-wrong-side` is `stopWrongSide`. */
export function variable({ id }: NewRule): string {
  return id.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}

/** The prefix of its messages: `rule_stop_wrong_side`. */
export function messagePrefix({ id }: NewRule): string {
  return `rule_${id.replaceAll('-', '_')}`;
}

export function messagesOf(rule: NewRule): Readonly<Record<string, { readonly message: string }>> {
  const prefix = messagePrefix(rule);
  return {
    [`${prefix}_title`]: { message: rule.title },
    [`${prefix}_message`]: {
      message: rule.unit === 'state' ? `${rule.title}.` : `${rule.title}: $1, from $2.`,
    },
  };
}

/** Its row in the table of `index.test.ts`. */
export function tableRow(rule: NewRule): string {
  const { notice, warning } = startsOf(rule);
  const bands = rule.unit === 'state' ? '{}' : `{ notice: '${notice}', warning: '${warning}' }`;
  return `  ['${rule.id}', '${rule.unit}', '${rule.worse}', ${bands}],`;
}

export function ruleFile(rule: NewRule): string {
  return rule.unit === 'state' ? stateFile(rule) : measuredFile(rule);
}

function stateFile(rule: NewRule): string {
  const prefix = messagePrefix(rule);
  return `import { clear, couldNotRun, finding, notApplicable, type Rule, type RuleContext } from './rule.ts';

/** Whether it is so; \`'unknown'\` where the page or the engine does not tell, \`null\` where the question does not arise. */
function isSo(_context: RuleContext): boolean | 'unknown' | null {
  return null;
}

/** ${rule.title}. */
export const ${variable(rule)}: Rule = {
  id: '${rule.id}',
  title: '${prefix}_title',
  unit: 'state',
  worse: 'higher',
  bands: {},
  run: (context) => {
    const state = isSo(context);
    if (state === null) return notApplicable;
    if (state === 'unknown') return couldNotRun;
    if (!state) return clear;
    return finding({
      level: 'notice',
      field: 'losses',
      value: 'true',
      threshold: '',
      message: context.translate('${prefix}_message'),
    });
  },
};
`;
}

function measuredFile(rule: NewRule): string {
  const prefix = messagePrefix(rule);
  const { notice, warning } = startsOf(rule);
  const format = written(rule.unit);
  return `import { decimal } from '../domain/decimal-string.ts';
import type { Figure } from '../domain/exposure.ts';
import { isUnknown } from '../domain/known.ts';
import { bandOf } from './band-of.ts';
import { clear, couldNotRun, finding, notApplicable, type Rule, type RuleContext } from './rule.ts';

/** What is measured; an unknown figure as it is, \`null\` where there is nothing to measure. */
function measure(_context: RuleContext): Figure | null {
  return null;
}

/** ${rule.title}. */
export const ${variable(rule)}: Rule = {
  id: '${rule.id}',
  title: '${prefix}_title',
  unit: '${rule.unit}',
  worse: '${rule.worse}',
  bands: { notice: decimal('${notice}'), warning: decimal('${warning}') },
  run: (context, bands) => {
    const value = measure(context);
    if (value === null) return notApplicable;
    if (isUnknown(value)) return couldNotRun;
    const met = bandOf(value, bands, '${rule.worse}');
    if (met === undefined) return clear;
    const { translate, figures } = context;
    return finding({
      level: met.level,
      field: 'losses',
      value,
      threshold: met.threshold,
      message: translate('${prefix}_message', figures.${format}(value), figures.${format}(met.threshold)),
    });
  },
};
`;
}

export function testFile(rule: NewRule): string {
  const name = variable(rule);
  return `import { expect, it } from 'vitest';
import { found, runRule } from '../../test/support/run-rule.ts';
import { ${name} } from './${rule.id}.ts';

/** Expected by hand, from a source that is named: each edge of each band, both modes, and every input unknown in turn. */
it('has nothing to say where there is nothing to measure', () => {
  expect(runRule(${name})).toEqual({ kind: 'not-applicable' });
  expect(found(${name})).toBeUndefined();
});
`;
}
