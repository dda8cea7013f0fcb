import { translate } from '../../platform/translate.ts';
import type { Handler } from '../../protocol/serve.ts';
import { changeSettings } from '../../settings/store.ts';

export const handleChangeSetting: Handler<'change-setting'> = async ({ path, value }) =>
  changeSettings([{ path, value }], translate);
