import type { Handler } from '../../protocol/serve.ts';
import { withImported } from '../../settings/parse-taught.ts';
import { changeTaught } from '../../settings/taught-store.ts';
import { tellTaught } from '../taught-pages.ts';

export const handleImportTaught: Handler<'import-taught'> = async ({ sites: incoming }) => {
  const outcome = await changeTaught((sites) => withImported(sites, incoming));
  await tellTaught(outcome, Object.keys(incoming));
  return outcome;
};
