import type { Market, PageMatch } from '../locate/match-page.ts';
import type { DecimalMark } from '../numbers/separators.ts';
import type { TextItem } from '../page/text-items.ts';
import type { TaughtPlaces } from '../teach/taught-page.ts';
import type { LabelledControl } from './control-labels.ts';
import type { SubmitControl } from './submit-controls.ts';

/** One read's view of the page. Nothing of it outlives the read. */
export interface Scene {
  readonly document: Document;
  readonly match: PageMatch;
  readonly market: Market | null;
  readonly scope: Element;
  /** The scope and the trees inside it. */
  readonly roots: readonly ParentNode[];
  readonly items: readonly TextItem[];
  readonly controls: readonly LabelledControl[];
  readonly submits: readonly SubmitControl[];
  /**
   * Decimal marks: of the venue's own code, and those other numbers of the page prove for shown texts and for inputs.
   * `habit` is what the page's language and its texts agree on: good for inputs as long as none of them contradicts it.
   */
  readonly marks: Readonly<Record<'fixed' | 'shown' | 'typed' | 'habit', DecimalMark | undefined>>;
  /** Words that are units here: the contract's coins, and the words for contracts. */
  readonly units: readonly string[];
  /** What the trader showed, found again on this page or not. */
  readonly taught: TaughtPlaces;
}
