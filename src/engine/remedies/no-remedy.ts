import type { NoRemedy } from '../../domain/exposure.ts';

export function noRemedy(why: NoRemedy['why']): NoRemedy {
  return { kind: 'none', why };
}
