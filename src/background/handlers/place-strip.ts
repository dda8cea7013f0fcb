import type { Handler } from '../../protocol/serve.ts';
import { keepStripPlace } from '../../settings/strip-place-store.ts';
import { stripSite } from '../strip-site.ts';

/** Kept for the exchange the message comes from, as the browser says it. */
export const handlePlaceStrip: Handler<'place-strip'> = async ({ place }, { origin }) => ({
  kept: origin !== undefined && (await keepStripPlace(stripSite(origin), place)),
});
