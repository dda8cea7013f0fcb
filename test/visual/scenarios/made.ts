import catalogue from '../../../_locales/en/messages.json';
import type { Side } from '../../../src/domain/account.ts';
import type { SideAssessment } from '../../../src/domain/assessment.ts';
import { translatorFrom } from '../../../src/messages/translator-from.ts';
import { defaultSettings } from '../../../src/settings/defaults.ts';
import { preferencesFor } from '../../../src/settings/resolve.ts';
import { judgeInput } from '../../../src/ui/simulator/judge-input.ts';
import { contract, held, ordered, scene } from '../../../src/ui/simulator/preset-parts.ts';
import { checkInput } from '../../../src/ui/simulator/problems.ts';
import type { RawInput } from '../../../src/ui/simulator/raw-input.ts';

/** Assessments of accounts too large to write by hand: made by the engine and the rules themselves. */
function made(raw: RawInput): SideAssessment {
  const checked = checkInput(raw);
  if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
  return judgeInput(checked.input, {
    preferences: preferencesFor(defaultSettings, 'generic', undefined),
    translate: translatorFrom(catalogue),
    locale: 'en-US',
  });
}

const coins = ['ETH', 'SOL', 'XRP', 'DOGE', 'AVAX', 'LINK', 'SUI', 'ADA', 'LTC', 'BNB', 'TON', '1000PEPE'];
const side = (index: number): Side => (index % 3 === 0 ? 'short' : 'long');

export const madeAssessments: Readonly<Record<string, SideAssessment>> = {
  twelvePositions: made(
    scene({
      wallet: '4000',
      positions: coins.map((coin, index) => held(`${coin}USDT`, side(index), '10', 'cross')),
      order: ordered('BTCUSDT', 'long', '60', 'cross'),
    }),
  ),
  inverse: made({
    ...scene({
      wallet: '1.5',
      contracts: { BTCUSD: contract({ kind: 'inverse', markPrice: '60000', tick: '0.1' }) },
      order: ordered('BTCUSD', 'short', '60000', 'cross', { price: '60000' }),
    }),
    account: { currency: 'BTC', crossBalance: '1.5', positions: [], positionsComplete: true },
  }),
  hedged: made(
    scene({
      wallet: '2000',
      positions: [held('BTCUSDT', 'short', '20', 'cross')],
      order: ordered('BTCUSDT', 'long', '20', 'cross', { positionMode: 'hedge' }),
    }),
  ),
};
