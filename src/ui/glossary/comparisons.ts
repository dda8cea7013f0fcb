/**
 * Rows of the comparisons in the source documents; the words of a row are the messages `compare_SOURCE_ROW`, with `_cross`
 * and `_isolated` behind it for its two sides.
 */
export const comparisons = [
  { source: 's0', rows: ['collateral', 'liquidation_impact', 'flexibility', 'survival', 'containment'] },
  { source: 's2', rows: ['backing', 'boundary', 'many', 'buffer', 'adding'] },
  {
    source: 's3',
    rows: [
      'definition',
      'risk',
      'flexibility',
      'margin_calls',
      'complexity',
      'capital',
      'stop_loss',
      'leverage',
      'recovery',
      'margin',
      'management',
    ],
  },
] as const;

/** What speaks for and against a mode, each a message `compare_NAME_NUMBER`. */
export const prosAndCons = {
  cross_pro: ['1', '2', '3'],
  cross_con: ['1', '2', '3'],
  isolated_pro: ['1', '2', '3', '4', '5'],
  isolated_con: ['1', '2', '3', '4'],
} as const;
