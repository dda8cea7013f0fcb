import type { MarginMode } from '../../domain/account.ts';

/** The branches of the decision tree, in the order in which they are asked. */
export const branches = ['DT1', 'DT2', 'DT3', 'DT4', 'DT5'] as const;
export type Branch = (typeof branches)[number];

/**
 * Yes or no to each branch as it is asked: DT1 new to futures or liquidated before, DT2 knows what maintenance margin
 * is, DT3 several positions that are no hedge of each other, DT4 a deliberate hedge that is watched, DT5 extra cash in
 * the wallet just in case.
 */
export type Answers = Readonly<Partial<Record<Branch, boolean>>>;

export type Decision =
  | { readonly kind: 'ask'; readonly branch: Branch }
  | { readonly kind: 'mode'; readonly mode: MarginMode; readonly because: Branch };

/** The answer that ends the way down the tree at isolated. */
const isolates: Readonly<Record<Branch, boolean>> = {
  DT1: true,
  DT2: false,
  DT3: true,
  DT4: false,
  DT5: true,
};

/** Follows the tree: the first branch that asks for isolated decides; cross is what is left for a watched hedge. */
export function decideMode(answers: Answers): Decision {
  for (const branch of branches) {
    const answer = answers[branch];
    if (answer === undefined) return { kind: 'ask', branch };
    if (answer === isolates[branch]) return { kind: 'mode', mode: 'isolated', because: branch };
  }
  return { kind: 'mode', mode: 'cross', because: 'DT4' };
}
