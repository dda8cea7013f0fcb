import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import catalogue from '../../../_locales/en/messages.json' with { type: 'json' };
import { translatorFrom } from '../../messages/translator-from.ts';
import { wordingFor } from '../kit/wording.ts';
import { expectedText } from './expected-text.ts';
import { checkInput } from './problems.ts';
import { type RawInput, withMember } from './raw-input.ts';
import { readInputText } from './read-input-text.ts';
import { ownTicket } from './start.ts';

const wording = wordingFor(translatorFrom(catalogue), 'en-US', 'USDT');
const paths = (raw: RawInput) => {
  const checked = checkInput(raw);
  return checked.ok ? [] : checked.problems.map(({ path }) => path);
};

describe('everything that is wrong with an input', () => {
  it('is nothing for the ticket the page starts with', () => {
    expect(checkInput(ownTicket).ok).toBe(true);
  });

  it('is named field by field, not only the first', () => {
    let raw = withMember(ownTicket, ['order', 'price'], 'sixty thousand');
    raw = withMember(raw, ['order', 'leverage'], '-5');
    raw = withMember(raw, ['instruments', 'BTCUSDT', 'takerFee'], '5');
    raw = withMember(raw, ['account', 'positions'], [{ symbol: 'ETHUSDT', side: 'long', size: '0' }]);
    expect(paths(raw).sort()).toEqual([
      'account.positions[0].size',
      'instruments.BTCUSDT.takerFee',
      'order.leverage',
      'order.price',
    ]);
  });

  it('goes on behind a required member that is wrong or missing', () => {
    expect(paths(withMember(ownTicket, ['order', 'side'], 'up'))).toEqual(['order.side']);
    expect(paths(withMember(ownTicket, ['order', 'side'], undefined))).toEqual(['order.side']);
    expect(paths({}).slice(0, 2)).toEqual(['contract', 'venue']);
    expect(paths({})).toContain('account.currency');
  });

  it('ends for any JSON, and never throws', () => {
    fc.assert(
      fc.property(
        fc.jsonValue(),
        fc.constantFrom('order', 'account', 'instruments', 'rules', 'venue'),
        (value, name) => {
          const checked = checkInput(withMember(ownTicket, [name], value));
          if (!checked.ok) expect(checked.problems.length).toBeGreaterThan(0);
        },
      ),
    );
  });

  it.each([
    ['a decimal string above zero, such as "0.5"', 'should be a number above zero'],
    ['a decimal string that is not negative, such as "0.5"', 'should be a number that is not negative'],
    ['a fraction from -0.1 to 0.1, such as "0.0005"', 'should be between -10% and 10%'],
    ['at most 20, the most its bracket allows', 'should be at most 20, the most its bracket allows'],
  ])('says %s as %s', (expected, text) => {
    expect(expectedText(expected, wording)).toBe(text);
  });
});

describe('a text that is opened or pasted', () => {
  it('is kept whole, with what nobody here knows', () => {
    const mine = {
      ...ownTicket,
      note: { from: 'me' },
      account: { ...(ownTicket.account as object), label: 'x' },
    };
    expect(readInputText(JSON.stringify(mine))).toEqual({ ok: true, raw: mine });
  });

  it('is refused with a reason, every path named', () => {
    expect(readInputText('{"contract": 1,')).toMatchObject({ ok: false, why: 'no-json' });
    expect(readInputText('[1]')).toMatchObject({ ok: false, why: 'wrong' });
    // A number where a decimal string belongs would have passed through a float.
    const floats = JSON.stringify(withMember(ownTicket, ['order', 'size'], 0.1));
    expect(readInputText(floats)).toMatchObject({ why: 'wrong', problems: [{ path: 'order.size' }] });
  });
});
