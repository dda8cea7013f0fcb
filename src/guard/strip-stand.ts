import { dockedStrip, type StripPlace } from '../domain/strip-place.ts';
import { type Box, clamp, type Size } from './box.ts';
import { fullWidth, placeStrip, type Surroundings } from './place-strip.ts';
import { boxAt, freeNear, isFree, spotOf, stepped, type Way } from './strip-spot.ts';

interface Options {
  readonly surroundings: () => Surroundings;
  readonly busyUnder: (box: Box) => number;
  /** The trader moved, collapsed or put it back. */
  readonly keepPlace?: (place: StripPlace) => void;
}

/** How much of the strip there has to be just now. */
export interface Needs {
  /** Its panel is open, or it has news: the whole line is wanted. */
  readonly isBusy: boolean;
  readonly hasNothingToSay: boolean;
}

const margin = 6;

/** Where the strip stands, and whether as a line or as a tab: docked, or where the trader wants it, never on a control. */
export class StripStand {
  readonly #options: Options;
  #place: StripPlace = dockedStrip;
  #box: Box | undefined;
  /** What the box was chosen for, so that nothing is weighed again while nothing moved. */
  #chosenFor = '';
  /** Where it is being moved from, so that the move can be taken back. */
  #movedFrom: { readonly place: StripPlace; readonly box: Box | undefined } | undefined;
  #isDragged = false;
  /** The ticket leaves no room for the whole line: only its tab is shown. */
  #isSquashed = false;

  constructor(options: Options) {
    this.#options = options;
  }

  get box(): Box | undefined {
    return this.#box;
  }

  get moving(): 'dragged' | 'by-steps' | undefined {
    if (this.#isDragged) return 'dragged';
    return this.#movedFrom === undefined ? undefined : 'by-steps';
  }

  get isMoved(): boolean {
    return this.#place.spot !== null;
  }

  get isSquashed(): boolean {
    return this.#isSquashed;
  }

  isSmall(needs: Needs): boolean {
    return this.#wantsTab(needs) || this.#isSquashed;
  }

  /** What was kept for this exchange; nothing where the trader has moved it already. */
  placeIs(place: StripPlace): void {
    if (this.#movedFrom === undefined && this.#place === dockedStrip) this.#place = place;
  }

  collapse(isCollapsed: boolean): void {
    if (this.#place.isCollapsed !== isCollapsed) this.#keep({ ...this.#place, isCollapsed });
  }

  putBack(): void {
    this.#movedFrom = undefined;
    this.#keep({ ...this.#place, spot: null });
  }

  beginMove(how: 'dragged' | 'by-steps'): void {
    this.#isDragged = how === 'dragged';
    this.#movedFrom ??= { place: this.#place, box: this.#box };
  }

  endMove(isKept: boolean): void {
    const from = this.#movedFrom;
    this.#isDragged = false;
    this.#movedFrom = undefined;
    if (from === undefined) return;
    if (isKept) this.#keep(this.#place);
    else this.#place = from.place;
  }

  /** Takes it along, by pixels from where the move began, and round what it must not stand on. */
  moveBy(dx: number, dy: number): void {
    const from = this.#movedFrom?.box;
    if (from === undefined) return;
    const around = this.#options.surroundings();
    const { width, height } = around.view;
    const left = clamp(from.left + dx, margin, Math.max(margin, width - margin - from.width));
    const top = clamp(from.top + dy, margin, Math.max(margin, height - margin - from.height));
    this.#standAt(freeNear({ ...from, left, top }, around), around.view);
  }

  /** One step; `false` when there is no room that way. */
  step(way: Way): boolean {
    if (this.#box === undefined) return false;
    const around = this.#options.surroundings();
    const box = stepped(this.#box, way, around);
    this.#standAt(box, around.view);
    return box !== undefined;
  }

  /** The box for what there is around it now, at a height. */
  stand(height: number, needs: Needs): { readonly box: Box; readonly around: Surroundings } {
    const around = this.#options.surroundings();
    const { spot } = this.#place;
    const chosenFor = JSON.stringify([around, height, this.#wantsTab(needs), this.#mayBeTab(needs), spot]);
    if (this.#box === undefined || chosenFor !== this.#chosenFor) {
      this.#box = this.#choose(around, height, needs);
      this.#chosenFor = chosenFor;
    }
    return { box: this.#box, around };
  }

  /** At its own spot, moved on from what stands there; else docked; a tab where there is no room for the line. */
  #choose(around: Surroundings, height: number, needs: Needs): Box {
    const tab = { width: height, height };
    const isTab = this.#wantsTab(needs) || (this.#isDragged && this.#isSquashed);
    this.#isSquashed &&= this.#isDragged;
    const own = this.#ownBox(isTab ? tab : { width: fullWidth(around.view), height }, around);
    if (own !== undefined) return own;
    const docked = placeStrip(around, height, this.#options.busyUnder);
    const end = { ...docked, left: docked.left + docked.width - height, width: height };
    if (isTab) return freeNear(end, around) ?? end;
    if (!this.#mayBeTab(needs) || isFree(docked, around)) return docked;
    const small = this.#ownBox(tab, around) ?? freeNear(end, around);
    this.#isSquashed = small !== undefined;
    return small ?? docked;
  }

  #ownBox(size: Size, around: Surroundings): Box | undefined {
    const { spot } = this.#place;
    return spot === null ? undefined : freeNear(boxAt(spot, size, around.view), around);
  }

  /** Nothing asks for more than a tab. */
  #mayBeTab({ isBusy }: Needs): boolean {
    return !isBusy && this.moving !== 'by-steps';
  }

  #wantsTab(needs: Needs): boolean {
    return this.#mayBeTab(needs) && (this.#place.isCollapsed || needs.hasNothingToSay);
  }

  #standAt(box: Box | undefined, view: Size): void {
    if (box !== undefined) this.#place = { ...this.#place, spot: spotOf(box, view) };
  }

  #keep(place: StripPlace): void {
    this.#place = place;
    this.#options.keepPlace?.(place);
  }
}
