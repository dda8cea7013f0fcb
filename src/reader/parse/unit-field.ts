import type { DecimalString } from '../../domain/decimal-string.ts';
import { isUnknown, type UnknownReason, unknown } from '../../domain/known.ts';
import type { Field, SizeUnit } from '../../domain/ticket-reading.ts';
import { unitOf } from '../convert/unit-of.ts';
import type { Rung } from '../extract/rung.ts';
import type { Scene } from '../extract/scene.ts';
import { unitRung } from '../extract/unit-anchors.ts';
import { parseNumber } from '../numbers/parse-number.ts';
import { unlessOverruled } from '../teach/ladder.ts';
import { resolveField } from './resolve-field.ts';

/** The unit counts only for a size that is there: a unit chooser beside an empty input is no statement. */
export function unitField(
  scene: Scene,
  size: Field<DecimalString>,
  sizes: readonly Rung[],
  named: readonly Rung[],
): Field<SizeUnit> {
  if (isUnknown(size)) return unknown(size.why, 'sizeUnit');
  const [typed] = sizes;
  const suffix =
    typed?.kind === 'raw' ? parseNumber(typed.text, { typed: true, units: scene.units, decimal: '.' }) : null;
  const label = unlessOverruled(scene, 'sizeUnit', unitRung(scene));
  const rungs = label === null ? named : [...named, label];
  const inInput =
    suffix?.kind === 'number' && suffix.unit !== '' && typed?.kind === 'raw'
      ? [{ ...typed, text: suffix.unit }]
      : [];
  const unit = resolveField<SizeUnit>('sizeUnit', inInput.length > 0 ? inInput : rungs, ({ text, means }) => {
    const value = means ?? unitOf(text, scene.market);
    return value === null ? { why: 'unparsable' as UnknownReason } : { value };
  });
  if (isUnknown(unit) || unit.value !== 'quote') return unit;
  const meant = scene.match.recipe?.quoteSizeIs;
  return meant === undefined ? unit : { ...unit, value: meant };
}
