import { isUnknown } from '../domain/known.ts';
import type { TicketFieldName } from '../domain/ticket-reading.ts';
import { clear, finding, type Rule, type RuleContext } from './rule.ts';

/** Fields of a page's ticket without which the figures cannot stand. The mode has a rule of its own. */
function unreadFields({ reading, order, input, exposure }: RuleContext): readonly string[] {
  const names: TicketFieldName[] = ['symbol', 'leverage', 'sizeBase'];
  if (order.type !== 'market') names.push('price');
  else if (input.instruments[order.symbol]?.markPrice === undefined) names.push('markPrice');
  const missing: string[] =
    reading === null
      ? (['leverage', 'size'] as const).filter((name) => order[name] === undefined)
      : names.filter((name) => isUnknown(reading[name])).map((name) => (name === 'sizeBase' ? 'size' : name));
  if (exposure.marginMode !== 'isolated' && input.account.crossBalance === undefined)
    missing.push('walletBalance');
  return missing;
}

/** A field the figures need is missing; each is named (CK-1..CK-6). */
export const ticketUnread: Rule = {
  id: 'ticket-unread',
  title: 'rule_ticket_unread_title',
  unit: 'state',
  worse: 'higher',
  bands: {},
  run: (context) => {
    const missing = unreadFields(context);
    if (missing.length === 0) return clear;
    const { translate, preferences } = context;
    return finding({
      level: 'unknown',
      field: missing.join(','),
      value: 'unknown',
      threshold: '',
      message: translate(
        'rule_ticket_unread_message',
        missing.map((name) => translate(`field_${name}` as Parameters<typeof translate>[0])).join(', '),
      ),
      hold: preferences.whenUnread === 'hold-once' ? 'acknowledge' : 'none',
    });
  },
};
