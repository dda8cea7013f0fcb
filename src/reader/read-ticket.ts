import type { Side } from '../domain/account.ts';
import { type DecimalString, isDecimalString } from '../domain/decimal-string.ts';
import { isUnknown, type UnknownReason, unknown } from '../domain/known.ts';
import type {
  Field,
  SideLeverage,
  SizeUnit,
  TicketFieldName,
  TicketReading,
} from '../domain/ticket-reading.ts';
import { crossCheck } from './check/cross-check.ts';
import { convertedSize } from './convert/converted-size.ts';
import { sizeInBase } from './convert/size-base.ts';
import { isContractWord, isSettleUnit, unitOf } from './convert/unit-of.ts';
import { labelRung } from './extract/label-anchors.ts';
import { marketCaptionRung, pageLabelRungs, pageLabelsOf } from './extract/market-captions.ts';
import { addressRungs, recipeRungs } from './extract/recipe-anchors.ts';
import { type Rung, unmarked } from './extract/rung.ts';
import type { Scene } from './extract/scene.ts';
import { isSignedOut } from './extract/signed-out.ts';
import type { SubmitControl } from './extract/submit-controls.ts';
import { unitRung } from './extract/unit-anchors.ts';
import { markByNearness, type NumberContext, parseNumber } from './numbers/parse-number.ts';
import { type PageCaption, pageCaptions } from './page/page-captions.ts';
import { direction } from './parse/direction.ts';
import { numberIn, resolveField, sameNumber } from './parse/resolve-field.ts';
import { stopPrice } from './parse/stop-price.ts';
import { marginMode, openOrClose, orderType, yesOrNo } from './parse/words.ts';
import { readPositions } from './positions/read-positions.ts';
import type { RecipeField } from './recipe.ts';
import { unlessOverruled, withTaught } from './teach/ladder.ts';

export interface TicketRead {
  readonly reading: TicketReading;
  readonly failedChecks: readonly string[];
}

/** Captions that count anywhere on a page, whatever its recipe points to. */
const wanted = [
  'markPrice',
  'lastPrice',
  'positions',
  'noPositions',
  'hideOthers',
  'entryPrice',
  'logIn',
] as const;

/** The ticket as the page shows it; `pressed` is the order button that is being pressed, if one is. */
export function readTicket(scene: Scene, pressed: SubmitControl | null): TicketRead {
  const captions = pageCaptions(scene.document, new Set([...wanted, ...pageLabelsOf(scene.match.recipe)]));
  const read = fieldReader(scene, captions, pressed?.side);
  const signedOut = isSignedOut(scene, captions);

  const markPrice = read.price('markPrice', undefined);
  const lastPrice = read.price('lastPrice', known(markPrice));
  const reference = known(markPrice) ?? known(lastPrice);
  read.testHabit(reference);
  const type = resolveField('orderType', read.rungs('orderType'), orderType);
  const mode = signedOut
    ? unknown('not-on-page', 'marginMode')
    : resolveField('marginMode', read.rungs('marginMode'), marginMode);
  const reduceOnly = resolveField('reduceOnly', read.rungs('reduceOnly'), yesOrNo);
  const openClose = resolveField('openClose', read.rungs('openClose'), openOrClose);
  const towards = direction(scene, pressed, openClose, reduceOnly);
  const leverage = signedOut ? unknown('not-on-page', 'leverage') : read.leverage();
  const price = known(type) === 'market' ? unknown('not-on-page', 'price') : read.price('price', reference);
  const size = read.size();
  const contractSize = known(read.contractSize());
  const sizeUnit = read.sizeUnit(size);
  const money = (name: 'walletBalance' | 'equity' | 'available') =>
    signedOut ? unknown('not-on-page', name) : read.amount(name);
  const available = money('available');

  const fields: TicketReading = {
    venue: {
      known: true,
      value: scene.match.venue,
      from: { how: scene.match.recipe === null ? 'label' : 'recipe', anchor: 'address' },
    },
    symbol: symbolOf(scene),
    currency: signedOut ? unknown('not-on-page', 'currency') : read.currency(),
    marginMode: mode,
    leverage,
    side: towards.side,
    effect: towards.effect,
    orderType: type,
    price,
    size,
    sizeUnit,
    sizeBase: unknown('missing-input', 'sizeBase'),
    reduceOnly,
    stopLoss: read.stop('stopLoss', reference ?? known(price)),
    takeProfit: read.stop('takeProfit', reference ?? known(price)),
    walletBalance: money('walletBalance'),
    equity: money('equity'),
    available,
    positionMode: towards.positionMode,
    markPrice,
    lastPrice,
    pageLiquidationPrice: read.price('pageLiquidationPrice', undefined),
    pageCost: read.amount('pageCost'),
    positions: signedOut
      ? unknown('not-on-page', 'positions')
      : readPositions(scene, captions, (symbol) => sizeOfContract(scene, symbol, contractSize)),
  };
  const convert = (reading: TicketReading) => convertSize(scene, reading, contractSize);
  const checked = crossCheck(scene, fields, convert, {
    unitWords: [...read.rungs('sizeUnit'), unitRung(scene)].flatMap((rung) =>
      rung?.kind === 'raw' ? rung.text : [],
    ),
    unitIsStated: read.rungs('sizeUnit').some((rung) => rung.kind === 'raw' && rung.means !== undefined),
    header: textOf(read.rungs('headerSymbol')),
    maxSize: read.maxSize(known(fields.sizeUnit)),
  });
  if (pressed !== null || checked.reading.leverage.known || checked.reading.leverage.why !== 'ambiguous')
    return checked;
  const sideLeverage = leverageASide(scene, captions);
  return sideLeverage === undefined ? checked : { ...checked, reading: { ...checked.reading, sideLeverage } };
}

/** Where the page says which leverage is whose, though it shows two. */
function leverageASide(scene: Scene, captions: readonly PageCaption[]): SideLeverage | undefined {
  const of = (side: Side) => fieldReader(scene, captions, side).leverage();
  const long = of('long');
  const short = of('short');
  return long.known && short.known ? { long, short } : undefined;
}

/**
 * The elements that fields of the ticket are read from, also where what stands there is empty or cannot be told; without
 * those the page does not show in one place.
 */
export function fieldPlaces(scene: Scene, fields: readonly RecipeField[]): ReadonlyMap<RecipeField, Element> {
  const { rungs } = fieldReader(scene, [], undefined);
  return new Map(
    fields.flatMap((field) => {
      const place = rungs(field).find((rung) => rung.kind === 'raw');
      return place === undefined ? [] : [[field, place.element] as const];
    }),
  );
}

function known<T>(field: Field<T>): T | undefined {
  return field.known ? field.value : undefined;
}

/** Money is what it is now; a liquidation price is what it will be once the order is filled. */
function turned(rung: Rung, field: RecipeField): Rung {
  if (rung.kind !== 'raw' || rung.turn === undefined) return rung;
  if (field === 'pageLiquidationPrice') return { ...rung, text: rung.turn.after };
  const isBalance = field === 'available' || field === 'equity' || field === 'walletBalance';
  return isBalance ? { ...rung, text: rung.turn.before } : rung;
}

function textOf([first]: readonly Rung[]): string | undefined {
  return first?.kind === 'raw' ? first.text : undefined;
}

function symbolOf({ match, market }: Scene): Field<string> {
  if (market === null) return unknown('not-on-page', 'symbol');
  const how = match.recipe === null ? 'label' : 'recipe';
  return { known: true, value: market.symbol, from: { how, anchor: match.namedBy ?? 'address' } };
}

function sizeOfContract(
  scene: Scene,
  symbol: string,
  onPage: DecimalString | undefined,
): DecimalString | undefined {
  if (symbol === scene.market?.symbol && onPage !== undefined) return onPage;
  const size = scene.match.recipe?.contracts?.sizes?.[symbol];
  return isDecimalString(size) ? size : undefined;
}

function convertSize(
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
      known(reading.price) ?? (known(reading.orderType) === 'market' ? known(reading.markPrice) : undefined),
    leverage: known(reading.leverage),
    contractSize: sizeOfContract(scene, symbol, onPage),
  });
  if (!isUnknown(value)) return { known: true, value, from: sizeUnit.from };
  const converted =
    scene.match.recipe?.convertsSize === true && sizeUnit.value === 'quote'
      ? convertedSize(scene)
      : undefined;
  return converted === undefined ? value : { known: true, value: converted, from: sizeUnit.from };
}

type NumberField = Extract<TicketFieldName, RecipeField> | 'contractSize';

/** Reads the fields of one scene: rungs of recipe and labels, each parsed in the field's own units. */
function fieldReader(scene: Scene, captions: readonly PageCaption[], side: Side | undefined) {
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
    ) => plain(field, isPriceUnit, near),
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

const coinInBrackets = /^(?:[a-zμ]?(?=\S*[A-Z])[A-Z0-9]{2,10}|XBt)$/;

/** A caption may name another coin than the settle coin, or another scale of it, for the bare number beside it. */
function inSettleCoin(scene: Scene, parse: Parsed): Parsed {
  return (rung) => {
    const unit = rung.unit?.normalize('NFKC') ?? '';
    const other = coinInBrackets.test(unit) && !isSettleUnit(unit, scene.market);
    return other ? { why: 'unparsable' } : parse(rung);
  };
}

/** The unit counts only for a size that is there: a unit chooser beside an empty input is no statement. */
function unitField(
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

/** The currency printed beside the money of the ticket; every one that is printed must be the same. */
function currencyField(
  { market }: Scene,
  rungs: (field: RecipeField) => readonly Rung[],
  context: (rung: Rung & { kind: 'raw' }) => NumberContext,
): Field<string> {
  const printed = (['available', 'walletBalance', 'equity'] as const).flatMap((field) =>
    rungs(field).filter((rung): rung is Rung & { kind: 'raw' } => {
      if (rung.kind !== 'raw') return false;
      const parsed = parseNumber(rung.text, context(rung));
      return (
        parsed.kind === 'number' &&
        /^[A-Za-z0-9₮]{1,10}$/.test(parsed.unit) &&
        /[A-Z₮]/.test(parsed.unit) &&
        isSettleUnit(parsed.unit, market)
      );
    }),
  );
  return resolveField('currency', printed, (rung) => {
    const parsed = parseNumber(rung.text, context(rung));
    return parsed.kind === 'number'
      ? { value: parsed.unit === '₮' ? 'USDT' : parsed.unit }
      : { why: 'unparsable' };
  });
}
