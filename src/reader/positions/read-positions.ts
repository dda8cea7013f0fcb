import type { DecimalString } from '../../domain/decimal-string.ts';
import { unknown } from '../../domain/known.ts';
import type { PositionRow, PositionsField, Provenance } from '../../domain/ticket-reading.ts';
import { isContractWord } from '../convert/unit-of.ts';
import { agreedMark } from '../extract/build-scene.ts';
import { shownOnPage } from '../extract/recipe-anchors.ts';
import type { Scene } from '../extract/scene.ts';
import { captionOf } from '../labels/caption.ts';
import { hasChosenClass, isOn } from '../page/control-state.ts';
import { queryRoots, searchRoots } from '../page/deep-query.ts';
import type { PageCaption } from '../page/page-captions.ts';
import { isInDialog, isShown } from '../page/visible.ts';
import { cardsAmong } from './cards.ts';
import { withoutLots } from './merge-lots.ts';
import { listIn, plainList, type Table, tableIn } from './table.ts';
import { readRowOnce, textsOfRow } from './unchanged-rows.ts';

/** The open positions the page lists; unknown where it lists none and does not say that there are none. */
export function readPositions(
  scene: Scene,
  captions: readonly PageCaption[],
  contractSize: (symbol: string) => DecimalString | undefined,
): PositionsField {
  if (isAnotherListOnShow(captions)) return unknown('not-on-page', 'positions');
  const found = findTable(scene) ?? findPlainList(captions) ?? findCards(scene, captions);
  const rows = found?.table.rows ?? [];
  if (found === null || rows.length === 0) return emptyList(scene, captions, found);
  if (saysNone(scene, captions)) return unknown('ambiguous', 'positions');
  const recipe = scene.match.recipe?.positions;
  const numbers = {
    decimal: scene.marks.fixed ?? agreedMark(rows.flatMap(textsOfRow)) ?? scene.marks.shown,
    units: scene.units,
    isUnit: isContractWord,
  };
  const context = { market: scene.market, recipe, numbers, table: found.table, contractSize };
  const listed: PositionRow[] = [];
  for (const row of rows) {
    const position = readRowOnce(row, context);
    if ('why' in position) return unknown(position.why, 'positions');
    listed.push(position);
  }
  const positions = withoutLots(listed);
  const complete = countOnTab(scene, captions) === positions.length && !rowsAreHidden(scene, captions);
  return { known: true, value: positions, from: found.from, complete };
}

/** The page itself says that there are none: a list with rows is of something else, such as a bot beside. */
function saysNone(scene: Scene, captions: readonly PageCaption[]): boolean {
  return countOnTab(scene, captions) === 0 && wordsForNone(captions) !== undefined;
}

function wordsForNone(captions: readonly PageCaption[]): PageCaption | undefined {
  return captions.find(({ meanings, element }) => meanings.includes('noPositions') && !isInDialog(element));
}

/** The tab of the positions is not the chosen one: a list that looks like theirs is of orders or of what was closed. */
function isAnotherListOnShow(captions: readonly PageCaption[]): boolean {
  const states = captions.flatMap(({ element, meanings }) =>
    meanings.includes('positions') ? (stateOfTab(element) ?? []) : [],
  );
  return states.length > 0 && !states.includes(true);
}

const tabDepth = 3;

/** Whether a tab is chosen, by its own state, else by the mark that one of its row carries. */
function stateOfTab(element: Element): boolean | null {
  let tab: Element | null = element;
  for (let depth = 0; tab !== null && depth < tabDepth; depth += 1, tab = tab.parentElement) {
    const row: readonly Element[] = [...(tab.parentElement?.children ?? [])];
    const own = isOn(tab);
    if (own !== null) return own || row.some((other) => isOn(other) === true) ? own : null;
    const marked = row.filter(hasChosenClass);
    if (row.length > 1 && marked.length === 1) return marked[0] === tab;
  }
  return null;
}

interface Found {
  readonly table: Table;
  readonly from: Provenance;
  readonly container: Element;
}

function findTable(scene: Scene): Found | null {
  const recipe = scene.match.recipe?.positions;
  for (const css of recipe?.css ?? []) {
    for (const container of shownOnPage(scene.document, css)) {
      const table = tableIn(container) ?? (recipe?.row === undefined ? null : listIn(container, recipe.row));
      if (table !== null) return { table, container, from: { how: 'recipe', anchor: css } };
    }
  }
  const tables = queryRoots(
    searchRoots(scene.document),
    'table,[role=table],[role=grid],[role=treegrid]',
  ).filter((element) => isShown(element) && !isInDialog(element));
  const found = tables.flatMap((container): Found[] => {
    const table = tableIn(container);
    return table === null ? [] : [{ table, container, from: { how: 'label', anchor: 'positions' } }];
  });
  const [only] = found;
  return found.length === 1 ? (only ?? null) : null;
}

const headerDepth = 3;

/** A list without any mark-up is found by its header for the entry price and the headers beside it. */
function findPlainList(captions: readonly PageCaption[]): Found | null {
  const lists = new Map<Element, Found>();
  for (const { element, meanings } of captions) {
    if (!meanings.includes('entryPrice') || element.closest('table') !== null || isInDialog(element))
      continue;
    let line = element.parentElement;
    for (let depth = 0; line !== null && depth < headerDepth; depth += 1, line = line.parentElement) {
      const table = plainList(line);
      // Without the contracts it is the inside of a card.
      if (table === null || (table.rows.length > 0 && !table.columns.includes('symbol'))) continue;
      lists.set(line, { table, container: line, from: { how: 'label', anchor: 'positions' } });
      break;
    }
  }
  const [only] = lists.values();
  return lists.size === 1 ? (only ?? null) : null;
}

function findCards({ scope, market }: Scene, captions: readonly PageCaption[]): Found | null {
  const table = cardsAmong(captions, scope, market);
  return table === null ? null : { table, container: scope, from: { how: 'label', anchor: 'positions' } };
}

/** No rows: no positions when the page says so in words or counts zero, and hides none. */
function emptyList(scene: Scene, captions: readonly PageCaption[], found: Found | null): PositionsField {
  const words = wordsForNone(captions);
  const counts = countsOnTab(scene, captions);
  if ([...counts].some((count) => count > 0)) return unknown('ambiguous', 'positions');
  const zero = found !== null && counts.size > 0;
  if ((words === undefined && !zero) || rowsAreHidden(scene, captions))
    return unknown('not-on-page', 'positions');
  const anchor = words?.text ?? 'positions (0)';
  return { known: true, value: [], from: { how: 'label', anchor }, complete: true };
}

/** The number the page itself puts behind the word for positions. */
function countOnTab(scene: Scene, captions: readonly PageCaption[]): number | null {
  const counts = countsOnTab(scene, captions);
  const [only] = counts;
  return counts.size === 1 ? (only ?? null) : null;
}

function countsOnTab(scene: Scene, captions: readonly PageCaption[]): ReadonlySet<number> {
  const css = scene.match.recipe?.positions?.tab;
  const tabs = css === undefined ? [] : shownOnPage(scene.document, css);
  const counts = new Set<number>();
  for (const tab of tabs) counted(tab.textContent ?? '', counts);
  if (counts.size === 0) {
    for (const { element, text, meanings } of captions) {
      if (!meanings.includes('positions') || element.closest('td,th') !== null) continue;
      const tab = element.closest('[role=tab],button,a,li') ?? element;
      const whole = tab.textContent ?? text;
      counted(whole.length > 60 ? text : whole, counts);
    }
  }
  return counts;
}

function counted(text: string, counts: Set<number>): void {
  const caption = captionOf(text.replace(/\s+/g, ' ').trim());
  if (caption?.meanings.includes('positions') !== true) return;
  const count = /^\(?(\d{1,4})\)?$/.exec(caption.tail.trim())?.[1];
  if (count !== undefined) counts.add(Number(count));
}

/** A filter that hides the rows of other contracts is on, or cannot be told. */
function rowsAreHidden(scene: Scene, captions: readonly PageCaption[]): boolean {
  const css = scene.match.recipe?.positions?.filter;
  const boxes =
    css === undefined ? [] : queryRoots([scene.document], css).filter((box) => box.checkVisibility());
  if (boxes.length > 0) return boxes.some((box) => isOn(box) !== false);
  return captions.some(({ element, meanings }) => {
    if (!meanings.includes('hideOthers')) return false;
    const label = element.closest('label') as HTMLLabelElement | null;
    const box =
      label?.control ??
      element.parentElement?.querySelector('input[type=checkbox],[role=checkbox],[role=switch]');
    return box === null || box === undefined || isOn(box) !== false;
  });
}
