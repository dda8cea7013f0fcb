import { isDecimalString } from '../../domain/decimal-string.ts';
import type { TaughtField, TaughtKind, TaughtMeaning, TaughtName } from '../../domain/taught.ts';
import type { Provenance, TicketFieldName } from '../../domain/ticket-reading.ts';
import { unitOf } from '../convert/unit-of.ts';
import { buildScene, namesOf } from '../extract/build-scene.ts';
import { labelRung } from '../extract/label-anchors.ts';
import { recipeRungs } from '../extract/recipe-anchors.ts';
import type { Rung } from '../extract/rung.ts';
import { unitRung } from '../extract/unit-anchors.ts';
import { findScopes } from '../locate/find-scope.ts';
import { pageAt } from '../locate/header-market.ts';
import type { PageMatch } from '../locate/match-page.ts';
import { comesBefore } from '../page/document-order.ts';
import { inOneLook } from '../page/look.ts';
import { holds, outerParent } from '../page/visible.ts';
import { sameNumber } from '../parse/resolve-field.ts';
import { readTicket } from '../read-ticket.ts';
import type { Recipe, RecipeField } from '../recipe.ts';
import { cuts, isKnownMode, saidBy } from './cuts.ts';
import { findTaught } from './find-taught.ts';
import { printsOf } from './fingerprint.ts';
import { sourceOf } from './ladder.ts';
import { type KnownField, type Lesson, none, shortly } from './lesson.ts';
import { looksChosen } from './looks-chosen.ts';
import { meaningKey } from './spoken.ts';
import { spotsOf } from './spots.ts';
import { isControlName, type Target, targetOf, targetsIn } from './target.ts';
import { type TaughtPlaces, taughtPlaces, taughtScope } from './taught-page.ts';
import { unitWordIn } from './taught-rung.ts';
import { textOf } from './words.ts';

export interface TeacherOptions {
  readonly document: Document;
  readonly location: () => string;
  readonly recipes: readonly Recipe[];
  readonly taught: () => readonly TaughtField[];
  readonly now: () => Date;
}

export interface Teacher {
  /** What the element says as this field. `meanings`: what the trader said of its words so far. */
  point(pointed: Element, name: TaughtName, meanings?: Readonly<Record<string, TaughtMeaning>>): Lesson;
  /** The elements this field could stand in, in reading order, those of the ticket first. */
  candidates(name: TaughtName): readonly Element[];
  /** The element that pointing here would mean, to be outlined; `null` where nothing of this field can stand. */
  targetAt(pointed: Element, name: TaughtName): Element | null;
  /** What stands at an element, in a few words. */
  textAt(element: Element): string;
  scope(): Element | null;
}

const kinds: readonly TaughtKind[] = ['input', 'choice', 'text'];
const mostCandidates = 400;

/** Turns what a trader points at into taught fields. Looks at the page as the reader does, and writes nothing to it. */
export function createTeacher({ document, location, recipes, taught, now }: TeacherOptions): Teacher {
  const page = () => document.body ?? document.documentElement;
  const matched = (): PageMatch =>
    pageAt(location(), document, recipes) ?? pageAt('', document, []) ?? noPage;
  const scopeOf = (match: PageMatch): Element | null => {
    const names = namesOf(match.market);
    const shown = () => taughtScope(taughtPlaces(taught(), null, document, names));
    const { elements } = findScopes(document, match.recipe, names, shown);
    return elements.length === 1 ? (elements[0] ?? null) : null;
  };

  const point: Teacher['point'] = (pointed, name, meanings = {}) =>
    inOneLook(() => {
      const target = targetOf(pointed, name);
      if (target === null) return none('nothing', null);
      const match = matched();
      const scope = scopeOf(match);
      if (looksChosen(target, name)) return none('no-state', target.element);
      const stated = { ...meaningsBefore(name), ...meanings };
      return isControlName(name)
        ? control(target, name, match, scope)
        : figure(target, name as TicketFieldName & TaughtName, match, scope, stated);
    });

  const meaningsBefore = (name: TaughtName) => taught().find((field) => field.name === name)?.meanings ?? {};

  function control(target: Target, name: TaughtName, match: PageMatch, scope: Element | null): Lesson {
    const words = textOf(target.element).trim();
    const field = known(target, name, match, scope, '', '', {});
    if (field === null) return none('not-again', target.element, words);
    return { kind: 'control', element: target.element, field, words };
  }

  function figure(
    target: Target,
    name: TicketFieldName & TaughtName,
    match: PageMatch,
    scope: Element | null,
    meanings: Readonly<Record<string, TaughtMeaning>>,
  ): Lesson {
    const { element } = target;
    const text = saidBy(target);
    const question = ask(name, text, meanings, match);
    if (question !== null) return { kind: 'ask', element, ...question };
    const ground = scope !== null && holds(scope, element) ? scope : groundAround(element, scope);
    for (const [lead, unit] of cuts(target, text)) {
      const first = known(target, name, match, scope, lead, unit, meanings);
      if (first === null) return none('not-again', element, text);
      // What it says by itself; then whether the page's other places agree.
      const field = { ...first, overruled: otherSources(name, match, ground) };
      const mine = readAs(field, element, match, ground);
      if (mine.value === undefined) continue;
      const { value, unit: of } = mine;
      const together = readAs(first, element, match, ground);
      if (together.value !== undefined && isSame(together.value.value, value.value))
        return { kind: 'read', element, field: first, value, unit: of, currency: mine.currency };
      const without = readAs(null, element, match, ground, name).value;
      return { kind: 'differs', element, field, value, unit: of, without };
    }
    return none('unreadable', element, text);
  }

  function known(
    target: Target,
    name: TaughtName,
    match: PageMatch,
    scope: Element | null,
    lead: string,
    unit: string,
    meanings: Readonly<Record<string, TaughtMeaning>>,
  ): TaughtField | null {
    const names = namesOf(match.market);
    const inTicket = scope !== null && holds(scope, target.element);
    const definesScope = name === 'size' || name === 'buy' || name === 'sell' || name === 'order';
    const wheres = inTicket
      ? definesScope
        ? (['page', 'ticket'] as const)
        : (['ticket'] as const)
      : (['page'] as const);
    for (const where of wheres) {
      const root = where === 'ticket' && scope !== null ? scope : page();
      const field: TaughtField = {
        name,
        kind: target.kind,
        where,
        ...printsOf(target, lead, { name, root, names }),
        lead,
        meanings,
        unit,
        overruled: [],
        taughtAt: now().toISOString(),
      };
      const found = findTaught(field, root, names);
      if ('element' in found && found.element === target.element) return field;
    }
    return null;
  }

  function readAs(
    field: TaughtField | null,
    element: Element,
    match: PageMatch,
    ground: Element,
    name = field?.name,
  ): {
    readonly value: KnownField | undefined;
    readonly unit: KnownField | undefined;
    readonly currency: string;
  } {
    const places = new Map(taughtPlaces(taught(), ground, document, namesOf(match.market)));
    if (name !== undefined) places.delete(name);
    if (field !== null) places.set(field.name, { field, element, absent: false });
    const { reading } = readTicket(buildScene(document, match, ground, places as TaughtPlaces), null);
    const own = reading[name as TicketFieldName];
    const { sizeUnit, currency } = reading;
    return {
      value: own.known ? own : undefined,
      unit: name === 'size' && sizeUnit.known ? sizeUnit : undefined,
      currency: currency.known ? currency.value : '',
    };
  }

  function otherSources(name: TaughtName, match: PageMatch, ground: Element): readonly Provenance[] {
    const scene = buildScene(document, match, ground);
    const field = name as RecipeField;
    const labels: readonly (Rung | null)[] = [
      labelRung(scene, field),
      name === 'sizeUnit' ? unitRung(scene) : null,
    ];
    return [
      ...recipeRungs(scene, field).map((rung) => sourceOf(rung, 'recipe')),
      ...labels.flatMap((rung) => (rung === null ? [] : [sourceOf(rung, 'label')])),
    ].slice(0, 6) as readonly Provenance[];
  }

  function ask(
    name: TaughtName,
    text: string,
    meanings: Readonly<Record<string, TaughtMeaning>>,
    match: PageMatch,
  ): { readonly word: string; readonly ask: 'mode' | 'unit' | 'quote' } | null {
    const said = Object.hasOwn(meanings, meaningKey(text));
    if (name === 'marginMode') {
      if (said || meaningKey(text) === '' || meaningKey(text).length > 40 || isKnownMode(text)) return null;
      return { word: shortly(text), ask: 'mode' };
    }
    if (name !== 'sizeUnit' || said) return null;
    const word = unitWordIn(text, match.market);
    const unit = unitOf(word, match.market);
    if (unit === 'quote' && match.recipe?.quoteSizeIs === undefined && match.market?.kind !== 'inverse') {
      return { word: shortly(text), ask: 'quote' };
    }
    return unit !== null || meaningKey(text) === '' ? null : { word: shortly(text), ask: 'unit' };
  }

  return {
    point,
    scope: () => inOneLook(() => scopeOf(matched())),
    targetAt: (pointed, name) => inOneLook(() => targetOf(pointed, name)?.element ?? null),
    textAt: (element) => {
      const text = element.localName === 'input' ? (element as HTMLInputElement).value : textOf(element);
      return shortly(
        text || (element.getAttribute('aria-label') ?? element.getAttribute('placeholder') ?? ''),
      );
    },
    candidates: (name) =>
      inOneLook(() => {
        const scope = scopeOf(matched());
        const wanted: readonly TaughtKind[] = isControlName(name)
          ? ['button']
          : name === 'reduceOnly'
            ? ['toggle']
            : kinds;
        const inRoot = (root: Element) => wanted.flatMap((kind) => targetsIn(root, kind, name));
        const own = scope === null ? [] : inReadingOrder(inRoot(scope));
        const others = inReadingOrder(inRoot(page())).filter((element) => !own.includes(element));
        return [...own, ...others].slice(0, mostCandidates);
      }),
  };
}

const noPage: PageMatch = { venue: 'generic', recipe: null, market: null } as PageMatch;

function isSame(a: unknown, b: unknown): boolean {
  return isDecimalString(a) && isDecimalString(b) ? sameNumber(a, b) : a === b;
}

/** Where there is no ticket yet: as much of the page around as is one group. */
function groundAround(element: Element, scope: Element | null): Element {
  if (scope !== null) return scope;
  let ground = element;
  for (let at = outerParent(element); at !== null && spotsOf(at).length <= 80; at = outerParent(at)) {
    if (at.localName === 'body' || at.localName === 'html') break;
    ground = at;
  }
  return ground === element ? (element.parentElement ?? element) : ground;
}

function inReadingOrder(elements: readonly Element[]): readonly Element[] {
  return [...new Set(elements)].sort((a, b) => (comesBefore(a, b) ? -1 : 1));
}
