import { isUnknown } from '../domain/known.ts';
import { clear, finding, type Rule } from './rule.ts';

/** The ticket's margin mode cannot be told (CK-1, MK-12). The page script asks once a symbol and page life. */
export const marginModeUnread: Rule = {
  id: 'margin-mode-unread',
  title: 'rule_margin_mode_unread_title',
  unit: 'state',
  worse: 'higher',
  bands: {},
  run: ({ exposure, translate }) =>
    isUnknown(exposure.marginMode)
      ? finding({
          level: 'unknown',
          field: 'marginMode',
          value: 'unknown',
          threshold: '',
          message: translate('rule_margin_mode_unread_message'),
          hold: 'acknowledge',
        })
      : clear,
};
