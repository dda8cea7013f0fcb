import { readPackagedJson } from '../platform/packaged-file.ts';
import { tableLoader } from '../venues/tiers/load-tables.ts';

/** The one thing the worker keeps between messages: packaged tables it has read. */
export const loadTiers = tableLoader(readPackagedJson);
