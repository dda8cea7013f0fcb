import type { Labels } from './label-id.ts';

export const pt: Labels = {
  cross: 'cruzada|margem cruzada|cruz',
  isolated: 'isolado|isolada|margem isolada',
  leverage: 'alavancagem|ajustar alavancagem',
  available: 'disponível|saldo disponível|margem disponível|disp',
  walletBalance: 'saldo da carteira',
  equity: 'patrimônio|património|saldo da margem|valor da conta|capital',
  size: 'quantidade|tamanho|qtd|qtde',
  price: 'preço|preço limite|preço da ordem',
  triggerPrice: 'preço de gatilho|preço de acionamento|preço de disparo|gatilho',
  total: 'valor da ordem|valor do pedido',
  cost: 'custo|margem necessária|margem exigida',
  markPrice: 'preço de marcação|marcar preço|preço de referência|marcação|preço mark|preço justo',
  lastPrice: 'último preço|preço atual|último',
  liquidationPrice:
    'preço de liq|preço de liquidação|preço est de liquidação|preço estimado de liquidação|preço de liq est',
  takeProfit: 'obter lucro|realizar lucro|preço tp|preço de tp|lucro',
  stopLoss: 'limitar perda|parar perda|preço sl|preço de sl',
  reduceOnly: 'apenas reduzir|somente reduzir|só reduzir|reduzir apenas|redução apenas|apenas redução',
  maxSize: 'máx|compra máx|venda máx|máximo',
  limit: 'limite|ordem limite|ordem limitada',
  market: 'mercado|ordem a mercado|a mercado',
  otherType: 'condicional|stop limite|ordem condicional|acionador',
  logIn:
    'entrar|iniciar sessão|cadastrar se|registrar|conectar carteira|fazer login|entrar/cadastrar|registrar se|login',
  positions: 'posições|posições abertas',
  noPositions:
    'sem posições|nenhuma posição|nenhuma posição aberta|sem posições abertas|não há posições abertas|você não tem posições abertas',
  hideOthers: 'ocultar outros símbolos|ocultar outros pares|ocultar outros contratos|ocultar outros',
  symbol: 'símbolo|contrato|par|ativo|mercado',
  side: 'lado|direção',
  entryPrice:
    'preço de entrada|entrada|preço médio de entrada|preço médio|preço de abertura|abertura média|média de abertura',
  unrealisedPnl:
    'p&l não realizado|pnl não realizado|pnl não realizada|lucro não realizado|lucro/prejuízo não realizado|l&p não realizado|ganhos e perdas não realizados',
  margin: 'margem|margem da posição',
  notional: 'nocional|valor nocional|valor|valor da posição',
  buy: 'comprar|compra',
  sell: 'vender|venda',
  long: 'comprado|long',
  short: 'vendido',
  open: 'abrir|aumentar',
  close: 'fechar|fecho',
  order: 'enviar ordem|ordem|fazer pedido|colocar ordem',
  share: 'porcentagem|percentual|variação|prejuízo|desvio',
  contracts: 'contratos|cont|lotes',
};
