import type { Handler } from '../../protocol/serve.ts';
import { withField } from '../../settings/parse-taught.ts';
import { changeTaught } from '../../settings/taught-store.ts';
import { tellTaught } from '../taught-pages.ts';

/** Kept for the site the message comes from, as the browser says it; a page script cannot teach another site. */
export const handleTeachField: Handler<'teach-field'> = async ({ field }, { origin }) => {
  if (origin === undefined) throw new Error('a page without an origin');
  const outcome = await changeTaught((sites) => withField(sites, origin, field));
  await tellTaught(outcome, [origin]);
  return outcome;
};
