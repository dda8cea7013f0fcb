import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crossExposure, ruleContext } from '../../test/support/rule-context.ts';
import { runs } from '../../test/support/runs.ts';
import { type DecimalString, decimal } from '../domain/decimal-string.ts';
import { unknown } from '../domain/known.ts';
import type { Level } from '../domain/verdict.ts';
import { bandOf } from './band-of.ts';
import { evaluate } from './evaluate.ts';
import { rules } from './index.ts';
import type { Rule } from './rule.ts';

const d = decimal;
const findingOf = (id: string, change: Parameters<typeof ruleContext>[0] = {}) =>
  evaluate(ruleContext(change)).findings.find((finding) => finding.id === id);
const isolated = {
  exposure: {
    marginMode: 'isolated' as const,
    reach: { move: d('0.3'), loss: d('303'), idleTaken: d('0'), share: d('0') },
    idle: { ...crossExposure.idle, atRisk: d('0'), share: d('0') },
  },
  order: { marginMode: 'isolated' as const },
};
const withStop = (price: string, loss: string) => ({
  order: { stopLoss: d(price) },
  exposure: {
    losses: {
      ...crossExposure.losses,
      atStop: {
        amount: d(loss),
        price: d(price),
        priceLoss: d(loss),
        fees: d('0'),
        funding: d('0'),
        slippage: d('0'),
      },
    },
    plannedVersusExposed: { planned: d(loss), exposed: d('1997'), ratio: d('10') },
  },
});

describe('rules', () => {
  it('cries danger at idle money within reach and asks for the amount', () => {
    expect(findingOf('cross-idle-exposed')).toMatchObject({
      level: 'danger',
      hold: 'type-amount',
      value: '0.75',
      threshold: '0.5',
      message:
        '$1,500 of idle money (75% of your cross balance) stands behind this order and is within reach of a 30% move.',
      remedy: { figures: { isolatedMargin: '300', transferOut: '1697' } },
    });
  });

  it.each([
    ['0.0999', undefined],
    ['0.1', 'notice'],
    ['0.25', 'warning'],
    ['0.5', 'danger'],
    ['37', 'danger'],
  ])('idle share %s is %s', (share, level) => {
    const reach = { ...crossExposure.reach, share: d(share) };
    expect(findingOf('cross-idle-exposed', { exposure: { reach } })?.level).toBe(level);
  });

  it('does not guess when it cannot tell what is within reach', () => {
    const gone = unknown('venue-facts-missing', 'instruments.BTCUSDT.tiers');
    const reach = { move: d('0.3'), loss: gone, idleTaken: gone, share: gone };
    expect(findingOf('cross-idle-exposed', { exposure: { reach } })).toMatchObject({
      level: 'unknown',
      hold: 'acknowledge',
      message:
        'Up to $1,697 of idle money stands behind this order. How much of it is within reach cannot be told.',
    });
    const little = { ...crossExposure.idle, atRisk: d('150'), share: d('0.075') };
    expect(findingOf('cross-idle-exposed', { exposure: { reach, idle: little } })).toBeUndefined();
  });

  it('leaves idle money alone on isolated, unless auto-add takes it', () => {
    expect(findingOf('cross-idle-exposed', isolated)).toBeUndefined();
    const autoAdd = {
      order: { marginMode: 'isolated' as const, autoAddMargin: true },
      exposure: { marginMode: 'isolated' as const },
    };
    expect(findingOf('cross-idle-exposed', autoAdd)?.level).toBe('danger');
  });

  it('compares reach with the plan, and stays a notice where little of the wallet is within reach (EX-8)', () => {
    expect(findingOf('exposed-beyond-plan')).toMatchObject({
      level: 'danger',
      value: '6',
      hold: 'type-amount',
    });
    expect(findingOf('exposed-beyond-plan', withStop('58000', '500'))).toMatchObject({
      level: 'warning',
      value: '3.6',
    });
    const small = { reach: { move: d('0.3'), loss: d('180'), idleTaken: d('150'), share: d('0.075') } };
    const tightStop = withStop('59400', '12');
    expect(
      findingOf('exposed-beyond-plan', { ...tightStop, exposure: { ...tightStop.exposure, ...small } }),
    ).toMatchObject({ level: 'notice', value: '15', hold: 'none' });
  });

  it('holds a loss over the limit, and asks for the amount over twice the limit', () => {
    expect(findingOf('loss-over-limit')).toBeUndefined();
    expect(findingOf('loss-over-limit', { preferences: { maxLossQuote: d('1997') } })).toBeUndefined();
    expect(findingOf('loss-over-limit', { preferences: { maxLossQuote: d('1500') } })).toMatchObject({
      level: 'danger',
      hold: 'acknowledge',
      value: '1997',
      threshold: '1500',
    });
    expect(findingOf('loss-over-limit', { preferences: { maxLossQuote: d('900') } })?.hold).toBe(
      'type-amount',
    );
  });

  it('uses the smaller of the two limits, and the reachable loss behind a stop', () => {
    const both = { maxLossQuote: d('1900'), maxLossFraction: d('0.05') };
    expect(findingOf('loss-over-limit', { preferences: both })?.threshold).toBe('100');
    const stopped = { ...withStop('58000', '205'), preferences: { maxLossQuote: d('1799') } };
    expect(findingOf('loss-over-limit', stopped)?.value).toBe('1800');
  });

  it('is one step milder about a near liquidation on isolated', () => {
    const near = {
      liquidation: {
        kind: 'price' as const,
        price: d('58500'),
        distance: d('0.025'),
        range: { nearest: d('58560'), farthest: d('58500') },
      },
    };
    expect(findingOf('liquidation-near', { exposure: near })).toMatchObject({
      level: 'danger',
      value: '0.024',
      hold: 'acknowledge',
    });
    expect(
      findingOf('liquidation-near', { ...isolated, exposure: { ...isolated.exposure, ...near } }),
    ).toMatchObject({
      level: 'warning',
      hold: 'none',
    });
  });

  it('calls a liquidation that is due, or whose near end lies across the mark, as near as it gets', () => {
    const at = (price: string, distance: string, nearest: string) => ({
      liquidation: {
        kind: 'price' as const,
        price: d(price),
        distance: d(distance),
        range: { nearest: d(nearest), farthest: d(price) },
      },
    });
    expect(findingOf('liquidation-near', { exposure: at('61000', '0', '61100') })).toMatchObject({
      level: 'danger',
      value: '0',
    });
    expect(findingOf('liquidation-near', { exposure: at('59990', '0.00016', '60010') })?.value).toBe('0');
  });

  it('measures a hedged leg that is liquidated on its winning side', () => {
    const above = {
      liquidation: {
        kind: 'price' as const,
        price: d('90000'),
        distance: d('0.5'),
        range: { nearest: d('87000'), farthest: d('90000') },
      },
    };
    expect(findingOf('liquidation-near', { exposure: above })).toBeUndefined();
  });

  it('wants the mode the trader intends', () => {
    expect(findingOf('margin-mode-not-intended')).toBeUndefined();
    expect(
      findingOf('margin-mode-not-intended', { preferences: { intendedMode: 'isolated' } }),
    ).toMatchObject({
      level: 'warning',
      hold: 'acknowledge',
      value: 'cross',
      threshold: 'isolated',
      remedy: { text: 'Switch to isolated with $300.' },
    });
    expect(findingOf('margin-mode-not-intended', { preferences: { intendedMode: 'cross' } })).toBeUndefined();
  });

  it('asks when the mode cannot be told', () => {
    const verdict = evaluate(
      ruleContext({
        exposure: { marginMode: unknown('ambiguous', 'marginMode') },
        preferences: { intendedMode: 'isolated' },
      }),
    );
    expect(verdict.findings.find(({ id }) => id === 'margin-mode-unread')).toMatchObject({
      level: 'unknown',
      hold: 'acknowledge',
    });
    expect(verdict.couldNotRun).toContain('margin-mode-not-intended');
  });

  it('notices a missing stop, louder on cross', () => {
    expect(findingOf('no-stop-loss')).toMatchObject({ level: 'warning', hold: 'none' });
    expect(findingOf('no-stop-loss', isolated)?.level).toBe('notice');
    expect(findingOf('no-stop-loss', withStop('58000', '205'))).toBeUndefined();
  });

  it('knows a stop that cannot fill and a stop that stops nothing', () => {
    const parts = {
      amount: d('1'),
      price: d('39000'),
      priceLoss: d('1'),
      fees: d('0'),
      funding: d('0'),
      slippage: d('0'),
    };
    const beyond = {
      ...crossExposure.losses,
      atStop: { kind: 'stop-beyond-liquidation' as const, ...parts },
    };
    expect(
      findingOf('stop-beyond-liquidation', { order: { stopLoss: d('39000') }, exposure: { losses: beyond } }),
    ).toMatchObject({ level: 'danger', hold: 'acknowledge', threshold: '40161' });
    const wrong = {
      ...crossExposure.losses,
      atStop: { kind: 'stop-wrong-side' as const, price: d('61000') },
    };
    expect(
      findingOf('stop-wrong-side', { order: { stopLoss: d('61000') }, exposure: { losses: wrong } }),
    ).toMatchObject({
      level: 'warning',
      hold: 'acknowledge',
    });
  });

  it('names every field a typed-in ticket lacks', () => {
    const { account, ...rest } = ruleContext().input;
    const { crossBalance: _, ...bare } = account;
    const finding = findingOf('ticket-unread', { input: { ...rest, account: bare } });
    expect(finding).toMatchObject({ level: 'unknown', field: 'walletBalance', hold: 'acknowledge' });
    expect(
      findingOf('ticket-unread', { input: { ...rest, account: bare }, preferences: { whenUnread: 'notice' } })
        ?.hold,
    ).toBe('none');
  });

  it("follows the trader's cap on leverage", () => {
    expect(findingOf('leverage-over-cap')).toMatchObject({ level: 'notice', hold: 'none' });
    expect(findingOf('leverage-over-cap', { preferences: { leverageCap: d('10') } })).toMatchObject({
      level: 'warning',
      hold: 'acknowledge',
      threshold: '10',
    });
    expect(findingOf('leverage-over-cap', { order: { leverage: d('5') } })).toBeUndefined();
  });

  it('says when it works with assumed rules or an incomplete table', () => {
    expect(findingOf('venue-rules-assumed', { input: { venue: 'generic' } })?.level).toBe('notice');
    const account = { ...ruleContext().input.account, positionsComplete: false };
    expect(findingOf('positions-may-be-hidden', { input: { account } })?.level).toBe('notice');
  });
});

describe('verdict', () => {
  it('takes the worst level and the strictest hold', () => {
    expect(evaluate(ruleContext())).toMatchObject({ level: 'danger', hold: 'type-amount' });
  });

  it('never holds a way out, whatever else is wrong', () => {
    for (const effect of ['reduce', 'close'] as const) {
      const verdict = evaluate(
        ruleContext({ order: { effect }, exposure: { marginMode: unknown('ambiguous', 'marginMode') } }),
      );
      expect(verdict).toMatchObject({ hold: 'none', findings: [] });
    }
  });

  it('answers all six checklist items', () => {
    const { checklist } = evaluate(ruleContext({ preferences: { intendedMode: 'isolated' } }));
    expect(checklist.map(({ id, state, answer }) => [id, state, answer])).toEqual([
      ['CK-1', 'fail', 'cross, you intend isolated'],
      ['CK-2', 'pass', '$1,997 at worst'],
      ['CK-3', 'pass', '40,161 to 40,420'],
      ['CK-4', 'pass', '$3 + $3, funding $1.80'],
      ['CK-5', 'fail', 'none on the ticket'],
      ['CK-6', 'fail', '$1,697 idle at risk'],
    ]);
  });

  it('takes a rule that throws for unknown, not for fine', () => {
    const broken: Rule = {
      id: 'broken',
      title: 'app_name',
      unit: 'state',
      worse: 'higher',
      bands: {},
      run: () => {
        throw new Error('boom');
      },
    };
    expect(evaluate(ruleContext(), [broken])).toMatchObject({ level: 'unknown', couldNotRun: ['broken'] });
  });

  const ruleSaying = (id: string, outcome: ReturnType<Rule['run']>): Rule => ({
    id,
    title: 'app_name',
    unit: 'state',
    worse: 'higher',
    bands: {},
    run: () => outcome,
  });
  const at = (id: string, level: Exclude<Level, 'ok'>) =>
    ruleSaying(id, {
      kind: 'finding',
      finding: { level, field: '', value: '', threshold: '', message: '' },
    });

  it('lists the loudest finding first, unknown as loud as a warning, and keeps the order of the rules else', () => {
    const { findings } = evaluate(ruleContext(), [
      at('a', 'notice'),
      at('b', 'unknown'),
      at('c', 'warning'),
      at('d', 'danger'),
      at('e', 'unknown'),
      at('f', 'notice'),
      at('g', 'danger'),
    ]);
    expect(findings.map(({ id }) => id).join('')).toBe('dgbceaf');
  });

  it('is ok only when every rule that ran is clear, and says which ran', () => {
    const clear = ruleSaying('clear', { kind: 'clear' });
    const aside = ruleSaying('aside', { kind: 'not-applicable' });
    const blind = ruleSaying('blind', { kind: 'could-not-run' });
    expect(evaluate(ruleContext(), [clear, aside])).toMatchObject({
      level: 'ok',
      hold: 'none',
      findings: [],
      checked: ['clear'],
      couldNotRun: [],
    });
    expect(evaluate(ruleContext(), [clear, at('low', 'notice')])).toMatchObject({
      level: 'notice',
      hold: 'none',
      checked: ['clear', 'low'],
    });
    expect(evaluate(ruleContext(), [blind, at('low', 'notice')])).toMatchObject({
      level: 'unknown',
      checked: ['low'],
      couldNotRun: ['blind'],
    });
  });

  it('takes the level of the finding that says why a rule could not run, and lists it all the same', () => {
    const blind = (saidBy: string) => ruleSaying('blind', { kind: 'could-not-run', saidBy });
    expect(evaluate(ruleContext(), [blind('why'), at('why', 'notice')])).toMatchObject({
      level: 'notice',
      couldNotRun: ['blind'],
    });
    expect(evaluate(ruleContext(), [blind('why'), ruleSaying('why', { kind: 'clear' })])).toMatchObject({
      level: 'unknown',
      couldNotRun: ['blind'],
    });
    const off = { rules: { why: { enabled: false } } };
    expect(evaluate(ruleContext({ preferences: off }), [blind('why'), at('why', 'notice')])).toMatchObject({
      level: 'unknown',
    });
  });

  it('checks nothing on a way out', () => {
    expect(evaluate(ruleContext({ order: { effect: 'reduce' } }))).toMatchObject({
      level: 'ok',
      hold: 'none',
      findings: [],
      checked: [],
      couldNotRun: [],
    });
  });

  it("leaves out a rule that is switched off and uses the trader's own band", () => {
    const off = { rules: { 'cross-idle-exposed': { enabled: false } } };
    expect(findingOf('cross-idle-exposed', { preferences: off })).toBeUndefined();
    const looser = { rules: { 'cross-idle-exposed': { enabled: true, bands: { danger: d('0.8') } } } };
    expect(findingOf('cross-idle-exposed', { preferences: looser })?.level).toBe('warning');
  });

  const loudness = (level: Level | undefined) =>
    level === undefined ? 0 : { ok: 0, notice: 1, warning: 2, unknown: 2, danger: 3 }[level];
  const share = fc.integer({ min: 0, max: 20_000 }).map((n) => d((n / 10_000).toFixed(4)));

  it('never gives a worse measure a milder level', () => {
    for (const rule of rules.filter(({ bands }) => Object.keys(bands).length > 0)) {
      fc.assert(
        fc.property(share, share, (a, b) => {
          const [mild, bad] = Number(a) <= Number(b) === (rule.worse === 'higher') ? [a, b] : [b, a];
          const level = (value: DecimalString) => bandOf(value, rule.bands, rule.worse)?.level;
          expect(loudness(level(bad))).toBeGreaterThanOrEqual(loudness(level(mild)));
        }),
        { numRuns: runs(1000), endOnFailure: true },
      );
    }
  });

  it('is never lowered by taking knowledge away', () => {
    const unknownFigure = unknown('missing-input', 'account.crossBalance');
    const removals = [
      { liquidation: unknownFigure },
      { reach: { ...crossExposure.reach, share: unknownFigure } },
      { reach: { ...crossExposure.reach, loss: unknownFigure } },
      { losses: { ...crossExposure.losses, worst: unknownFigure } },
      { equity: { before: unknownFigure, after: unknownFigure } },
      { marginMode: unknownFigure },
    ];
    fc.assert(
      fc.property(fc.subarray(removals, { minLength: 1 }), share, (gone, reachShare) => {
        const reach = { ...crossExposure.reach, share: reachShare };
        const exposure = Object.assign({}, { reach }, ...gone);
        const before = evaluate(ruleContext({ exposure: { reach } }));
        const after = evaluate(ruleContext({ exposure }));
        expect(loudness(after.level)).toBeGreaterThanOrEqual(2);
        expect(loudness(after.level)).toBeGreaterThanOrEqual(Math.min(loudness(before.level), 2));
        if (before.hold !== 'none') expect(after.hold).not.toBe('none');
      }),
      { numRuns: runs(1000), endOnFailure: true },
    );
  });
});
