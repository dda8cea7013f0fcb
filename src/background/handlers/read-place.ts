import { dockedStrip } from '../../domain/strip-place.ts';
import type { Handler } from '../../protocol/serve.ts';
import { loadStripPlace } from '../../settings/strip-place-store.ts';
import { stripSite } from '../strip-site.ts';

export const handleReadPlace: Handler<'read-place'> = async (_, { origin }) => ({
  place: origin === undefined ? dockedStrip : await loadStripPlace(stripSite(origin)),
});
