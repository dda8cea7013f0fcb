import type { Labels } from './label-id.ts';

export const en: Labels = {
  cross: 'cross|cross margin',
  isolated: 'isolated|isolated margin',
  leverage: 'leverage|lev|adjust leverage|your leverage',
  available:
    'available|avbl|avail|available balance|available margin|available to trade|free collateral|free margin|available funds',
  walletBalance: 'wallet balance',
  equity: 'portfolio value|equity|account equity|margin balance|account value|total equity',
  size: 'size|amount|quantity|qty|order qty|order quantity|order by qty|position size',
  price: 'price|limit price|order price',
  triggerPrice: 'trigger price|stop price|trigger|activation price',
  total: 'total|order value|order total|order size|notional|notional value|position value',
  cost: 'cost|margin required|required margin|order cost|order margin',
  markPrice: 'mark price|mark|fair price',
  lastPrice: 'last price|last',
  liquidationPrice:
    'liq price|liqprice|liquidation price|est liq price|est liquidation price|estimated liquidation price|liq|liquidation',
  takeProfit: 'take profit|tp price|tp trigger price|take profit price|tp',
  stopLoss: 'stop loss|sl price|sl trigger price|stop loss price|sl',
  reduceOnly: 'reduce only',
  maxSize: 'max|max buy|max sell|max long|max short|max open|max size',
  limit: 'limit|limit order',
  market: 'market|market order',
  otherType:
    'stop limit|stop market|stop|conditional|trigger|trigger order|trailing stop|twap|scale|scaled|oco|iceberg|tp/sl',
  logIn:
    'log in|login|sign in|sign up|register|connect|connect wallet|log in/sign up|login/sign up|log in or sign up|sign up/log in|create account|open account',
  oraclePrice: 'oracle price|oracle|index oracle price',
  slippage: 'slippage|max slippage|est slippage|slippage tolerance|allowed slippage|maximum slippage',
  positions: 'positions|open positions|position',
  noPositions:
    'no positions|no position|no open positions|no open positions yet|no open position|no positions yet|no active positions|you have no positions|you have no open positions|you have no open positions yet',
  hideOthers:
    'hide other symbols|hide other pairs|hide other contracts|hide others|current symbol only|current contract only|only current symbol',
  symbol: 'symbol|contract|market|coin|pair|instrument|futures|position',
  side: 'side|direction',
  entryPrice:
    'entry price|entry|avg entry price|average entry price|avg entry|avg open|avg open price|average open|average open price|open price|avg price|average price',
  exitPrice:
    'exit price|avg exit price|average exit price|close price|closing price|avg close price|average close price|avg closing price|average closing price',
  unrealisedPnl:
    'unrealized pnl|unrealised pnl|pnl|upnl|unrealized p&l|unrealised p&l|floating pnl|unrealized profit|unrealized profit/loss',
  margin: 'margin|collateral|position margin',
  notional: 'notional|value|position value|notional value',
  buy: 'buy',
  sell: 'sell',
  long: 'long|go long',
  short: 'short|go short',
  open: 'open|increase',
  close: 'close|decrease',
  order:
    'place|order|place order|submit|submit order|with leverage|place trade|submit trade|open trade|open position',
  share:
    'roi|roe|change|offset|distance|percentage|percent|by roi|by roe|by pnl|by percentage|profit|loss|profit and loss|profit & loss|ticks',
  contracts: 'cont|conts|contract|contracts|lot|lots',
};
