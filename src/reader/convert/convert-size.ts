import { type DecimalString, isDecimalString } from '../../domain/decimal-string.ts';
import { isUnknown, unknown } from '../../domain/known.ts';
import { type Field, readValue, type TicketReading } from '../../domain/ticket-reading.ts';
import type { Scene } from '../extract/scene.ts';
import { convertedSize } from './converted-size.ts';
import { sizeInBase } from './size-base.ts';

/** How many coins one contract is, as the page or else the recipe says; `undefined` where neither does. */
export function sizeOfContract(
  scene: Scene,
  symbol: string,
  onPage: DecimalString | undefined,
): DecimalString | undefined {
  if (symbol === scene.market?.symbol && onPage !== undefined) return onPage;
  const size = scene.match.recipe?.contracts?.sizes?.[symbol];
  return isDecimalString(size) ? size : undefined;
}

/** The size in coins of what stands in a ticket's fields; unknown where one of them is, or the conversion is not certain. */
export function convertSize(
  scene: Scene,
  reading: TicketReading,
  onPage: DecimalString | undefined,
): Field<DecimalString> {
  const { size, sizeUnit } = reading;
  if (isUnknown(size)) return unknown(size.why, 'sizeBase');
  if (isUnknown(sizeUnit)) return unknown(sizeUnit.why, 'sizeBase');
  if (isUnknown(reading.symbol)) return unknown(reading.symbol.why, 'sizeBase');
  const symbol = reading.symbol.value;
  const value = sizeInBase({
    size: size.value,
    unit: sizeUnit.value,
    kind: scene.market?.kind,
    price:
      readValue(reading.price) ??
      (readValue(reading.orderType) === 'market' ? readValue(reading.markPrice) : undefined),
    leverage: readValue(reading.leverage),
    contractSize: sizeOfContract(scene, symbol, onPage),
  });
  if (!isUnknown(value)) return { known: true, value, from: sizeUnit.from };
  const converted =
    scene.match.recipe?.convertsSize === true && sizeUnit.value === 'quote'
      ? convertedSize(scene)
      : undefined;
  return converted === undefined ? value : { known: true, value: converted, from: sizeUnit.from };
}
