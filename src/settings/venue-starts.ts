/** The rules whose warning an exchange can start elsewhere, by the setting that says where. */
export const venueStarts = {
  idleShare: 'cross-idle-exposed',
  minDistance: 'liquidation-near',
} as const;
