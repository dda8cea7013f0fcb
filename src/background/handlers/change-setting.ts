import { translate } from '../../platform/translate.ts';
import type { Handler } from '../../protocol/serve.ts';
import { ruleOptions } from '../../settings/rule-options.ts';
import { changeSetting } from '../../settings/store.ts';

export const handleChangeSetting: Handler<'change-setting'> = ({ path, value }) =>
  changeSetting(path, value, ruleOptions(translate), translate);
