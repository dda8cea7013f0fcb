import { describe, expect, it } from 'vitest';
import { type ContextChange, crossExposure, ruleContext } from '../../test/support/rule-context.ts';
import { reading } from '../../test/support/ticket-reading.ts';
import { decimal } from '../domain/decimal-string.ts';
import { unknown } from '../domain/known.ts';
import type { ChecklistId, Finding } from '../domain/verdict.ts';
import { answerChecklist } from './checklist.ts';

const d = decimal;
const gone = unknown('missing-input', 'account.crossBalance');

/** A finding of a rule, at a level; the checklist looks at nothing else of it. */
const said = (id: string, level: Finding['level'] = 'danger'): Finding => ({
  id,
  level,
  field: '',
  value: '',
  threshold: '',
  message: '',
  hold: 'none',
});

function answer(id: ChecklistId, change: ContextChange = {}, findings: readonly Finding[] = []) {
  const item = answerChecklist(ruleContext(change), findings).find((each) => each.id === id);
  return [item?.state, item?.answer];
}

describe('CK-1, the mode', () => {
  it.each([
    ['isolated', null, 'pass', 'isolated'],
    ['cross', null, 'unknown', 'cross, no intended mode set'],
    ['isolated', 'isolated', 'pass', 'isolated, as you intend'],
    ['cross', 'cross', 'pass', 'cross, as you intend'],
    ['cross', 'isolated', 'fail', 'cross, you intend isolated'],
    ['isolated', 'cross', 'fail', 'isolated, you intend cross'],
  ] as const)('%s where %s is intended: %s, %s', (marginMode, intendedMode, state, text) => {
    expect(answer('CK-1', { exposure: { marginMode }, preferences: { intendedMode } })).toEqual([
      state,
      text,
    ]);
  });

  it('cannot tell a mode that was not read', () => {
    const change = { exposure: { marginMode: gone }, preferences: { intendedMode: 'cross' as const } };
    expect(answer('CK-1', change)).toEqual(['unknown', 'cannot tell']);
  });
});

describe('CK-2, the loss', () => {
  it('fails where the rule about the limit found it', () => {
    expect(answer('CK-2')).toEqual(['pass', '$1,997 at worst']);
    expect(answer('CK-2', {}, [said('liquidation-near')])[0]).toBe('pass');
    expect(answer('CK-2', {}, [said('no-stop-loss'), said('loss-over-limit')])).toEqual([
      'fail',
      '$1,997 at worst',
    ]);
  });

  it('of a balance that can only be too small is no worst, but a least', () => {
    const atLeast = { exposure: { atLeast: true as const } };
    expect(answer('CK-2', atLeast)).toEqual(['unknown', 'at least $1,997']);
    expect(answer('CK-2', atLeast, [said('loss-over-limit')])).toEqual(['fail', 'at least $1,997']);
    // What the contract alone bounds stays a worst.
    const losses = { ...crossExposure.losses, worst: { amount: d('1997'), why: 'notional' as const } };
    expect(answer('CK-2', { exposure: { ...atLeast.exposure, losses } })).toEqual([
      'pass',
      '$1,997 at worst',
    ]);
  });

  it('is unknown with the worst loss', () => {
    const losses = { ...crossExposure.losses, worst: gone };
    expect(answer('CK-2', { exposure: { losses } })).toEqual(['unknown', 'cannot tell']);
  });
});

describe('CK-3, the liquidation', () => {
  it('fails where it is near or a stop lies behind it; a notice is no failure', () => {
    expect(answer('CK-3')).toEqual(['pass', '40,161 to 40,420']);
    expect(answer('CK-3', {}, [said('liquidation-near', 'warning')])[0]).toBe('fail');
    expect(answer('CK-3', {}, [said('liquidation-near', 'notice')])[0]).toBe('pass');
    expect(answer('CK-3', {}, [said('stop-beyond-liquidation')])[0]).toBe('fail');
    expect(answer('CK-3', {}, [said('liquidation-disagrees', 'warning')])[0]).toBe('fail');
    expect(answer('CK-3', {}, [said('loss-over-limit')])[0]).toBe('pass');
  });

  it('says an estimate without a range, no price, and no estimate', () => {
    const about = { kind: 'price' as const, price: d('40161.239'), distance: d('0.33') };
    const liquidation = { ...about, range: { nearest: gone, farthest: gone } };
    expect(answer('CK-3', { exposure: { liquidation } })).toEqual(['unknown', 'about 40,161.24']);
    expect(answer('CK-3', { exposure: { liquidation } }, [said('stop-beyond-liquidation')])[0]).toBe('fail');
    const none = { kind: 'none' as const, why: 'hedged' as const };
    expect(answer('CK-3', { exposure: { liquidation: none } })).toEqual(['pass', 'no price liquidates it']);
    expect(answer('CK-3', { exposure: { liquidation: gone } })).toEqual(['unknown', 'cannot estimate']);
  });
});

describe('CK-3, of a coin below a dollar', () => {
  const at = (price: string, nearest: string) => ({
    kind: 'price' as const,
    price: d(price),
    distance: d('0.09'),
    range: { nearest: d(nearest), farthest: d(price) },
  });

  it('keeps the digits that count', () => {
    const liquidation = at('0.0000118123', '0.0000119876');
    expect(answer('CK-3', { exposure: { liquidation } })).toEqual(['pass', '0.000011812 to 0.000011988']);
  });

  it('names no price of a position that is due: that is where it would live again', () => {
    const liquidation = { ...at('26342.94', '26342.94'), distance: d('0') };
    expect(answer('CK-3', { exposure: { liquidation } }, [said('liquidation-near')])).toEqual([
      'fail',
      'at the present mark, at once',
    ]);
  });

  it('is no range where both ends look alike', () => {
    const liquidation = at('40161.2391', '40161.2401');
    expect(answer('CK-3', { exposure: { liquidation } })).toEqual(['pass', 'about 40,161.24']);
  });
});

describe('CK-4, the costs', () => {
  it.each(['fees-eat-margin', 'funding-eats-margin'])(
    'fails where %s warns; a notice is no failure',
    (id) => {
      expect(answer('CK-4', {}, [said(id, 'warning')])).toEqual(['fail', '$3 + $3, funding $1.80']);
      expect(answer('CK-4', {}, [said(id, 'notice')])[0]).toBe('pass');
      expect(answer('CK-4', {}, [said('liquidation-near')])[0]).toBe('pass');
    },
  );

  it.each(['takerFee', 'makerFee', 'fundingRate'])('marks a default %s as such (CK-4)', (rate) => {
    const assumed = [{ field: `instruments.BTCUSDT.${rate}`, value: '0.0001', why: 'no rate on the page' }];
    expect(answer('CK-4', { exposure: { assumed } })[1]).toBe('$3 + $3, funding $1.80 (usual rates)');
    const others = [{ field: `instruments.ETHUSDT.${rate}`, value: '0.0001', why: 'no rate on the page' }];
    expect(answer('CK-4', { exposure: { assumed: others } })[1]).toBe('$3 + $3, funding $1.80');
  });

  it('says funding received of next to nothing as nothing', () => {
    expect(
      answer('CK-4', { exposure: { funding: { ...crossExposure.funding, toHorizon: d('-0.001') } } })[1],
    ).toBe('$3 + $3, funding $0');
  });

  const { fees, funding } = crossExposure;
  it.each([
    ['all known', { fees, funding }, 'pass', '$3 + $3, funding $1.80'],
    ['no opening fee', { fees: { ...fees, open: gone }, funding }, 'unknown', 'cannot tell'],
    ['no closing fee', { fees: { ...fees, close: gone }, funding }, 'unknown', 'cannot tell'],
    [
      'no funding',
      { fees, funding: { ...funding, toHorizon: gone } },
      'unknown',
      '$3 + $3, funding not known',
    ],
  ])('%s', (_name, exposure, state, text) => {
    expect(answer('CK-4', { exposure })).toEqual([state, text]);
  });
});

describe('CK-5, the stop', () => {
  const order = { stopLoss: d('58000') };

  it('fails without one, and with one that stops nothing', () => {
    expect(answer('CK-5')).toEqual(['fail', 'none on the ticket']);
    expect(answer('CK-5', { order })).toEqual(['pass', 'at 58,000']);
    expect(answer('CK-5', { order }, [said('stop-beyond-liquidation')])).toEqual(['fail', 'at 58,000']);
    expect(answer('CK-5', { order }, [said('stop-wrong-side', 'warning')])).toEqual(['fail', 'at 58,000']);
    expect(answer('CK-5', { order }, [said('liquidation-near')])).toEqual(['pass', 'at 58,000']);
  });

  it('is not in order where nobody knows whether the liquidation comes first', () => {
    const exposure = { losses: { ...crossExposure.losses, atStop: gone } };
    expect(answer('CK-5', { order, exposure })).toEqual(['unknown', 'at 58,000']);
    expect(answer('CK-5', { order, exposure }, [said('stop-wrong-side', 'warning')])[0]).toBe('fail');
  });

  it('cannot tell a stop field that was not read', () => {
    const unread = { ...reading({}), stopLoss: unknown('unparsable', 'stopLoss') };
    expect(answer('CK-5', { reading: unread })).toEqual(['unknown', 'cannot tell']);
  });
});

describe('CK-6, the idle money', () => {
  it('of a balance that can only be too small is "at least", and never in order', () => {
    const atLeast = { exposure: { atLeast: true as const } };
    expect(answer('CK-6', atLeast)).toEqual(['unknown', 'at least $1,697 idle at risk']);
    expect(answer('CK-6', atLeast, [said('cross-idle-exposed')])[0]).toBe('fail');
  });

  const isolated = { exposure: { marginMode: 'isolated' as const } };

  it('is behind an isolated order only with auto-add', () => {
    expect(answer('CK-6', isolated)).toEqual(['pass', 'none at risk']);
    expect(answer('CK-6', { ...isolated, order: { autoAddMargin: false } })).toEqual([
      'pass',
      'none at risk',
    ]);
    expect(answer('CK-6', { ...isolated, order: { autoAddMargin: true } })).toEqual([
      'pass',
      '$1,697 idle at risk',
    ]);
  });

  it('fails at any finding about it, a notice too', () => {
    expect(answer('CK-6')).toEqual(['pass', '$1,697 idle at risk']);
    expect(answer('CK-6', {}, [said('loss-over-limit')])[0]).toBe('pass');
    expect(answer('CK-6', {}, [said('no-stop-loss'), said('cross-idle-exposed', 'notice')])[0]).toBe('fail');
  });

  it('is unknown with the amount', () => {
    const idle = { ...crossExposure.idle, atRisk: gone };
    expect(answer('CK-6', { exposure: { idle } })).toEqual(['unknown', 'cannot tell']);
  });
});
