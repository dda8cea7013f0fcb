import { describe, expect, it } from 'vitest';
import catalogue from '../../../_locales/en/messages.json';
import { assessments, type ScenarioName } from '../../../test/visual/scenarios/assessments.ts';
import type { Finding } from '../../domain/verdict.ts';
import { translatorFrom } from '../../messages/translator-from.ts';
import { leadSentence, worstFinding } from './lead-sentence.ts';
import { wordingFor } from './wording.ts';

const wording = wordingFor(translatorFrom(catalogue), 'en-US', 'USDT');
const lead = (name: ScenarioName) => leadSentence(assessments[name], wording);

describe('the leading sentence', () => {
  it('is about the money of the worst finding', () => {
    expect(lead('danger')).toBe('$1,700 of idle money stands behind this trade');
    expect(lead('warning')).toBe('This order can lose $640, because it is on cross');
    expect(lead('ok')).toBe('This order can lose $303');
  });

  it('says a lower bound as one', () => {
    expect(lead('atLeast')).toBe('At least $1,700 of idle money stands behind this trade');
  });

  it('never prints a dash for money: it says what was not read', () => {
    expect(lead('unknownMode')).toContain('margin mode could not be read');
    expect(lead('unknownWallet')).toContain('how much that is could not be read');
  });

  it('takes danger before unknown before warning, then the stricter hold', () => {
    const finding = (id: string, level: Finding['level'], hold: Finding['hold']): Finding => ({
      id,
      level,
      hold,
      field: '',
      value: '',
      threshold: '',
      message: '',
    });
    const worst = (...all: Finding[]) => worstFinding(all)?.id;
    expect(worst(finding('a', 'warning', 'acknowledge'), finding('b', 'unknown', 'none'))).toBe('b');
    expect(worst(finding('a', 'unknown', 'acknowledge'), finding('b', 'danger', 'none'))).toBe('b');
    expect(worst(finding('a', 'danger', 'none'), finding('b', 'danger', 'type-amount'))).toBe('b');
    expect(worst()).toBeUndefined();
  });
});
