import { chooseOption, type Option } from '../../src/reader/extract/choose-option.ts';
import { labelRung } from '../../src/reader/extract/label-anchors.ts';
import { shownIn, shownOnPage } from '../../src/reader/extract/recipe-anchors.ts';
import type { Scene } from '../../src/reader/extract/scene.ts';
import { queryRoots, searchRoots } from '../../src/reader/page/deep-query.ts';
import { joined, textItems } from '../../src/reader/page/text-items.ts';
import type { Anchor, CssAnchor, OptionsAnchor, RecipeField } from '../../src/reader/recipe.ts';

/** An anchor of the recipe that nothing was read by, for a person. */
export interface MissedAnchor {
  readonly field: string;
  /** The layout of the page it is for, as the recipe says. */
  readonly layout: string;
  /** The selector, label or pattern. */
  readonly place: string;
  readonly why: string;
}

/** Where an anchor looks, as the recipe has it. */
export function placeOf(anchor: Anchor): string {
  if ('css' in anchor) return anchor.css;
  if ('options' in anchor) return Object.values(anchor.options).join(' | ');
  if ('matches' in anchor) return anchor.matches;
  if ('address' in anchor) return `address ${anchor.address}`;
  return `label ${anchor.label}${anchor.in === undefined ? '' : ` in ${anchor.in}`}`;
}

/** Why an anchor leads nowhere on this page, or what it says where it does lead somewhere. */
export function faultOf(scene: Scene, field: RecipeField, anchor: Anchor): string {
  const { when } = anchor;
  if (when !== undefined && shownIn(scene.roots, when).length === 0) {
    return `counts only where ${when} is shown; ${matches(queryRoots(scene.roots, when).length)}`;
  }
  if ('css' in anchor) return faultOfCss(scene, anchor);
  if ('options' in anchor) return faultOfOptions(scene, anchor);
  if ('matches' in anchor) return shownOrNot(scene.roots, anchor.matches) ?? says(anchor.value);
  if ('address' in anchor) {
    const part = new RegExp(anchor.address, 'i').exec(scene.match.path)?.[1];
    return part === undefined ? 'the address does not fit the pattern' : says(part);
  }
  if (anchor.where === 'page') return 'looked for by its caption on the whole page';
  const rung = labelRung(scene, field, anchor);
  if (rung === null) return 'no such label in the ticket, or nothing stands by it';
  return rung.kind === 'raw' ? says(rung.text) : `the label is there; ${rung.why}`;
}

function faultOfCss(scene: Scene, anchor: CssAnchor): string {
  const isOnPage = anchor.where === 'page';
  const roots = isOnPage ? searchRoots(scene.document) : scene.roots;
  const unseen = shownOrNot(roots, anchor.css);
  if (unseen !== null) return unseen;
  const shown = isOnPage ? shownOnPage(scene.document, anchor.css) : shownIn(scene.roots, anchor.css);
  if (anchor.of !== undefined && shown.length !== anchor.of) {
    return `${shown.length} are shown where ${anchor.of} should be`;
  }
  const chosen = anchor.nth === undefined ? shown : shown.slice(anchor.nth, anchor.nth + 1);
  if (chosen.length === 0) return `${shown.length} are shown, none at place ${anchor.nth}`;
  const texts = [...new Set(chosen.map((element) => textOf(element, anchor)))];
  if (texts.length > 1) return `${chosen.length} are shown and say different things`;
  const [text = ''] = texts;
  if (anchor.pattern !== undefined && !new RegExp(anchor.pattern, 'iu').test(text)) {
    return `${says(text)}, which does not fit ${anchor.pattern}`;
  }
  return says(text);
}

function faultOfOptions(scene: Scene, { options }: OptionsAnchor): string {
  const shown: Option[] = Object.entries(options).flatMap(([key, css]) =>
    shownIn(scene.roots, css).map((element) => ({ key, element })),
  );
  if (shown.length === 0) {
    const all = Object.values(options).flatMap((css) => queryRoots(scene.roots, css)).length;
    return `none of its choices is shown; ${matches(all)}`;
  }
  const chosen = chooseOption(shown);
  return chosen === null
    ? `${shown.length} choices are shown and not one of them alone is marked as chosen`
    : says(chosen.key);
}

function textOf(element: Element, { attribute, without }: CssAnchor): string {
  if (attribute !== undefined) return element.getAttribute(attribute) ?? '';
  if ('value' in element && typeof element.value === 'string') return element.value;
  return joined(
    textItems(element).filter((item) => without === undefined || item.element.closest(without) === null),
  );
}

/** Why a selector leads nowhere; `null` where something it matches is shown. */
export function shownOrNot(roots: readonly ParentNode[], css: string): string | null {
  if (shownIn(roots, css).length > 0) return null;
  const { length } = queryRoots(roots, css);
  return length === 0 ? matches(0) : `${matches(length)}, and nobody can see it`;
}

function matches(count: number): string {
  if (count === 0) return 'nothing here matches';
  return count === 1 ? '1 element matches' : `${count} elements match`;
}

function says(text: string): string {
  return `says "${text.replace(/\s+/g, ' ').trim().slice(0, 60)}"`;
}
