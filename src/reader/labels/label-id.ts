/** What a caption on an order screen can mean. */
export const labelIds = [
  // the ticket
  'cross',
  'isolated',
  'leverage',
  'available',
  'walletBalance',
  'equity',
  'size',
  'price',
  'triggerPrice',
  'total',
  'cost',
  'markPrice',
  'lastPrice',
  'liquidationPrice',
  'takeProfit',
  'stopLoss',
  'reduceOnly',
  'maxSize',
  'limit',
  'market',
  'otherType',
  'logIn',
  // the price by which some venues value positions in place of a mark
  'oraclePrice',
  'slippage',
  // the positions list
  'positions',
  'noPositions',
  'hideOthers',
  'symbol',
  'side',
  'entryPrice',
  'markColumn',
  // at which a position was closed: only lists of closed ones have it
  'exitPrice',
  'unrealisedPnl',
  'margin',
  'notional',
  // words of an order button
  'buy',
  'sell',
  'long',
  'short',
  'open',
  'close',
  'order',
  // units
  'contracts',
  // what the inputs of a stop may hold in place of a price: a return, a change, a sum of money
  'share',
] as const;

export type LabelId = (typeof labelIds)[number];

/** One language's words: alternatives parted by `|`, in the form `normaliseLabel` gives. */
export type Labels = Readonly<Partial<Record<LabelId, string>>>;
