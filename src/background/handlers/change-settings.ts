import { translate } from '../../platform/translate.ts';
import type { Handler } from '../../protocol/serve.ts';
import { changeSettings } from '../../settings/store.ts';
import { thenSettleDue } from '../settle-due.ts';

export const handleChangeSettings: Handler<'change-settings'> = ({ changes }) =>
  thenSettleDue(changeSettings(changes, translate));
