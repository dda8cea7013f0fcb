import type { Handler } from '../../protocol/serve.ts';
import { loadTaught } from '../../settings/taught-store.ts';
import { fieldsOf } from '../taught-pages.ts';

export const handleReadTaught: Handler<'read-taught'> = async (_, { origin }) => ({
  fields: origin === undefined ? [] : [...fieldsOf(await loadTaught(), origin)],
});
