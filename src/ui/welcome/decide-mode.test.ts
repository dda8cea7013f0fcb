import { expect, it } from 'vitest';
import { type Answers, decideMode } from './decide-mode.ts';

const left: Answers = { DT1: false, DT2: true, DT3: false, DT4: true, DT5: false };
const isolated = (because: string) => ({ kind: 'mode', mode: 'isolated', because });

/** Facts, decision tree DT-1 to DT-5: four ways to isolated, one to cross. */
it.each<[string, Answers, unknown]>([
  ['begins with the trader’s past', {}, { kind: 'ask', branch: 'DT1' }],
  ['new or liquidated before', { DT1: true }, isolated('DT1')],
  ['then asks for maintenance margin', { DT1: false }, { kind: 'ask', branch: 'DT2' }],
  ['cannot explain it', { DT1: false, DT2: false }, isolated('DT2')],
  ['positions that are no hedge', { DT1: false, DT2: true, DT3: true }, isolated('DT3')],
  ['no hedge at all', { ...left, DT4: false }, isolated('DT4')],
  [
    'a hedge, and the cash is asked for',
    { DT1: false, DT2: true, DT3: false, DT4: true },
    { kind: 'ask', branch: 'DT5' },
  ],
  ['extra cash just in case', { ...left, DT5: true }, isolated('DT5')],
  ['a deliberate, watched hedge', left, { kind: 'mode', mode: 'cross', because: 'DT4' }],
])('%s', (_what, answers, expected) => {
  expect(decideMode(answers)).toEqual(expected);
});
