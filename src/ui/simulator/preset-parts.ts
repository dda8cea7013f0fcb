import type { MarginMode, Side } from '../../domain/account.ts';
import { baseRules } from '../../venues/base-rules.ts';
import type { RawInput } from './raw-input.ts';

type Members = Readonly<Record<string, unknown>>;

/** The documents give percentages: an entry of 100 stands for 100 %. One maintenance rate, free of costs unless said. */
export function contract(change: Members & { readonly rate?: string } = {}): Members {
  const { rate = '0.005', ...rest } = change;
  return {
    kind: 'linear',
    markPrice: '100',
    tick: '0.01',
    tiers: [{ floor: '0', cap: null, rate, amount: '0' }],
    takerFee: '0',
    makerFee: '0',
    liquidationFee: '0',
    fundingRate: '0',
    fundingIntervalHours: '8',
    ...rest,
  };
}

export function held(
  symbol: string,
  side: Side,
  size: string,
  marginMode: MarginMode,
  change: Members = {},
): Members {
  return { symbol, side, size, entryPrice: '100', markPrice: '100', marginMode, leverage: '10', ...change };
}

export function ordered(
  symbol: string,
  side: Side,
  size: string,
  marginMode: MarginMode,
  change: Members = {},
): Members {
  return {
    symbol,
    side,
    effect: 'open',
    type: 'limit',
    price: '100',
    size,
    leverage: '10',
    marginMode,
    ...change,
  };
}

interface Scene {
  readonly wallet: string;
  readonly positions?: readonly Members[];
  readonly coins?: readonly Members[];
  readonly contracts?: Members;
  readonly order?: Members;
  readonly assumptions?: Members;
}

/** The documents name no exchange: the rules most of them share, with nothing assumed beyond. */
export function scene({
  wallet,
  positions = [],
  coins,
  contracts = {},
  order,
  assumptions,
}: Scene): RawInput {
  const symbols = [
    ...new Set([...(order === undefined ? [] : [order]), ...positions].map(({ symbol }) => String(symbol))),
  ];
  return {
    contract: 1,
    venue: 'generic',
    rules: baseRules,
    account: {
      currency: 'USDT',
      crossBalance: wallet,
      positions,
      positionsComplete: true,
      ...(coins === undefined ? {} : { coins }),
    },
    instruments: Object.fromEntries(symbols.map((symbol) => [symbol, contracts[symbol] ?? contract()])),
    ...(order === undefined ? {} : { order }),
    ...(assumptions === undefined ? {} : { assumptions }),
  };
}
