import type { NoRemedy } from '../../domain/exposure.ts';

export function noRemedy(why: NoRemedy['why']): NoRemedy {
  return { kind: 'none', why };
}

export function isNoRemedy(remedy: object): remedy is NoRemedy {
  return 'kind' in remedy && remedy.kind === 'none';
}
