import type { AssessInput } from '../../domain/assess-input.ts';
import type { DecimalString } from '../../domain/decimal-string.ts';

/** The mark of a symbol: that of its contract, else the one an open position of it shows. */
export function markOf({ instruments, account }: AssessInput, symbol: string): DecimalString | undefined {
  return (
    instruments[symbol]?.markPrice ??
    account.positions.find((each) => each.symbol === symbol && each.markPrice !== undefined)?.markPrice
  );
}
