import { type DecimalString, decimal } from '../../src/domain/decimal-string.ts';
import { unknown } from '../../src/domain/known.ts';
import {
  type Field,
  type PositionRow,
  type TicketFieldName,
  type TicketReading,
  ticketFieldNames,
} from '../../src/domain/ticket-reading.ts';

const from = { how: 'recipe', anchor: 'by hand' } as const;

const amounts: readonly string[] = [
  'leverage',
  'price',
  'size',
  'sizeBase',
  'stopLoss',
  'takeProfit',
  'walletBalance',
  'equity',
  'available',
  'markPrice',
  'lastPrice',
  'pageLiquidationPrice',
  'pageCost',
];

/** A reading in which only the named fields are known; positions as rows, `null` for a table that was not read. */
export function reading(
  known: Readonly<Partial<Record<TicketFieldName, string | boolean>>>,
  positions: readonly PositionRow[] | null = [],
  complete = true,
): TicketReading {
  const fields = ticketFieldNames.map((name) => {
    const value = known[name];
    if (value === undefined) return [name, unknown('not-on-page', name)];
    return [name, { known: true, value: amounts.includes(name) ? decimal(String(value)) : value, from }];
  });
  return {
    ...(Object.fromEntries(fields) as Record<TicketFieldName, Field<never>>),
    positions:
      positions === null
        ? unknown('not-on-page', 'positions')
        : { known: true, value: positions, complete, from },
  } as TicketReading;
}

export function row(
  symbol: string,
  side: 'long' | 'short',
  members: Readonly<Record<string, string>>,
): PositionRow {
  const { marginMode, ...numbers } = members;
  return {
    symbol,
    side,
    ...(marginMode === undefined ? {} : { marginMode }),
    ...Object.fromEntries(
      Object.entries(numbers).map(([name, value]) => [name, decimal(value) as DecimalString]),
    ),
  } as unknown as PositionRow;
}
