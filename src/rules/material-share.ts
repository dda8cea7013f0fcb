import { decimal } from '../domain/decimal-string.ts';

/**
 * Less of the money than this within reach is not what empties an account: shouting at it would teach the trader to click
 * through.
 */
export const materialShare = decimal('0.1');
