import type { Labels } from './label-id.ts';

export const fr: Labels = {
  cross: 'croisé|croiser|croisée|marge croisée|marge cross',
  isolated: 'isolé|isolée|marge isolée',
  leverage: 'levier|effet de levier|ajuster le levier',
  available: 'disponible|solde disponible|marge disponible|dispo',
  walletBalance: 'solde du portefeuille',
  equity: 'capitaux propres|fonds propres|solde de marge|valeur du compte|équité',
  size: 'quantité|taille|qté|montant',
  price: 'prix|prix limite|prix de l’ordre|cours limite',
  triggerPrice: 'prix de déclenchement|prix déclencheur|prix stop|déclencheur',
  total: "valeur de l'ordre|valeur de l’ordre|montant total",
  cost: 'coût|marge requise|marge nécessaire',
  markPrice: 'prix de marque|prix de référence|marque|prix mark|prix juste|prix équitable',
  lastPrice: 'dernier prix|dernier cours|dernier',
  liquidationPrice:
    'prix de liq|prix de liquidation|prix de liquidation estimé|prix de liq est|prix liq|prix de liquidation est',
  takeProfit: 'prise de bénéfices|prise de profit|prix tp|objectif de gain',
  stopLoss: 'arrêt des pertes|prix sl|limite de perte',
  reduceOnly: 'réduction uniquement|réduire uniquement|réduction seulement|réduire seulement',
  maxSize: 'max achat|max vente|achat max|vente max|maximum',
  limit: 'limite|ordre limite|à cours limité',
  market: 'marché|ordre au marché|au marché',
  otherType: 'conditionnel|stop limite|ordre conditionnel',
  logIn:
    "se connecter|connexion|inscription|s’inscrire|s'inscrire|connecter le portefeuille|connecter un portefeuille|connexion/inscription",
  positions: 'positions ouvertes',
  noPositions:
    "aucune position|aucune position ouverte|pas de position|pas de positions|vous n’avez aucune position ouverte|vous n'avez aucune position ouverte",
  hideOthers:
    'masquer les autres symboles|masquer les autres paires|masquer les autres contrats|masquer les autres',
  symbol: 'symbole|contrat|paire|marché|instrument',
  side: 'côté|sens|direction',
  entryPrice:
    "prix d'entrée|prix d’entrée|entrée|prix d'entrée moyen|prix moyen d'entrée|prix moyen d’entrée|prix moyen|prix d'ouverture|ouverture moy|prix d’ouverture",
  exitPrice: 'prix de sortie|prix de clôture',
  unrealisedPnl:
    'pnl non réalisé|p&l non réalisé|pnl latent|gains/pertes non réalisés|profits/pertes non réalisés|gains et pertes non réalisés|plus value latente',
  margin: 'marge|marge de position',
  notional: 'notionnel|valeur notionnelle|valeur|valeur de la position',
  buy: 'acheter|achat',
  sell: 'vendre|vente',
  long: 'à la hausse',
  short: 'à la baisse|à découvert',
  open: 'ouvrir|ouverture|augmenter',
  close: 'fermer|clôturer|fermeture|clôture',
  order: "passer l'ordre|passer l’ordre|placer l'ordre|placer l’ordre|ordre|passer ordre",
  share: 'pourcentage|rendement|variation|gain|perte|profit',
  contracts: 'contrats|lots',
};
