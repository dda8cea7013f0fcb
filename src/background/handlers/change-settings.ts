import { translate } from '../../platform/translate.ts';
import type { Handler } from '../../protocol/serve.ts';
import { changeSettings } from '../../settings/store.ts';

export const handleChangeSettings: Handler<'change-settings'> = ({ changes }) =>
  changeSettings(changes, translate);
