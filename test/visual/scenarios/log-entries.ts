import { decimal } from '../../../src/domain/decimal-string.ts';
import type { LogEntry } from '../../../src/domain/log-entry.ts';

const finding = (id: string, level: 'warning' | 'danger' | 'unknown', value: string, threshold: string) => ({
  id,
  level,
  value,
  threshold,
});

/** Holds as an ordinary week leaves them, newest first; the last ones show what may be missing or very long. */
const week: readonly Omit<LogEntry, 'id' | 'at'>[] = [
  {
    venue: 'binance',
    symbol: 'BTCUSDT',
    side: 'long',
    marginMode: 'cross',
    leverage: decimal('20'),
    size: decimal('0.1'),
    price: decimal('60000'),
    currency: 'USDT',
    level: 'danger',
    hold: 'type-amount',
    findings: [
      finding('cross-idle-exposed', 'danger', '0.85', '0.5'),
      finding('margin-mode-not-intended', 'warning', 'cross', ''),
      finding('no-stop-loss', 'warning', 'none', ''),
    ],
    worstLoss: decimal('2000'),
    idleAtRisk: decimal('1800'),
    liquidationPrice: decimal('40160.64'),
    outcome: 'changed',
  },
  {
    venue: 'okx',
    symbol: 'ETH-USDT-SWAP',
    side: 'short',
    marginMode: 'isolated',
    leverage: decimal('50'),
    size: decimal('2.5'),
    price: decimal('3100'),
    currency: 'USDT',
    level: 'danger',
    hold: 'acknowledge',
    findings: [finding('liquidation-near', 'danger', '0.016', '0.03')],
    worstLoss: decimal('158.88'),
    idleAtRisk: decimal('0'),
    liquidationPrice: decimal('3149.5'),
    outcome: 'overridden',
  },
  {
    venue: 'hyperliquid',
    symbol: 'SOL',
    side: 'long',
    marginMode: null,
    leverage: null,
    size: decimal('40'),
    price: decimal('142.5'),
    currency: 'USDC',
    level: 'unknown',
    hold: 'acknowledge',
    findings: [finding('margin-mode-unread', 'unknown', 'unknown', '')],
    worstLoss: null,
    idleAtRisk: null,
    liquidationPrice: null,
    outcome: 'left',
  },
  {
    venue: 'binance-coinm',
    symbol: 'BTCUSD_PERP',
    side: 'long',
    marginMode: 'cross',
    leverage: decimal('10'),
    size: decimal('25000'),
    price: decimal('60000'),
    currency: 'BTC',
    level: 'warning',
    hold: 'acknowledge',
    findings: [finding('margin-mode-not-intended', 'warning', 'cross', '')],
    worstLoss: decimal('0.41823311'),
    idleAtRisk: decimal('0.3765'),
    liquidationPrice: decimal('31250'),
    lowerBounds: ['worstLoss', 'idleAtRisk'],
    outcome: 'open',
  },
  {
    venue: 'generic',
    symbol: '1000000BABYDOGEUSDT-PERPETUAL-QUARTERLY',
    side: 'short',
    marginMode: 'cross',
    leverage: decimal('125'),
    size: decimal('123456789012345.678'),
    price: decimal('0.00000123'),
    currency: 'USDT',
    level: 'danger',
    hold: 'type-amount',
    findings: [finding('loss-over-limit', 'danger', '987654321098.77', '150')],
    worstLoss: decimal('987654321098.77'),
    idleAtRisk: decimal('987654321000.01'),
    liquidationPrice: null,
    outcome: 'changed',
  },
];

/** That many holds, newest first, from a fixed day backwards. */
export function logEntries(count: number): readonly LogEntry[] {
  return Array.from({ length: count }, (_, index) => {
    const entry = week[index % week.length];
    if (entry === undefined) throw new Error('an empty week');
    const at = new Date(Date.UTC(2026, 10, 21, 10, 0) - index * 3 * 3_600_000).toISOString();
    return { ...entry, id: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`, at };
  });
}
