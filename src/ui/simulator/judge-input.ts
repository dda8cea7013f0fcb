import type { AssessInput } from '../../domain/assess-input.ts';
import type { DecimalString } from '../../domain/decimal-string.ts';
import { type Exposure, isOrderExposure } from '../../domain/exposure.ts';
import type { Preferences } from '../../domain/preferences.ts';
import type { Verdict } from '../../domain/verdict.ts';
import { assess } from '../../engine/assess.ts';
import { figureFormat } from '../../messages/figures.ts';
import type { Translate } from '../../messages/message-key.ts';
import { evaluate } from '../../rules/evaluate.ts';
import { venueFacts } from '../../venues/facts.ts';

/** Nothing to judge: the account as it stands, without an order. */
const noOrder: Verdict = {
  level: 'ok',
  hold: 'none',
  checklist: [],
  findings: [],
  checked: [],
  couldNotRun: [],
};

interface Trader {
  readonly preferences: Preferences;
  readonly translate: Translate;
  readonly locale: string;
}

/** An input as the engine and the rules see it. Limits that the input brings win over the trader's own. */
export function judgeInput(
  input: AssessInput,
  { preferences, translate, locale }: Trader,
): { readonly exposure: Exposure; readonly verdict: Verdict } {
  const facts = venueFacts[input.venue];
  const exposure = assess(input, facts.rules);
  const { order, assumptions } = input;
  if (order === undefined || !isOrderExposure(exposure)) return { exposure, verdict: noOrder };
  const verdict = evaluate({
    input,
    order,
    exposure,
    reading: null,
    preferences: {
      ...preferences,
      maxLossQuote: assumptions?.maxLoss ?? preferences.maxLossQuote,
      maxLossFraction: assumptions?.maxLossFraction ?? preferences.maxLossFraction,
    },
    translate,
    figures: figureFormat(locale, input.account.currency),
    facts,
    rerun: (changed) => {
      const after = assess(changed, facts.rules);
      return isOrderExposure(after) ? after : undefined;
    },
  });
  return { exposure, verdict };
}

/** The account at a move of the price, as a fraction of the mark with the price's own sign: both scopes, both modes. */
export function shocksAt(input: AssessInput, exposure: Exposure, move: DecimalString): Exposure['shocks'] {
  const against = isOrderExposure(exposure) && sideOf(exposure) === 'short' ? move : negated(move);
  return assess(input, venueFacts[input.venue].rules, [against]).shocks;
}

/** The side of what the order leaves open on its symbol, as the engine's moves count it. */
function sideOf({
  positions,
  symbol,
  side,
  marginMode,
}: Extract<Exposure, { symbol: string }>): 'long' | 'short' {
  const legs = positions.filter((each) => each.symbol === symbol);
  const own =
    legs.length === 1 ? legs[0] : legs.find((leg) => leg.side === side && leg.marginMode === marginMode);
  return own?.side ?? side;
}

function negated(move: DecimalString): DecimalString {
  return (move.startsWith('-') ? move.slice(1) : `-${move}`) as DecimalString;
}
