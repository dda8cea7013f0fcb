import type { Handler } from '../../protocol/serve.ts';
import { withoutField } from '../../settings/parse-taught.ts';
import { changeTaught } from '../../settings/taught-store.ts';
import { tellTaught } from '../taught-pages.ts';

export const handleForgetTaught: Handler<'forget-taught'> = async ({ origin, name }) => {
  const outcome = await changeTaught((sites) => withoutField(sites, origin, name));
  await tellTaught(outcome, [origin]);
  return outcome;
};
