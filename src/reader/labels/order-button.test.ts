import { describe, expect, it } from 'vitest';
import { learnLanguage } from './dictionary.ts';
import { languages } from './languages.ts';
import { orderButtonOf } from './order-button.ts';

for (const labels of Object.values(languages)) learnLanguage(labels);

const say = (text: string, names: readonly string[] = ['BTCUSDT', 'BTC', 'USDT', 'perp']) => {
  const button = orderButtonOf(text, names);
  return button === null ? 'none' : `${button.effect ?? '-'} ${button.side ?? '-'}`;
};

describe('orderButtonOf', () => {
  it.each([
    ['Buy', '- long'],
    ['Sell', '- short'],
    ['Buy / Long', '- long'],
    ['Sell/Short', '- short'],
    ['Buy BTC Perp', '- long'],
    ['Sell 0.5 BTC @ 64,000 Limit', '- short'],
    ['Open Long', 'open long'],
    ['Open Short', 'open short'],
    ['Close Long', 'close short'],
    ['Close Short', 'close long'],
    ['Limit: Increase Long', 'open long'],
    ['Decrease Long', 'close short'],
    ['Place Order', '- -'],
    ['Place Limit Order', '- -'],
    ['Place Sell Order', '- short'],
    ['Open Position', '- -'],
    ['Open Long Position', 'open long'],
    ['Close Short Position', 'close long'],
    ['Create Order', '- -'],
    ['Create Limit Order', '- -'],
    ['Review Order', '- -'],
    ['Preview Sell Order', '- short'],
    ['Place Trade', '- -'],
    ['Go Long', '- long'],
    ['Kaufen / Long', '- long'],
    ['Verkaufen / Short', '- short'],
    ['Long schließen', 'close short'],
    ['买入/做多', '- long'],
    ['卖出/做空', '- short'],
    ['开多', 'open long'],
    ['开空', 'open short'],
    ['平多', 'close short'],
    ['平空', 'close long'],
    ['買入開多', 'open long'],
    ['平倉做多', 'close short'],
    ['買い/ロング', '- long'],
    ['売り/ショート', '- short'],
    ['매수/롱', '- long'],
    ['롱 청산', 'close short'],
    ['Купить/Лонг', '- long'],
    ['Открыть Шорт', 'open short'],
    ['Закрыть лонг', 'close short'],
    ['Купити / Лонг', '- long'],
    ['Satın Al/Uzun', '- long'],
    ['Sat / Kısa', '- short'],
    ['Long Kapat', 'close short'],
    ['Mua/Long', '- long'],
    ['Đóng Short', 'close long'],
    ['Beli / Long', '- long'],
    ['Tutup Long', 'close short'],
    ['Comprar/Largo', '- long'],
    ['Cerrar corto', 'close long'],
    ['Abrir Long', 'open long'],
    ['Fechar Short', 'close long'],
    ['Acheter / Long', '- long'],
    ['Vendre / Short', '- short'],
    ['Fermer Long', 'close short'],
    ['Compra / Long', '- long'],
    ['Chiudi short', 'close long'],
    ['Kopen / Long', '- long'],
    ['Sluiten Long', 'close short'],
    ['Kup / Long', '- long'],
    ['Zamknij Short', 'close long'],
    ['شراء / لونج', '- long'],
    ['إغلاق شورت', 'close long'],
    ['خرید / لانگ', '- long'],
    ['بستن لانگ', 'close short'],
    ['קנה / לונג', '- long'],
    ['סגור שורט', 'close long'],
  ])('%s', (text, said) => {
    expect(say(text)).toBe(said);
  });

  it.each([
    'Max buy',
    'Buy crypto',
    'Long term',
    'Close',
    'Cancel',
    'Confirm',
    'Deposit',
    'Limit',
    '25%',
    '10x',
    '更多',
    '',
    'Buy now pay later',
    'Enter amount',
    'Position',
    'Positions',
    'Open positions (2)',
    'Close position',
    'Open orders',
    'Create account',
    'Create',
    'Preview',
    'Trade',
    'Review',
  ])('takes %j for no order button', (text) => {
    expect(say(text)).toBe('none');
  });

  it.each([
    ['Buy SOL', '- long'],
    ['Sell 0.5 ETH', '- short'],
    ['Open Long BTC', 'open long'],
    ['Buy USDT', 'none'],
    ['Buy crypto', 'none'],
    ['SOL', 'none'],
  ])('%s where the contract is not known', (text, said) => {
    expect(say(text, [])).toBe(said);
  });

  it('takes another coin than that of the contract for no word of a button', () => {
    expect(say('Buy ETH')).toBe('none');
  });

  it('names no direction where the text names both', () => {
    expect(say('Buy / Sell')).toBe('- -');
    expect(say('Buy Short')).toBe('- -');
    expect(say('Close Long / Close Short')).toBe('close -');
    expect(say('Sell to close short')).toBe('none');
  });
});
