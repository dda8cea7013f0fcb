import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import amounts from '../../test/golden/amounts.json' with { type: 'json' };
import cases from '../../test/golden/cases.json' with { type: 'json' };
import disagreements from '../../test/golden/disagreements.json' with { type: 'json' };
import examples from '../../test/golden/examples.json' with { type: 'json' };
import liquidations from '../../test/golden/margin-rules.json' with { type: 'json' };
import vectors from '../../test/golden/vectors.json' with { type: 'json' };
import { describeWhere } from '../../test/support/where.ts';

/** Whether a golden row stands for every worked example and recorded position of the collected facts. */

const facts = join(import.meta.dirname, '../../../shared/facts');
const isThere = existsSync(facts);
const folder = join(import.meta.dirname, '../../test/golden');

/** Of other products, of inputs the engine does not have, or with models that have tests of their own. */
const elsewhere: Readonly<Record<string, string>> = {
  BX1: 'docs/disagreements.md',
  HL1: 'one row for each position',
};
/** Deribit's and GMX's examples stand beside their models. */
const withTheirModel = /^(DB|GX)/;

const ids = new Set([examples, liquidations, amounts, disagreements].flat().map(({ id }) => id));

/** BN5a-d is BN5a, BN5b, BN5c and BN5d; GX1-4 likewise. */
function spelledOut(id: string): string[] {
  const [, stem = '', from, to] = /^([A-Z]+\d*)([a-z])-([a-z])$/.exec(id) ?? [];
  if (from === undefined || to === undefined) return [id];
  const [first, last] = [from.charCodeAt(0), to.charCodeAt(0)];
  return Array.from({ length: last - first + 1 }, (_, step) => stem + String.fromCharCode(first + step));
}

/** A row stands for an example when its id is the example's, whatever it says after it (`BY11 long`, `BY2a`). */
function standsFor(example: string): boolean {
  if (ids.has(example)) return true;
  return [...ids].some((id) => id.startsWith(example) && !/^[0-9-]/.test(id.slice(example.length)));
}

describeWhere(isThere, 'the collected facts (left out without them)', () => {
  it('every worked example has a row', () => {
    const text = readFileSync(join(facts, 'margin-rules.md'), 'utf8');
    const rows = [...text.matchAll(/^\| ([A-Z]{2}(?:\d|-D)[\w.-]*)(?: \(v1\))? \|/gm)].map(
      ([, id = '']) => id,
    );
    const named = rows.flatMap(spelledOut).filter((id) => !withTheirModel.test(id));
    expect(named.length).toBeGreaterThan(100);
    expect(named.filter((id) => elsewhere[id] === undefined && !standsFor(id))).toEqual([]);
  });

  it('every recorded position has a row with every figure that follows, or is on the list of why not', () => {
    const list = readFileSync(join(folder, '../../docs/disagreements.md'), 'utf8');
    const there = new Map(vectors.map((row) => [row.id, Object.keys(row.expect).length]));
    const collected = JSON.parse(readFileSync(join(facts, 'vectors.json'), 'utf8')) as readonly {
      readonly id: string;
      readonly derivable: boolean;
      readonly check?: object;
    }[];
    for (const { id, derivable, check } of collected) {
      const figures = Object.keys(check ?? {}).length;
      if (derivable && there.get(id) === figures) continue;
      const byOtherId = disagreements.some((row) => row.id === id) || aliases[id] !== undefined;
      expect(byOtherId || list.includes(id), `${id} is neither a row nor on the list`).toBe(true);
    }
  });

  it('every case in the form of the contract has a row', () => {
    const collected = JSON.parse(readFileSync(join(facts, 'cases.json'), 'utf8')) as unknown;
    const names = (Array.isArray(collected) ? collected : Object.values(collected as object)[0]) as {
      readonly id: string;
    }[];
    expect(cases.map(({ id }) => id).sort()).toEqual(names.map(({ id }) => id).sort());
  });
});

/** Positions that are a worked example too and disagree under its id. */
const aliases: Readonly<Record<string, string>> = {
  'gate-inverse-btc-liquidation': 'GT2',
  'kucoin-help-cross-btc': 'KC4 BTC',
  'bingx-iso-bnb-short': 'BX3',
  'okx-linear-btc-grid-1': 'OKX grid 1',
  'okx-linear-btc-grid-2': 'OKX grid 2',
};

it('no id is given twice', () => {
  const all = [examples, amounts, disagreements, vectors].map((rows) => rows.map(({ id }) => id));
  for (const list of all) expect(list.filter((id, at) => list.indexOf(id) !== at)).toEqual([]);
});
