import type { Side } from '../../domain/account.ts';
import {
  compareDecimals,
  type DecimalString,
  decimal,
  isDecimalString,
} from '../../domain/decimal-string.ts';
import type { BracketTable, Instrument } from '../../domain/instrument.ts';
import { unknown } from '../../domain/known.ts';
import type { Preferences } from '../../domain/preferences.ts';
import type { VenueFacts } from '../../domain/venue.ts';
import { instrumentFor } from '../../engine/instrument-for.ts';
import { memberAt, type RawInput, symbolsOf, withMember } from './raw-input.ts';

export type Tables = Readonly<Record<string, BracketTable>>;

interface Known {
  readonly facts: VenueFacts;
  readonly tables: Tables;
  readonly preferences: Preferences;
}

const bracketMembers = ['tiers', 'tierUnit', 'tiersIncomplete', 'tiersAssumed', 'tiersAsOf'] as const;

/** What is known of a contract without the trader typing it: fees, funding and brackets of the venue. */
export function knownOf(symbol: string, raw: RawInput, { facts, tables, preferences }: Known): Instrument {
  const own = memberAt(raw, ['order', 'symbol']) === symbol;
  const mark = priceAt(raw, ['instruments', symbol, 'markPrice']) ?? (own ? orderPrice(raw) : undefined);
  return instrumentFor({
    symbol,
    payer: payerOf(symbol, raw),
    marks:
      mark === undefined
        ? undefined
        : {
            markPrice: { known: true, value: mark, from: { how: 'taught', anchor: symbol } },
            lastPrice: unknown('not-on-page', 'lastPrice'),
          },
    rowMark: undefined,
    facts,
    tiers: Object.hasOwn(tables, symbol) ? tables[symbol] : undefined,
    preferences,
    note: () => undefined,
  });
}

/** The input with what is known of its venue in the places that were left empty. What was typed is never replaced. */
export function completeInput(raw: RawInput, known: Known): RawInput {
  return symbolsOf(raw).reduce((filled, symbol) => {
    const typed = memberAt(raw, ['instruments', symbol]);
    const own: object = typeof typed === 'object' && typed !== null ? typed : {};
    const found: Record<string, unknown> = { ...knownOf(symbol, raw, known) };
    if ('tiers' in own) for (const name of bracketMembers) delete found[name];
    return withMember(filled, ['instruments', symbol], { ...found, ...own });
  }, raw);
}

function priceAt(raw: RawInput, path: readonly string[]): DecimalString | undefined {
  const value = memberAt(raw, path);
  return isDecimalString(value) && compareDecimals(value, decimal('0')) > 0 ? value : undefined;
}

/** Where no mark is typed the order's price stands in for it. */
function orderPrice(raw: RawInput): DecimalString | undefined {
  return priceAt(raw, ['order', 'price']);
}

/** The side that is taken to pay funding: the one that is held, so that the estimate errs on the dear side. */
function payerOf(symbol: string, raw: RawInput): Side {
  const positions = memberAt(raw, ['account', 'positions']);
  const held = Array.isArray(positions)
    ? positions.find((each) => memberAt(each, ['symbol']) === symbol)
    : undefined;
  const ordered = memberAt(raw, ['order', 'symbol']) === symbol;
  return memberAt(ordered ? raw : held, ordered ? ['order', 'side'] : ['side']) === 'short'
    ? 'short'
    : 'long';
}
