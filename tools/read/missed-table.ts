import type { MissedAnchor } from './missed-anchors.ts';

/** Anchors that nothing was read by, field by field, for a person; empty where there are none. */
export function missedTable(missed: readonly MissedAnchor[]): string {
  if (missed.length === 0) return '';
  const fields = [...new Set(missed.map(({ field }) => field))];
  const lines = fields.flatMap((field) => [
    `  ${field}`,
    ...missed
      .filter((one) => one.field === field)
      .map(
        ({ layout, place, why }) =>
          `    ${shown(place)}${layout === '' ? '' : ` [${shown(layout)}]`}: ${shown(why)}`,
      ),
  ]);
  return ['Anchors that nothing was read by:', ...lines, ''].join('\n');
}

/** A page's own words may hold anything, a terminal's commands too. */
function shown(text: string): string {
  return text.replace(/\p{C}+/gu, ' ');
}
