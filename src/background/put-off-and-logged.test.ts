import { beforeEach, describe, expect, it, vi } from 'vitest';
import { reading } from '../../test/support/ticket-reading.ts';
import { decimal } from '../domain/decimal-string.ts';
import type { Snooze } from '../domain/snooze.ts';
import { logCsv } from '../log/log-csv.ts';
import { readLog } from '../log/log-store.ts';
import type { Sender } from '../protocol/sender-role.ts';
import { loadSnoozes } from '../settings/snooze-store.ts';
import { handleAssessTicket } from './handlers/assess-ticket.ts';
import { handleNotePress } from './handlers/note-press.ts';
import { handleSnoozeFinding } from './handlers/snooze-finding.ts';
import { settleDue } from './settle-due.ts';

const stored = new Map<string, unknown>();

vi.mock('../platform/storage.ts', () => ({
  readStored: async (key: string) => structuredClone(stored.get(key)),
  writeStored: async (key: string, value: unknown) => void stored.set(key, structuredClone(value)),
  writeStoredTogether: async () => undefined,
}));
vi.mock('../platform/clock.ts', () => ({ clockMoved: () => ({ life: 1, by: 0 }) }));
vi.mock('../platform/lifecycle.ts', () => ({ uiLocale: () => 'en-US' }));
vi.mock('../platform/packaged-file.ts', () => ({ readPackagedJson: async () => undefined }));
vi.mock('../platform/permissions.ts', () => ({ grantedOrigins: async () => [] }));
vi.mock('../platform/tabs.ts', () => ({ tabById: async () => undefined }));
vi.mock('../platform/translate.ts', () => ({ translate: (key: string) => key }));
vi.mock('./action-level.ts', () => ({ drawingInTurn: async () => undefined }));

const pageOf = (origin: string): Sender => ({ role: 'content', tabId: 1, origin });
const [here, there] = [pageOf('https://one.example'), pageOf('https://other.example')];

/** A limit 20 % over the mark is held for one press; the exchange is one that nobody knows. */
const ticket = {
  venue: 'generic',
  symbol: 'BTCUSDT',
  currency: 'USDT',
  marginMode: 'isolated',
  leverage: '5',
  side: 'long',
  effect: 'open',
  orderType: 'limit',
  price: '72000',
  size: '0.1',
  sizeUnit: 'base',
  sizeBase: '0.1',
  reduceOnly: false,
  stopLoss: '55000',
  walletBalance: '2000',
  positionMode: 'one-way',
  markPrice: '60000',
};
const far = reading(ticket);

async function holdOf(sender: Sender) {
  const { assessment } = await handleAssessTicket({ reading: far }, sender);
  return assessment.sides.long?.verdict.findings.find(({ id }) => id === 'price-far-from-mark')?.hold;
}

const putOff = (sender: Sender, until: '1h' | 'trade' | 'end') =>
  handleSnoozeFinding({ reading: far, findingId: 'price-far-from-mark', until }, sender);

beforeEach(() => stored.clear());

describe('a hold that is put off', () => {
  it('is put off on the site it was asked for on, and on no other of the same or of no known exchange', async () => {
    expect(await holdOf(here)).toBe('acknowledge');
    expect((await putOff(here, '1h')).outcome).toBe('saved');
    expect([await holdOf(here), await holdOf(there)]).toEqual(['none', 'acknowledge']);
    await putOff(there, 'end');
    expect(await holdOf(here)).toBe('none');
    expect((await putOff(there, '1h')).outcome).toBe('saved');
    await putOff(here, 'end');
    expect([await holdOf(here), await holdOf(there)]).toEqual(['acknowledge', 'none']);
  });

  it('is forgotten when its time is over, though its order is never looked at again', async () => {
    await putOff(here, '1h');
    await putOff(there, 'trade');
    expect(await loadSnoozes()).toHaveLength(2);
    await settleDue(() => new Date(Date.now() + 2 * 3_600_000));
    expect((await loadSnoozes()).map(({ span }: Snooze) => span)).toEqual(['trade']);
    // What is looked after may have been asked for a moment later than the look began.
    await settleDue(() => new Date(Date.now() - 60_000));
    expect(await loadSnoozes()).toHaveLength(1);
  });
});

describe('the log of a hold', () => {
  const entryId = '00000000-0000-4000-8000-000000000001';
  const logged = async () => (await readLog()).entries[0];
  const ids = (findings: readonly { readonly id: string; readonly level: string }[] | undefined) =>
    findings?.map(({ id, level }) => `${id} ${level}`);

  it('has what was found when the mode and the leverage had been others before', async () => {
    const raised = reading({ ...ticket, leverage: '25' });
    const earlier = { earlierMode: 'cross', earlierLeverage: decimal('10') } as const;
    const { assessment } = await handleAssessTicket({ reading: raised, ...earlier }, here);
    await handleNotePress({ reading: raised, ...earlier, held: true, entryId }, here);
    const shown = ids(assessment.sides.long?.verdict.findings);
    expect(shown).toContain('leverage-over-cap warning');
    expect(ids((await logged())?.findings)).toEqual(shown);
  });

  it('says "at least" where the hold did, on the page and in the file', async () => {
    const cross = { ...ticket, marginMode: 'cross' };
    const { walletBalance, ...others } = cross;
    const partly = reading({ ...others, available: walletBalance });
    await handleNotePress({ reading: partly, held: true, entryId }, here);
    const entry = await logged();
    expect(entry?.lowerBounds).toEqual(['worstLoss', 'idleAtRisk']);
    expect(logCsv(entry === undefined ? [] : [entry])).toMatch(/,worst loss; idle at risk\r\n$/);
    stored.delete('log');
    await handleNotePress({ reading: reading(cross), held: true, entryId }, here);
    expect((await logged())?.lowerBounds).toBeUndefined();
  });

  it('does not name a hold that had been put off', async () => {
    await putOff(here, '1h');
    await handleNotePress({ reading: far, held: true, entryId }, here);
    expect((await logged())?.hold).toBe('none');
  });
});
