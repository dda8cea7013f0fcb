import { describe, expect, it } from 'vitest';
import catalogue from '../../../_locales/en/messages.json';
import { assessments, type ScenarioName } from '../../../test/visual/scenarios/assessments.ts';
import type { OrderExposure } from '../../domain/exposure.ts';
import { unknown } from '../../domain/known.ts';
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

  it('names the way that the finding measured, and none where it is due', () => {
    const { exposure, verdict } = assessments.danger;
    const near = (value: string): Finding => ({
      id: 'liquidation-near',
      level: 'danger',
      field: 'liquidation',
      value,
      threshold: '0.03',
      message: '',
      hold: 'acknowledge',
    });
    const said = (value: string) =>
      leadSentence({ exposure, verdict: { ...verdict, findings: [near(value)] } }, wording);
    expect(said('0.0287655')).toBe('A move of 2.8% is enough to liquidate this order and can take $2,000');
    expect(said('0')).toBe('This order can be liquidated at once, and that can take $2,000');
  });

  it('says a lower bound as one of what is exposed beyond the plan too', () => {
    const { exposure, verdict } = assessments.atLeast;
    const beyond: Finding = {
      id: 'exposed-beyond-plan',
      level: 'danger',
      field: 'plannedVersusExposed',
      value: '6.6',
      threshold: '6',
      message: '',
      hold: 'type-amount',
    };
    expect(leadSentence({ exposure, verdict: { ...verdict, findings: [beyond] } }, wording)).toMatch(
      /^You planned to risk \$[\d,.]+; this order can take at least \$2,000$/,
    );
  });

  it('never prints a dash for money: it says what was not read', () => {
    expect(lead('unknownMode')).toContain('margin mode could not be read');
    expect(lead('unknownWallet')).toContain('how much that is could not be read');
  });

  it('does not say that the wallet was not read where the size was not', () => {
    const { exposure, verdict } = assessments.unknownWallet;
    const worst = unknown('missing-input', 'order.size', ['order.size']);
    const { losses } = exposure as OrderExposure;
    const sizeless = { ...exposure, losses: { ...losses, worst } } as OrderExposure;
    expect(leadSentence({ exposure: sizeless, verdict: { ...verdict, findings: [] } }, wording)).toBe(
      'What this order can lose could not be worked out',
    );
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
