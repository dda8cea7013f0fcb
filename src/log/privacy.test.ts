import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { LogEntry } from '../domain/log-entry.ts';
import type { PressRecord } from '../domain/press-record.ts';
import type { Snooze } from '../domain/snooze.ts';

const page = readFileSync(new URL('../../docs/privacy.md', import.meta.url), 'utf8');

/** How the privacy page names each member that is stored; a new member without a name is an error of types. */
const log: Readonly<Record<keyof LogEntry, string>> = {
  id: 'random number',
  at: 'time',
  venue: 'exchange',
  symbol: 'contract',
  side: 'side',
  marginMode: 'margin mode',
  leverage: 'leverage',
  size: 'size',
  price: 'price',
  currency: 'currency',
  level: 'level',
  hold: 'kind of hold',
  findings: 'findings',
  worstLoss: 'worst loss',
  idleAtRisk: 'idle money at risk',
  liquidationPrice: 'liquidation price',
  lowerBounds: 'lower bounds',
  outcome: 'what you did',
};
const presses: Readonly<Record<keyof PressRecord, string>> = {
  id: 'random number',
  at: 'time',
  venue: 'exchange',
  symbol: 'contract',
  side: 'side',
  size: 'size',
  addsToLoser: 'added to a losing position',
  held: 'was held',
};
const snoozes: Readonly<Record<keyof Snooze, string>> = {
  rule: 'rule',
  venue: 'exchange',
  symbol: 'contract',
  side: 'side',
  site: 'site',
  span: 'for how long',
  from: 'from when',
  until: 'until when',
  marginMode: 'margin mode',
  leverage: 'leverage',
  worstLoss: 'worst loss',
  hold: 'kind of hold',
};

it.each([
  ['log', log],
  ['presses', presses],
  ['put-off holds', snoozes],
])('the privacy page names all that is kept of %s', (name, members) => {
  const row = page.split('\n').find((line) => line.startsWith(`| ${name} |`));
  for (const words of Object.values<string>(members)) expect(row).toContain(words);
});
