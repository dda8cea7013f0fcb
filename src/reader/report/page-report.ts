import type { TicketState } from '../../domain/health.ts';
import { type Provenance, ticketFieldNames } from '../../domain/ticket-reading.ts';
import { isTextControl } from '../page/text-controls.ts';
import { outline, plainWords } from './outline.ts';

/**
 * A report on how a page is read, as text a trader can paste into an issue: which field was found how, which was not and
 * why, and the ticket's outline. No figure, no name of an account, no address beyond the host.
 *
 * @param scope the ticket's element; without one the outline is of the parts of the page that hold inputs
 */
export function pageReport(
  document: Document,
  host: string,
  state: TicketState,
  scope: Element | null,
): string {
  const { reading, health } = state;
  const symbol = reading.symbol.known ? reading.symbol.value : '';
  const isOwnName = (word: string) =>
    word.length > 1 && (symbol.startsWith(word) || symbol.split(/[-_/]/).includes(word));
  const anchorOf = ({ how, anchor }: Provenance) =>
    how === 'label' ? plainWords(anchor, isOwnName) : anchor.replace(/\p{Nd}+/gu, '#');
  const fields = [...ticketFieldNames, 'positions' as const].map((name) => {
    const field = reading[name];
    return `  ${name}: ${field.known ? `${field.from.how} ${anchorOf(field.from)}` : field.why}`;
  });
  const roots = scope === null ? formsOf(document) : [scope];
  return [
    `page: ${host}, language ${document.documentElement.lang || 'not said'}`,
    `venue: ${reading.venue.known ? reading.venue.value : 'none'}, read by ${health.readBy}, tickets: ${health.scope}`,
    `failed checks: ${health.failedChecks.join(', ') || 'none'}`,
    'fields:',
    ...fields,
    scope === null ? 'parts of the page with inputs:' : 'ticket:',
    ...roots.map((root) => outline(root, isOwnName)),
    '',
  ].join('\n');
}

const mostForms = 3;

/** The smallest elements that hold an input and a button: what may be the ticket that was not made out. */
function formsOf(document: Document): readonly Element[] {
  const found = new Set<Element>();
  for (const input of document.querySelectorAll('input')) {
    if (!isTextControl(input)) continue;
    let at = input.parentElement;
    while (at !== null && at.querySelector('button,[role=button]') === null) at = at.parentElement;
    if (at !== null && at !== document.body) found.add(at);
  }
  const all = [...found];
  return all.filter((one) => !all.some((other) => other !== one && one.contains(other))).slice(0, mostForms);
}
