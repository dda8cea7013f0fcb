import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { decimal } from '../../src/domain/decimal-string.ts';
import { isOrderExposure } from '../../src/domain/exposure.ts';
import type { Order } from '../../src/domain/order.ts';
import { assess } from '../../src/engine/assess.ts';
import { evaluate } from '../../src/rules/evaluate.ts';
import { baseRules } from '../../src/venues/base-rules.ts';
import { contract, order, position, sceneInput } from '../support/engine-input.ts';
import { ruleContext } from '../support/rule-context.ts';
import { describeWhere } from '../support/where.ts';

/** What the source documents' examples say of levels: engine and rules together. */

function verdict(scene: Omit<Parameters<typeof sceneInput>[0], 'order'>, ticket: Order) {
  const input = sceneInput({ ...scene, order: ticket });
  const exposure = assess(input, baseRules);
  if (!isOrderExposure(exposure)) throw new Error('there is an order');
  return evaluate(ruleContext({ input, order: ticket, exposure }));
}

const finding = (judged: ReturnType<typeof verdict>, id: string) =>
  judged.findings.find((each) => each.id === id);

describe('levels of the source examples', () => {
  it('EX-1a: isolated with auto-add is no longer capped, and said to be so', () => {
    const ticket = order('BTC', 'long', '10', 'isolated', { margin: decimal('100') });
    const capped = verdict({ balance: '1000' }, ticket);
    expect(finding(capped, 'cross-idle-exposed')).toBeUndefined();
    expect(finding(capped, 'exposed-beyond-plan')).toBeUndefined();
    const added = verdict({ balance: '1000' }, { ...ticket, autoAddMargin: true });
    expect(finding(added, 'cross-idle-exposed')).toBeDefined();
    expect(['warning', 'danger']).toContain(added.level);
  });

  it('EX-2f: after the fall of 8 % isolated is near its liquidation, cross is not but has idle money behind it', () => {
    const markPrice = decimal('92');
    const scene = (marginMode: 'cross' | 'isolated') => ({
      balance: marginMode === 'cross' ? '2000' : '1800',
      instruments: { BTC: contract({ markPrice }) },
      positions: [
        position('BTC', 'long', '20', marginMode, {
          markPrice,
          ...(marginMode === 'isolated' ? { margin: decimal('200') } : {}),
        }),
      ],
    });
    const more = (marginMode: 'cross' | 'isolated') =>
      verdict(scene(marginMode), order('BTC', 'long', '0.01', marginMode, { price: markPrice }));
    expect(['warning', 'danger']).toContain(finding(more('isolated'), 'liquidation-near')?.level);
    expect(finding(more('isolated'), 'cross-idle-exposed')).toBeUndefined();
    expect(finding(more('cross'), 'liquidation-near')).toBeUndefined();
    expect(finding(more('cross'), 'cross-idle-exposed')).toBeDefined();
  });
});

const requirements = fileURLToPath(new URL('../../../shared/facts/seeds.md', import.meta.url));

describeWhere(existsSync(requirements), 'the collected requirements (left out without them)', () => {
  it('every example has a test that names it', () => {
    const files = ['seeds', 'seed-vectors'].map((name) => `../../src/engine/${name}.test.ts`);
    const tests = [...files, './source-examples.test.ts']
      .map((file) => readFileSync(fileURLToPath(new URL(file, import.meta.url)), 'utf8'))
      .join('\n');
    const named = [...readFileSync(requirements, 'utf8').matchAll(/^\| (EX-\d+[a-g]?|V-\d) /gm)].map(
      ([, id = '']) => id,
    );
    expect(named).toHaveLength(27);
    expect(named.filter((id) => !tests.includes(`'${id}`) && !tests.includes(`${id}:`))).toEqual([]);
  });
});
