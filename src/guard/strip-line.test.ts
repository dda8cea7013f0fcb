import { describe, expect, it } from 'vitest';
import catalogue from '../../_locales/en/messages.json';
import { fakeReading } from '../../test/guard/fake-ticket.ts';
import { assessments } from '../../test/visual/scenarios/assessments.ts';
import { translatorFrom } from '../messages/translator-from.ts';
import { wordingFor } from '../ui/kit/wording.ts';
import { stripLine } from './strip-line.tsx';

const wording = wordingFor(translatorFrom(catalogue), 'en-US', 'USDT');

describe('the end of the line', () => {
  const { exposure, verdict } = assessments.notice;
  const end = (couldNotRun: readonly string[]) => {
    const assessed = {
      exposure,
      verdict: { ...verdict, findings: [...verdict.findings, ...verdict.findings], couldNotRun },
    };
    const state = {
      kind: 'checked' as const,
      reading: fakeReading(),
      side: 'long' as const,
      isSideOpen: false,
    };
    return stripLine({ ...state, assessed }, wording).rest?.at(-1);
  };

  it('counts checks that could not run, and one is one check', () => {
    expect(end(['liquidation-near', 'no-stop-loss'])).toBe('2 checks could not run');
    expect(end(['liquidation-near'])).toBe('1 check could not run');
    expect(end([])).toBe('2 notices');
  });
});
