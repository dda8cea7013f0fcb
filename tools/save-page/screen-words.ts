import { isOrderWord } from '../../src/reader/labels/is-order-word.ts';
import type { Recipe } from '../../src/reader/recipe.ts';

/** Words that pages build their ids, classes, test ids and states of, and nobody is called by. */
const words = new Set(
  `ant bn kux mui okui oui testid other others qty slo tpo a absolute account active add adjust advanced after align all amount app area aria arrow asc ask asks assets auto balance bar base
  before bid bids block board body bold book bordered border bottom box btn button buttons buy cancel caption card cell center
  chart check checkbox checked child close closed col collapse color cols column columns comp component condition conditional
  confirm contained container content contract contracts control cover css current currency custom dark data date default desc
  desktop dialog dir direction disabled display div divider down drawer dropdown edit editor el element empty enabled end entry
  error exchange expanded extend extra false fade field fields filter first fit fixed flex float focus focused font footer for
  form full funds futures gap gone grid group grow header head height hidden hide history hover icon id image in inactive info
  inline inner input inputs inset instance instrument is item items js justify label labels large last layout left len level
  lg light limit line link list loading main margin mark market max md medium menu message min ml mobile modal mode mr mt mb
  name nav next no none normal note num number of off on only open option options or order orderbook orders outer outlined
  overflow overlay overview p page pair pairs panel percent place placeholder pnl pointer popover popup position positions
  prefix press pressed prev price primary profit px py qty quantity radio rate ratio react reduce ref relative required reset
  right role root round rounded row rows rtl ltr scroll search secondary section select selected selector sell set setting
  settings shadow show shown side sidebar single size sl slider sm small solid space span spot square start state static status
  step stepper sticky stop strong style sub submit success suffix swap switch symbol symbols tab table tabs tag tbody td test
  text th thead theme ticker ticket time tip title toggle tooltip top total tp tpsl tr track trade trading transition trigger
  true type typography ui un unchecked unit up upper usd usdt usdc value values view viewport visible volume wallet warning
  width window wrap wrapper xl xs yes z`.split(/\s+/),
);

/** Attributes that hold one of a fixed set of words whatever the page is. */
export const fixedValues = new Set(
  `true false mixed undefined page step location date time menu listbox tree grid dialog polite assertive off on horizontal
  vertical none inline list both ascending descending other additions text all any auto ltr rtl
  alert alertdialog application article banner button caption cell checkbox columnheader combobox complementary contentinfo
  definition document feed figure form generic gridcell group heading img link log main marquee math menubar menuitem
  menuitemcheckbox menuitemradio meter navigation note option paragraph presentation progressbar radio radiogroup region row
  rowgroup rowheader scrollbar search searchbox separator slider spinbutton status switch tab table tablist tabpanel term
  textbox timer toolbar tooltip treegrid treeitem
  submit reset password email number range tel url hidden color file image decimal numeric
  open closed checked unchecked indeterminate active inactive selected enabled disabled collapsed expanded visible`.split(
    /\s+/,
  ),
);

const prose = new Set(['evidence', 'layout', 'host', 'path', 'text', 'pattern', 'kind', 'venue', 'symbol']);

/** Every class, id and attribute that recipes look for, as the words and the whole values they write. */
export function recipeNames(recipes: readonly Recipe[]): ReadonlySet<string> {
  const found = new Set<string>();
  const look = (value: unknown, key: string): void => {
    if (prose.has(key)) return;
    if (typeof value === 'string')
      for (const name of value.match(/[\p{L}\p{Nd}_-]+/gu) ?? [])
        if (/\p{L}/u.test(name)) for (const part of [name, ...partsOf(name)]) found.add(part);
        else if (Array.isArray(value)) for (const one of value) look(one, key);
        else if (typeof value === 'object' && value !== null)
          for (const [name, one] of Object.entries(value)) look(one, name);
  };
  look(recipes, '');
  return found;
}

/** `tpSl-row` is `tp`, `sl` and `row`. */
export function partsOf(name: string): readonly string[] {
  return (
    name
      .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
      .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
      .toLowerCase()
      .match(/\p{L}+/gu) ?? []
  );
}

/** Whether an id, a class or a state is made of words that no person is called by. */
export function isScreenName(name: string, known: ReadonlySet<string>): boolean {
  if (known.has(name)) return true;
  if (/[^\p{L}\p{Nd}\p{P}$+<=>^`|~\s]/u.test(name)) return false;
  return partsOf(name).every(
    (part) =>
      /^[a-z]$/.test(part) ||
      words.has(part) ||
      known.has(part) ||
      isOrderWord(part) ||
      isOrderWord(part.toUpperCase()),
  );
}
