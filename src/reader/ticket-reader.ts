import type { PageHealth, RecipePart, TicketState } from '../domain/health.ts';
import { type UnknownReason, unknown } from '../domain/known.ts';
import type { TaughtField, TaughtName } from '../domain/taught.ts';
import { type TicketReading, ticketFieldNames } from '../domain/ticket-reading.ts';
import { lostParts } from './check/recipe-fit.ts';
import { buildScene, namesOf } from './extract/build-scene.ts';
import type { Scene } from './extract/scene.ts';
import { namedSubmits, type SubmitControl } from './extract/submit-controls.ts';
import { forgetCaptions } from './labels/caption.ts';
import { learnLanguage } from './labels/dictionary.ts';
import type { Labels } from './labels/label-id.ts';
import { forgetButtons, orderButtonOf } from './labels/order-button.ts';
import { findScopes, type Scopes } from './locate/find-scope.ts';
import { pageAt } from './locate/header-market.ts';
import type { PageMatch } from './locate/match-page.ts';
import { startOf } from './page/as-written.ts';
import { isClobbered } from './page/clobbered.ts';
import { searchRoots } from './page/deep-query.ts';
import { isElement } from './page/is-element.ts';
import { inOneLook } from './page/look.ts';
import { isTextControl } from './page/text-controls.ts';
import { holds } from './page/visible.ts';
import { fieldPlaces, readTicket } from './read-ticket.ts';
import type { Recipe, RecipeField } from './recipe.ts';
import { taughtSubmits } from './teach/taught-controls.ts';
import {
  definesTicket,
  lostAmong,
  type TaughtPlaces,
  taughtPlaces,
  taughtScope,
} from './teach/taught-page.ts';

export interface TicketReader {
  /**
   * The ticket as the page shows it now, without a click: where it has one order button a side, `side` is unknown
   * (`ambiguous`). Never throws, never writes to the page.
   */
  read(): TicketState;
  /** As `read`, with what `scope` would give, in one look at the page. */
  look(): { readonly state: TicketState; readonly scope: Element | null };
  /**
   * What a press on this event path (`event.composedPath()`) would send, read at this instant; `null` when the press is
   * not on an order button of a ticket (tabs, toggles, dialogs, the rest of the page).
   *
   * `pointer`: pointer, touch, mouse and click. `key`: Enter or Space on an order button, Enter in an input of the
   * ticket. `submit`: a form's submit event. Where the path does not name one of several buttons, side is unknown.
   */
  readAtPress(path: readonly EventTarget[], kind: PressKind): TicketState | null;
  /** The ticket's own element, `null` when there is none or more than one. */
  scope(): Element | null;
  /** The order buttons of every ticket on show. */
  submitControls(): readonly Element[];
  /** Where fields of the one ticket stand on the page; nothing of those it does not show in one place. */
  placesOf(fields: readonly RecipeField[]): ReadonlyMap<RecipeField, Element>;
}

export type PressKind = 'pointer' | 'key' | 'submit';

export interface ReaderOptions {
  readonly document: Document;
  /** The page's address now; it changes without a load. */
  readonly location: () => string;
  /** The first recipe that matches the address counts, then the first whose mark is in the document. */
  readonly recipes: readonly Recipe[];
  /** Languages whose words count besides English; reading a page in another one needs its words. */
  readonly languages?: readonly Labels[];
  /** What the trader showed on this site, as it stands now. */
  readonly taught?: () => readonly TaughtField[];
}

interface Place {
  readonly match: PageMatch;
  readonly scopes: Scopes;
  /** What the trader showed, looked for in one ticket or, where there is none, on the whole page. */
  readonly taughtIn: (scope: Element | null) => TaughtPlaces;
}

/**
 * A reader of the order ticket on a page. It keeps nothing of the page from one read to the next but rows of positions,
 * which count while they stand unchanged (`positions/unchanged-rows.ts`).
 */
export function createTicketReader(options: ReaderOptions): TicketReader {
  const { document, location, recipes, languages = [], taught = () => [] } = options;
  for (const labels of languages) learnLanguage(labels);
  if (languages.length > 0) {
    forgetCaptions();
    forgetButtons();
  }
  /** `null` where there is nothing to read, or nothing that could be told of what is there (`isClobbered`). */
  const locate = (): Place | null => {
    if (isClobbered(document)) return null;
    const match = pageAt(location(), document, recipes);
    if (match === null) return null;
    const names = namesOf(match.market);
    const taughtIn = (scope: Element | null) => taughtPlaces(taught(), scope, document, names);
    const shown = () => taughtScope(taughtPlaces(taught().filter(definesTicket), null, document, names));
    return { match, scopes: findScopes(document, match.recipe, names, shown), taughtIn };
  };

  const stateAt = (place: Place | null): TicketState => {
    if (place === null)
      return isClobbered(document) ? misled() : nothing('not-on-page', 'none', 'labels', null);
    const { match, scopes, taughtIn } = place;
    const [scope] = scopes.elements;
    if (scope === undefined) {
      return nothing('not-on-page', 'none', scopes.readBy, match, lostAmong(taughtIn(null)));
    }
    if (scopes.elements.length > 1) return nothing('ambiguous', 'several', scopes.readBy, match);
    return state(buildScene(document, match, scope, taughtIn(scope)), scopes, null);
  };

  return {
    read: () => inOneLook(() => stateAt(locate())),

    look: () =>
      inOneLook(() => {
        const place = locate();
        return { state: stateAt(place), scope: onlyScope(place) };
      }),

    readAtPress: (path, kind) =>
      inOneLook(() => {
        const place = locate();
        if (place === null) return isClobbered(document) ? misledPress(path, kind) : null;
        for (const scope of place.scopes.elements) {
          const scene = buildScene(document, place.match, scope, place.taughtIn(scope));
          const pressed = pressOn(path, kind, scope, scene.submits);
          if (pressed !== null) return state(scene, place.scopes, pressed);
        }
        return strayPress(path, place, document);
      }),

    scope: () => onlyScope(inOneLook(locate)),

    placesOf: (fields) =>
      inOneLook(() => {
        const place = locate();
        const scope = onlyScope(place);
        if (place === null || scope === null) return new Map();
        return fieldPlaces(buildScene(document, place.match, scope, place.taughtIn(scope)), fields);
      }),

    submitControls: () =>
      inOneLook(() => {
        const place = locate();
        if (place === null) return [];
        return place.scopes.elements.flatMap((scope) =>
          buildScene(document, place.match, scope, place.taughtIn(scope)).submits.map(
            ({ element }) => element,
          ),
        );
      }),
  };
}

/** The ticket's own element where there is exactly one. */
function onlyScope(place: Place | null): Element | null {
  const [scope, another] = place?.scopes.elements ?? [];
  return scope === undefined || another !== undefined ? null : scope;
}

/** Nothing of a page that answers for its own objects can be told, not even that there is no ticket on it. */
function misled(): TicketState {
  const { reading, health } = nothing('ambiguous', 'ticket', 'labels', null);
  return { reading, health: { ...health, failedChecks: ['page-names'] } };
}

/** On such a page every form that is sent, and every button that is named like an order's, is taken for an order. */
function misledPress(path: readonly EventTarget[], kind: PressKind): TicketState | null {
  const state = misled();
  const from = { how: 'label', anchor: 'page-names' } as const;
  const opens = { known: true, value: 'open', from } as const;
  if (kind === 'submit') return { ...state, reading: { ...state.reading, effect: opens } };
  for (const target of path) {
    if (!(target instanceof HTMLElement) || target instanceof HTMLFormElement) continue;
    if (kind === 'key' && isTextControl(target))
      return { ...state, reading: { ...state.reading, effect: opens } };
    const text = target instanceof HTMLInputElement ? target.value : (target.textContent ?? '');
    const button = orderButtonOf(startOf(text).trim(), []);
    if (button === null) continue;
    const effect = { ...opens, value: button.effect ?? 'open' } as const;
    return { ...state, reading: { ...state.reading, effect } };
  }
  return null;
}

type Pressed = SubmitControl | 'some';

/** The order button a path leads to, `some` when the ticket is sent but the path does not say by which button. */
function pressOn(
  path: readonly EventTarget[],
  kind: PressKind,
  scope: Element,
  submits: readonly SubmitControl[],
): Pressed | null {
  const button = submits.find(({ element }) => path.includes(element));
  if (button !== undefined) return button;
  if (kind === 'pointer') return null;
  const [target] = path;
  if (!isElement(target)) return null;
  const lone = submits.length === 1 ? submits[0] : undefined;
  if (kind === 'key') return isTextControl(target) && holds(scope, target) ? (lone ?? 'some') : null;
  return holds(scope, target) || holds(target, scope) ? (lone ?? 'some') : null;
}

/** The venue's own order button where no ticket could be made out around it: an order goes out, and nothing is known of it. */
function strayPress(
  path: readonly EventTarget[],
  { match, taughtIn }: Place,
  document: Document,
): TicketState | null {
  const named =
    match.recipe === null ? [] : namedSubmits(searchRoots(document), match.recipe, namesOf(match.market));
  const isPressed = ({ element }: SubmitControl) => path.includes(element);
  const button = named.find(isPressed) ?? taughtSubmits(taughtIn(null)).find(isPressed);
  if (button === undefined) return null;
  const { reading, health } = nothing('not-on-page', 'none', 'recipe', match);
  const from = { how: button.how, anchor: button.anchor };
  const effect = { known: true, value: button.effect ?? 'open', from } as const;
  const side = button.side === undefined ? reading.side : { known: true as const, value: button.side, from };
  return { reading: { ...reading, side, effect }, health };
}

function state(scene: Scene, scopes: Scopes, pressed: Pressed | null): TicketState {
  const { reading, failedChecks } = readTicket(scene, pressed === 'some' ? null : pressed);
  const fit = lostParts(scene.match.recipe, scopes.readBy, reading, scene.submits);
  return { reading, health: health('ticket', scopes.readBy, failedChecks, lostAmong(scene.taught), fit) };
}

function nothing(
  why: UnknownReason,
  scope: PageHealth['scope'],
  readBy: PageHealth['readBy'],
  match: PageMatch | null,
  lost: readonly TaughtName[] = [],
): TicketState {
  const fields = Object.fromEntries(ticketFieldNames.map((name) => [name, unknown(why, name)]));
  const venue =
    match === null || match.recipe === null
      ? unknown('not-on-page', 'venue')
      : ({ known: true, value: match.venue, from: { how: 'recipe', anchor: 'address' } } as const);
  const reading = { ...fields, venue, positions: unknown(why, 'positions') } as unknown as TicketReading;
  const fit = scope === 'none' ? lostParts(match?.recipe ?? null, 'none') : [];
  return { reading, health: health(scope, readBy, [], lost, fit) };
}

function health(
  scope: PageHealth['scope'],
  readBy: PageHealth['readBy'],
  failedChecks: readonly string[],
  lost: readonly TaughtName[],
  fit: readonly RecipePart[],
): PageHealth {
  const taughtLost = lost.length === 0 ? {} : { taughtLost: lost };
  const recipeLost = fit.length === 0 ? {} : { recipeLost: fit };
  return { scope, readBy, readAt: new Date().toISOString(), failedChecks, ...taughtLost, ...recipeLost };
}
