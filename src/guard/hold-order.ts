export type HoldPart = 'fence' | 'modes' | 'losses' | 'findings';

/** What each kind of finding is about, and so what the eye meets first. */
const orders = {
  scope: ['fence', 'modes', 'losses', 'findings'],
  amount: ['losses', 'modes', 'fence', 'findings'],
  liquidation: ['modes', 'losses', 'fence', 'findings'],
  order: ['findings', 'losses', 'modes', 'fence'],
} as const satisfies Readonly<Record<string, readonly HoldPart[]>>;

const subjects: Readonly<Record<string, keyof typeof orders>> = {
  'cross-idle-exposed': 'scope',
  'margin-mode-not-intended': 'scope',
  'margin-mode-unread': 'scope',
  'auto-margin-add': 'scope',
  'unrelated-directional-cross': 'scope',
  'loss-over-limit': 'amount',
  'exposed-beyond-plan': 'amount',
  'stop-beyond-liquidation': 'amount',
  'stop-wrong-side': 'amount',
  'liquidation-near': 'liquidation',
  'leverage-over-cap': 'liquidation',
  'joint-shock-liquidates': 'liquidation',
};

/**
 * The parts of a hold in the order its loudest finding asks for. It differs from hold to hold: what looks the same every
 * time is soon pressed away unread.
 */
export function holdOrder(findingId: string | undefined): readonly HoldPart[] {
  return orders[subjects[findingId ?? ''] ?? 'order'];
}
