import type { Labels } from './label-id.ts';

export const es: Labels = {
  cross: 'cruzado|cruzar|cruzada|margen cruzado',
  isolated: 'aislado|aislada|margen aislado',
  leverage: 'apalancamiento|ajustar apalancamiento',
  available: 'disponible|saldo disponible|margen disponible|disp',
  walletBalance: 'saldo de la cartera|saldo de cartera|saldo de billetera|balance de la cartera',
  equity: 'capital|patrimonio|saldo de margen|valor de la cuenta',
  size: 'cantidad|tamaño|monto',
  price: 'precio|precio límite|precio limite|precio de la orden',
  triggerPrice: 'precio de activación|precio de disparo|precio stop',
  total: 'valor de la orden|importe total',
  cost: 'coste|costo|margen requerido|margen necesario',
  markPrice: 'precio de marca|precio de referencia|precio mark|marca|precio justo',
  lastPrice: 'último precio|precio último|último',
  liquidationPrice:
    'precio de liquidación|precio de liq|precio est de liquidación|precio estimado de liquidación|precio de liquidación est|precio liq',
  takeProfit: 'tomar ganancias|toma de ganancias|precio tp',
  stopLoss: 'detener pérdidas|limitar pérdidas|precio sl',
  reduceOnly: 'solo reducir|reducir solo|sólo reducir|solo reducción',
  maxSize: 'máx|máximo|compra máx|venta máx|máx compra|máx venta',
  limit: 'límite|orden límite',
  market: 'mercado|orden de mercado',
  otherType: 'condicional|stop límite|orden condicional|activación',
  logIn:
    'iniciar sesión|registrarse|conectar billetera|conectar cartera|conectar wallet|iniciar sesión/registrarse|acceder',
  positions: 'posiciones|posiciones abiertas',
  noPositions:
    'sin posiciones|no hay posiciones|sin posiciones abiertas|no hay posiciones abiertas|no tienes posiciones abiertas|no tiene posiciones abiertas',
  hideOthers: 'ocultar otros símbolos|ocultar otros pares|ocultar otros contratos|ocultar otros',
  symbol: 'símbolo|contrato|par|instrumento|mercado',
  side: 'lado|dirección',
  entryPrice:
    'precio de entrada|entrada|precio medio de entrada|precio promedio de entrada|precio medio|precio promedio|apertura media|precio de apertura|prom apertura',
  unrealisedPnl:
    'pnl no realizado|pyg no realizado|ganancias no realizadas|pyg|ganancias y pérdidas no realizadas|pnl sin realizar',
  margin: 'margen|margen de posición|margen de la posición',
  notional: 'nocional|valor nocional|valor|valor de la posición',
  buy: 'comprar|compra',
  sell: 'vender|venta',
  long: 'largo|en largo',
  short: 'corto|en corto',
  open: 'abrir|aumentar',
  close: 'cerrar|cierre',
  order: 'colocar orden|realizar orden|orden|enviar orden',
  share: 'porcentaje|rentabilidad|variación|ganancia|pérdida|retorno',
  contracts: 'contratos|cont|lotes',
};
