import { expect, it } from 'vitest';
import catalogue from '../../../_locales/en/messages.json';
import { crossExposure } from '../../../test/support/rule-context.ts';
import { decimal } from '../../domain/decimal-string.ts';
import type { PositionAfter } from '../../domain/exposure.ts';
import { translatorFrom } from '../../messages/translator-from.ts';
import { PositionsAfter } from './positions-after.tsx';
import { wordingFor } from './wording.ts';

const wording = wordingFor(translatorFrom(catalogue), 'en-US', 'USDT');

const position = (symbol: string): PositionAfter => ({
  symbol,
  side: 'long',
  marginMode: 'cross',
  unrealisedPnl: decimal('0'),
  initialMargin: decimal('1'),
  maintenanceMargin: decimal('1'),
  liquidation: { kind: 'none', why: 'hedged' },
  exposedToThisOrder: true,
});

it.each([
  [5, undefined],
  [6, '1 more position'],
  [7, '2 more positions'],
])('of %i positions the rest opens: %s', (count, text) => {
  const positions = Array.from({ length: count }, (_, index) => position(`S${index}USDT`));
  const drawn = JSON.stringify(PositionsAfter({ exposure: { ...crossExposure, positions }, wording }));
  expect(drawn.match(/\d+ more positions?/)?.[0]).toBe(text);
});
