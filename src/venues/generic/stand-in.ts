import { decimal } from '../../domain/decimal-string.ts';
import type { VenueFacts } from '../../domain/venue.ts';

/**
 * What an exchange goes by whose own facts nobody looked up: the largest base-level taker rate of any venue described
 * here, for both sides of the book (BitMEX).
 */
export const standIn: NonNullable<VenueFacts['standIn']> = { fee: decimal('0.00075') };
