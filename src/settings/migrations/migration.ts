import type { Members } from '../members.ts';

/**
 * Brings settings of the version before it to its own. Pure, and never throws: values it does not understand it leaves
 * for validation, which comes after the last step.
 */
export type Migration = (settings: Members) => Members;
