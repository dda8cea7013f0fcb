import type { HowRead, Scrubbed } from './page-entry.ts';

/** What was done to a page, whether it is still read as it was, and everything a person has to look through. */
export function report(out: string, before: HowRead, after: HowRead, scrubbed: Scrubbed): string {
  return [
    `${out}: ${Math.ceil(scrubbed.html.length / 1024)} kB.`,
    ...reading(before, after),
    '',
    ...kept(scrubbed),
    '',
  ].join('\n');
}

function reading(before: HowRead, after: HowRead): readonly string[] {
  if (before.excluded) {
    return [
      "This page has no order ticket that is read: a recipe excludes its address. Is --url the order screen's?",
    ];
  }
  if (before.tickets === 'none') {
    return [
      "No ticket was found: is --url the order screen's? Without one its words were crossed out like others.",
    ];
  }
  const several =
    before.tickets === 'several'
      ? ['More than one ticket was found, so that none is read and its words were crossed out like others.']
      : [];
  const names = Object.keys(before.fields);
  const differing = names.filter((name) => before.fields[name] !== after.fields[name]);
  const known = names.filter((name) => before.fields[name]?.startsWith('unknown') === false).length;
  if (differing.length === 0 && before.tickets === after.tickets) {
    return [...several, `The same fields are known from the same places: ${known} of ${names.length}.`];
  }
  const failed = after.failedChecks.filter((check) => !before.failedChecks.includes(check));
  return [
    ...several,
    'It is read in another way than the saved page:',
    ...(before.tickets === after.tickets
      ? []
      : [`  tickets: ${before.tickets} before, ${after.tickets} now`]),
    ...differing.map((name) => `  ${name}: ${before.fields[name]} before, ${after.fields[name]} now`),
    failed.length > 0
      ? `Its new figures do not fit each other (${failed.join(', ')}): write ones that do into the page.`
      : 'A word, an id or a figure that is needed may have been changed: see what became of it, and --keep it.',
  ];
}

function kept({ kept: names, unfamiliar, coins, names: strange }: Scrubbed): readonly string[] {
  const list = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : [title, ...lines.map((line) => `  ${line}`)];
  return [
    'Look through the page before you show it to anybody. These stayed as they were:',
    'words of an order screen (a name such as Max or Long is one, too), leverages, percentages, counts in brackets,',
    'and ids, classes, test ids and names of attributes, with numbers of up to three digits.',
    ...(names.length === 0 ? [] : [`Kept wherever they stand: ${names.join(', ')}`]),
    ...(coins.length === 0 ? [] : [`Coins: ${coins.join(', ')}`]),
    ...list('Texts with words that no dictionary knows, or that make no caption together:', unfamiliar),
    ...list('Ids, classes and names with other words than those of an order screen:', strange),
    ...(unfamiliar.length + strange.length === 0 ? [] : ['Take out with a text editor what is yours.']),
  ];
}
