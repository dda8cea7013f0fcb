/** Who reads an entry knows surfaces, not folders. The first part that fits the area of a commit takes it. */
const parts: readonly { readonly title: string; readonly areas: RegExp }[] = [
  { title: 'Exchanges and reading', areas: /^(?:venues|reader|read|teach(?:ing)?|labels|guard\/teach)\b/ },
  { title: 'Figures and rules', areas: /^(?:engine|rules|domain)\b/ },
  {
    title: 'On the screen',
    areas:
      /^(?:guard|hold|strip|popup|options|simulator|log|welcome|glossary|icon|kit|ui|settings|messages)\b/,
  },
  { title: 'Privacy and permissions', areas: /^(?:manifest|privacy|platform|background|protocol)\b/ },
];

/**
 * An entry of the changelog from the subjects of commits (`area: what it does`), oldest last as the log gives them. What
 * a user cannot notice (tests, tools, docs) is left out; of two that say the same one stays.
 */
export function entryOf(version: string, date: string, subjects: readonly string[]): string {
  const said = subjects.flatMap((subject) => {
    const [, area = '', what = ''] = /^([a-z][\w/, -]*): (.+)$/.exec(subject) ?? [];
    const part = parts.find(({ areas }) => areas.test(area));
    return part === undefined ? [] : [{ title: part.title, line: `- ${area}: ${what}` }];
  });
  const sections = parts.flatMap(({ title }) => {
    const lines = [...new Set(said.filter((each) => each.title === title).map(({ line }) => line))];
    return lines.length === 0 ? [] : [`### ${title}\n\n${lines.join('\n')}\n`];
  });
  const body = sections.length === 0 ? 'Nothing a user would notice.\n' : sections.join('\n');
  return `## ${version} (${date})\n\n${body}`;
}

/** The changelog with a new entry above the others. */
export function withEntry(changelog: string, entry: string): string {
  const first = changelog.search(/^## /m);
  if (first < 0) return `${changelog.trimEnd()}\n\n${entry}`;
  return `${changelog.slice(0, first)}${entry}\n${changelog.slice(first)}`;
}

/** The version of the newest entry. */
export function newestVersion(changelog: string): string | undefined {
  return /^## (\d+\.\d+\.\d+) /m.exec(changelog)?.[1];
}
