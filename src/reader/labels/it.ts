import type { Labels } from './label-id.ts';

export const it: Labels = {
  cross: 'incrociato|margine incrociato|margine cross|incrociata',
  isolated: 'isolato|isolata|margine isolato',
  leverage: 'leva|leva finanziaria|regola leva',
  available: 'disponibile|saldo disponibile|margine disponibile',
  walletBalance: 'saldo del portafoglio|saldo portafoglio|saldo wallet',
  equity: 'patrimonio netto|patrimonio|saldo margine|valore del conto|equity',
  size: 'quantità|dimensione|importo|q tà',
  price: 'prezzo|prezzo limite|prezzo ordine|prezzo dell’ordine',
  triggerPrice: 'prezzo di attivazione|prezzo trigger|prezzo di trigger|prezzo stop',
  total: "totale|valore ordine|valore dell'ordine|valore dell’ordine",
  cost: 'costo|margine richiesto|margine necessario',
  markPrice: 'prezzo mark|prezzo di riferimento|prezzo di mark',
  lastPrice: 'ultimo prezzo|ultimo|prezzo ultimo',
  liquidationPrice:
    'prezzo liq|prezzo di liquidazione|prezzo di liq|prezzo di liquidazione stimato|prezzo liquidazione|prezzo di liquidazione est',
  takeProfit: 'prendi profitto|prezzo tp|presa di profitto',
  stopLoss: 'ferma perdite|prezzo sl|blocca perdite',
  reduceOnly: 'solo riduzione|riduci solo|solo riduci|riduzione soltanto',
  maxSize: 'acquisto max|vendita max|massimo|max acquisto|max vendita',
  limit: 'limite|ordine limite',
  market: 'mercato|ordine di mercato|a mercato',
  otherType: 'condizionale|condizionato|stop limite|ordine condizionato',
  logIn:
    'accedi|registrati|connetti portafoglio|collega portafoglio|connetti wallet|collega wallet|accedi/registrati',
  positions: 'posizioni|posizioni aperte',
  noPositions:
    'nessuna posizione|nessuna posizione aperta|non ci sono posizioni|non hai posizioni aperte|non ci sono posizioni aperte',
  hideOthers:
    'nascondi altri simboli|nascondi gli altri simboli|nascondi altre coppie|nascondi altri contratti|nascondi altri',
  symbol: 'simbolo|contratto|coppia|mercato|strumento',
  side: 'lato|direzione',
  entryPrice:
    "prezzo di ingresso|prezzo di entrata|ingresso|prezzo medio di ingresso|prezzo medio|prezzo di apertura|prezzo d'ingresso|apertura media|prezzo medio di apertura",
  exitPrice: 'prezzo di uscita|prezzo di chiusura',
  unrealisedPnl:
    'pnl non realizzato|p&l non realizzato|profitto non realizzato|profitti/perdite non realizzati|pnl non realizzati|utile/perdita non realizzato',
  margin: 'margine|margine posizione|margine della posizione',
  notional: 'nozionale|valore nozionale|valore|valore posizione',
  buy: 'compra|acquista|acquisto',
  sell: 'vendi|vendita',
  long: 'rialzo',
  short: 'ribasso',
  open: 'apri|apertura|aumenta',
  close: 'chiudi|chiusura',
  order: 'piazza ordine|invia ordine|ordine|effettua ordine',
  share: 'percentuale|rendimento|variazione|profitto|perdita',
  contracts: 'contratti|cont|lotti',
};
