import type { Side } from '../domain/account.ts';
import { unknown } from '../domain/known.ts';
import { type Field, readValue, type SideLeverage, type TicketReading } from '../domain/ticket-reading.ts';
import { crossCheck } from './check/cross-check.ts';
import { convertSize, sizeOfContract } from './convert/convert-size.ts';
import { settledScene } from './convert/settled-scene.ts';
import { pageLabelsOf } from './extract/market-captions.ts';
import type { Rung } from './extract/rung.ts';
import type { Scene } from './extract/scene.ts';
import { isSignedOut } from './extract/signed-out.ts';
import type { SubmitControl } from './extract/submit-controls.ts';
import { unitRung } from './extract/unit-anchors.ts';
import { otherInHeader } from './locate/header-market.ts';
import { type PageCaption, pageCaptions } from './page/page-captions.ts';
import { direction } from './parse/direction.ts';
import { fieldReader } from './parse/field-reader.ts';
import { resolveField } from './parse/resolve-field.ts';
import { marginMode, openOrClose, orderType, yesOrNo } from './parse/words.ts';
import { readPositions } from './positions/read-positions.ts';
import type { RecipeField } from './recipe.ts';

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
export function readTicket(found: Scene, pressed: SubmitControl | null): TicketRead {
  const captions = pageCaptions(found.document, new Set([...wanted, ...pageLabelsOf(found.match.recipe)]));
  const signedOut = isSignedOut(found, captions);
  const scene = settledScene(found, () =>
    signedOut ? undefined : readValue(fieldReader(found, captions, pressed?.side).currency()),
  );
  const read = fieldReader(scene, captions, pressed?.side);

  const markPrice = read.price('markPrice', undefined);
  const lastPrice = read.price('lastPrice', readValue(markPrice));
  const reference = readValue(markPrice) ?? readValue(lastPrice);
  read.testHabit(reference);
  const type = resolveField('orderType', read.rungs('orderType'), orderType);
  const mode = signedOut
    ? unknown('not-on-page', 'marginMode')
    : resolveField('marginMode', read.rungs('marginMode'), marginMode);
  const reduceOnly = resolveField('reduceOnly', read.rungs('reduceOnly'), yesOrNo);
  const openClose = resolveField('openClose', read.rungs('openClose'), openOrClose);
  const towards = direction(scene, pressed, openClose, reduceOnly);
  const leverage = signedOut ? unknown('not-on-page', 'leverage') : read.leverage();
  const price =
    readValue(type) === 'market' ? unknown('not-on-page', 'price') : read.price('price', reference);
  const size = read.size();
  const contractSize = readValue(read.contractSize());
  const sizeUnit = read.sizeUnit(size);
  const amount = (name: 'walletBalance' | 'equity' | 'available') =>
    signedOut ? unknown('not-on-page', name) : read.amount(name);
  const available = amount('available');

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
    stopLoss: read.stop('stopLoss', reference ?? readValue(price)),
    takeProfit: read.stop('takeProfit', reference ?? readValue(price)),
    walletBalance: amount('walletBalance'),
    equity: amount('equity'),
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
    header:
      textOf(read.rungs('headerSymbol')) ??
      otherInHeader(scene.document, scene.market, captions, scene.match.recipe?.positions?.tag),
    maxSize: read.maxSize(readValue(fields.sizeUnit)),
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

function textOf([first]: readonly Rung[]): string | undefined {
  return first?.kind === 'raw' ? first.text : undefined;
}

function symbolOf({ match, market }: Scene): Field<string> {
  if (market === null) return unknown('not-on-page', 'symbol');
  const how = match.recipe === null ? 'label' : 'recipe';
  return { known: true, value: market.symbol, from: { how, anchor: match.namedBy ?? 'address' } };
}
