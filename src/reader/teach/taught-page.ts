import type { TaughtField, TaughtName } from '../../domain/taught.ts';
import { holds, isInDialog, outerParent } from '../page/visible.ts';
import { findTaught } from './find-taught.ts';
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
      const found = findTaught(field, root, names);
      const element = 'element' in found ? found.element : null;
      return [field.name, { field, element, absent: 'none' in found && found.none === 'absent' }];
    }),
  );
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
