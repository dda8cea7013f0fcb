import type { TaughtField, TaughtName } from '../../domain/taught.ts';
import { oncePerLook } from '../page/look.ts';
import { holds, isInDialog, outerParent } from '../page/visible.ts';
import { type Found, findTaught } from './find-taught.ts';
import { mayBeAway } from './may-be-away.ts';

/** One taught field on this page: its element, or that it could not be found again. */
export interface TaughtPlace {
  readonly field: TaughtField;
  readonly element: Element | null;
  /** Nothing of it is on the page, as a field the page hides for now. */
  readonly absent: boolean;
}

export type TaughtPlaces = ReadonlyMap<TaughtName, TaughtPlace>;

export const nothingTaught: TaughtPlaces = new Map();

const orderButtons: readonly TaughtName[] = ['buy', 'sell', 'order'];

/** Every taught field looked for: those of the ticket in it, the others on the whole page. */
export function taughtPlaces(
  fields: readonly TaughtField[],
  scope: Element | null,
  document: Document,
  names: readonly string[],
): TaughtPlaces {
  if (fields.length === 0) return nothingTaught;
  const page = document.body ?? document.documentElement;
  return new Map(
    fields.map((field) => {
      const root = field.where === 'ticket' && scope !== null ? scope : page;
      const place = findOnce(field, root, names);
      const element = 'element' in place ? place.element : null;
      return [field.name, { field, element, absent: 'none' in place && place.none === 'absent' }];
    }),
  );
}

const found = oncePerLook((_: Element) => new Map<TaughtField, Found>());

/** A field is looked for once a look under one root: for the ticket's place, and then for its own. */
function findOnce(field: TaughtField, root: Element, names: readonly string[]): Found {
  const known = found(root);
  let result = known.get(field);
  if (result === undefined) {
    result = findTaught(field, root, names);
    known.set(field, result);
  }
  return result;
}

/** The taught fields that settle where the ticket is. */
export function definesTicket({ name }: TaughtField): boolean {
  return name === 'size' || orderButtons.includes(name);
}

/** The smallest element that holds the taught size and every taught order button; `null` while one is not found. */
export function taughtScope(places: TaughtPlaces): Element | null {
  const size = places.get('size')?.element ?? null;
  const buttons = taughtButtons(places);
  if (size === null || buttons.length === 0) return null;
  if ([size, ...buttons].some(isInDialog)) return null;
  for (let at = outerParent(size); at !== null; at = outerParent(at)) {
    const outer = at;
    if (buttons.every((button) => holds(outer, button))) return outer;
  }
  return null;
}

/** The order buttons the trader showed and that were found again. */
export function taughtButtons(places: TaughtPlaces): readonly Element[] {
  return orderButtons.flatMap((name) => places.get(name)?.element ?? []);
}

/** Taught fields that could not be found again: the trader is asked to show them anew. */
export function lostAmong(places: TaughtPlaces): readonly TaughtName[] {
  return [...places.values()]
    .filter(({ field, element, absent }) => element === null && !(absent && mayBeAway(field.name)))
    .map(({ field }) => field.name);
}
