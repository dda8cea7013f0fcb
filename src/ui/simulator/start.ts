import type { Side } from '../../domain/account.ts';
import { type Preset, presets } from './presets.ts';
import type { RawInput } from './raw-input.ts';

/** Where the page begins: with the ticket of a tab, with a worked example, or with a ticket of its own. */
export type Start =
  | { readonly kind: 'tab'; readonly tabId: number; readonly side: Side | undefined }
  | { readonly kind: 'preset'; readonly preset: Preset }
  | { readonly kind: 'own' };

/** `#tab=7&side=long`, `#preset=EX-2b`; anything else begins with a ticket of its own. */
export function startOf(hash: string): Start {
  const asked = new URLSearchParams(hash.replace(/^#/, ''));
  const tab = asked.get('tab') ?? '';
  const side = asked.get('side');
  if (/^\d{1,15}$/.test(tab)) {
    return { kind: 'tab', tabId: Number(tab), side: side === 'long' || side === 'short' ? side : undefined };
  }
  const preset = presets.find(({ id }) => id === asked.get('preset'));
  return preset === undefined ? { kind: 'own' } : { kind: 'preset', preset };
}

/** Something to change: a wallet of 2,000 and a long of 0.1 at 60,000 on cross. */
export const ownTicket: RawInput = {
  contract: 1,
  venue: 'binance',
  account: { currency: 'USDT', crossBalance: '2000', positions: [], positionsComplete: true },
  instruments: { BTCUSDT: { kind: 'linear', markPrice: '60000' } },
  order: {
    symbol: 'BTCUSDT',
    side: 'long',
    effect: 'open',
    type: 'limit',
    price: '60000',
    size: '0.1',
    leverage: '20',
    marginMode: 'cross',
  },
};
