import type { Side } from '../../domain/account.ts';
import type { DecimalString } from '../../domain/decimal-string.ts';
import type { Field, SizeUnit, TicketFieldName } from '../../domain/ticket-reading.ts';
import { isContractWord, isSettleUnit, unitOf } from '../convert/unit-of.ts';
import { labelRung } from '../extract/label-anchors.ts';
import { marketCaptionRung, pageLabelRungs } from '../extract/market-captions.ts';
import { addressRungs, recipeRungs } from '../extract/recipe-anchors.ts';
import { type Rung, unmarked } from '../extract/rung.ts';
import type { Scene } from '../extract/scene.ts';
import { markByNearness, type NumberContext, parseNumber } from '../numbers/parse-number.ts';
import type { PageCaption } from '../page/page-captions.ts';
import type { RecipeField } from '../recipe.ts';
import { withTaught } from '../teach/ladder.ts';
import { currencyField } from './currency-field.ts';
import { numberIn, resolveField, sameNumber } from './resolve-field.ts';
import { stopPrice } from './stop-price.ts';
import { unitField } from './unit-field.ts';

type NumberField = Extract<TicketFieldName, RecipeField> | 'contractSize';

/** Money is what it is now; a liquidation price is what it will be once the order is filled. */
function turned(rung: Rung, field: RecipeField): Rung {
  if (rung.kind !== 'raw' || rung.turn === undefined) return rung;
  if (field === 'pageLiquidationPrice') return { ...rung, text: rung.turn.after };
  const isBalance = field === 'available' || field === 'equity' || field === 'walletBalance';
  return isBalance ? { ...rung, text: rung.turn.before } : rung;
}

/**
 * Reads the fields of one scene: rungs of recipe and labels, each parsed in the field's own units.
 * @param side whose fields count where the page has one a side; `undefined`: those of both
 */
export function fieldReader(scene: Scene, captions: readonly PageCaption[], side: Side | undefined) {
  const found = new Map<RecipeField, readonly Rung[]>();
  const rungs = (field: RecipeField): readonly Rung[] => {
    const known = found.get(field);
    if (known !== undefined) return known;
    const label = labelRung(scene, field) ?? marketCaptionRung(scene, captions, field);
    const address = addressRungs(scene, field);
    const named = [...recipeRungs(scene, field, side), ...pageLabelRungs(scene, captions, field)];
    const shown = withTaught(scene, field, named, label).map((rung) => turned(rung, field));
    // The address is stale where the page contradicts it, and settles a toggle that carries no mark.
    const all = address.length === 0 ? shown : [...shown.filter((rung) => rung !== unmarked), ...address];
    found.set(field, all);
    return all;
  };
  let { habit } = scene.marks;
  const decimalOf = (rung: Rung & { kind: 'raw' }): NumberContext['decimal'] => {
    if (!rung.typed) return scene.marks.shown;
    return rung.element.getAttribute('type') === 'number' ? '.' : (scene.marks.typed ?? habit);
  };
  const context =
    (near?: DecimalString) =>
    (rung: Rung & { kind: 'raw' }): NumberContext => ({
      decimal: decimalOf(rung),
      // Where the venue fixes its format there is nothing left to decide.
      near: scene.marks.fixed === undefined ? near : undefined,
      step: rung.step,
      typed: rung.typed,
      units: scene.units,
      isUnit: isContractWord,
    });
  const isMoney = (unit: string) => unit !== '%' && unit !== 'x';
  const isPriceUnit = (unit: string) => isMoney(unit) && unitOf(unit, scene.market) !== 'base';
  const plain = (field: NumberField, admits: (unit: string) => boolean, near?: DecimalString) =>
    resolveField(field, rungs(field), percentAside(numberIn(context(near), admits)), sameNumber);

  return {
    rungs,
    /** A price that makes sense in another format only shows that the inputs do not keep the language's. */
    testHabit: (near: DecimalString | undefined): void => {
      if (near === undefined) return;
      for (const rung of rungs('price')) {
        const mark = rung.kind === 'raw' && rung.typed ? markByNearness(rung.text, near) : undefined;
        if (mark !== undefined && mark !== habit) habit = undefined;
      }
    },
    price: (
      field: 'price' | 'markPrice' | 'lastPrice' | 'pageLiquidationPrice',
      near: DecimalString | undefined,
    ) =>
      resolveField(
        field,
        rungs(field),
        unlessSwitchedOff(percentAside(numberIn(context(near), isPriceUnit))),
        sameNumber,
      ),
    stop: (field: 'stopLoss' | 'takeProfit', near: DecimalString | undefined) =>
      resolveField(
        field,
        rungs(field),
        stopPrice(scene, near, percentAside(numberIn(context(near), isPriceUnit))),
        sameNumber,
      ),
    amount: (field: 'walletBalance' | 'equity' | 'available' | 'pageCost') =>
      resolveField(
        field,
        rungs(field),
        inSettleCoin(scene, percentAside(numberIn(context(), (unit) => isSettleUnit(unit, scene.market)))),
        sameNumber,
      ),
    contractSize: () => plain('contractSize', isMoney),
    size: () =>
      resolveField(
        'size',
        rungs('size'),
        numberIn(context(), () => true),
        sameNumber,
      ),
    leverage: () =>
      resolveField(
        'leverage',
        rungs('leverage'),
        numberIn(context(), (unit) => unit === 'x'),
        sameNumber,
      ),
    sizeUnit: (size: Field<DecimalString>): Field<SizeUnit> =>
      unitField(scene, size, rungs('size'), rungs('sizeUnit')),
    /** The largest size, when it is in the same unit as the typed one. */
    maxSize: (unit: SizeUnit | undefined): DecimalString | undefined => {
      const [max] = rungs('maxSize');
      const parsed = max?.kind === 'raw' ? parseNumber(max.text, context()(max)) : undefined;
      if (parsed?.kind !== 'number') return undefined;
      return parsed.unit === '' || unitOf(parsed.unit, scene.market) === unit ? parsed.value : undefined;
    },
    currency: (): Field<string> => currencyField(scene, rungs, context()),
  };
}

type Parsed = ReturnType<typeof numberIn>;

/** Stops and targets may be given as a share; a caption's `%` says so although the input holds a bare number. */
function percentAside(parse: Parsed): Parsed {
  return (rung) => (rung.unit?.includes('%') ? { why: 'ambiguous' } : parse(rung));
}

/** An input that is switched off keeps a price that is not sent: the order goes at the best one of the book. */
function unlessSwitchedOff(parse: Parsed): Parsed {
  return (rung) =>
    rung.typed && rung.element.matches(':disabled') ? { why: 'not-on-page' as const } : parse(rung);
}

const coinInBrackets = /^(?:[a-zμ]?(?=\S*[A-Z])[A-Z0-9]{2,10}|XBt)$/;

/** A caption may name another coin than the settle coin, or another scale of it, for the bare number beside it. */
function inSettleCoin(scene: Scene, parse: Parsed): Parsed {
  return (rung) => {
    const unit = rung.unit?.normalize('NFKC') ?? '';
    const other = coinInBrackets.test(unit) && !isSettleUnit(unit, scene.market);
    return other ? { why: 'unparsable' } : parse(rung);
  };
}
