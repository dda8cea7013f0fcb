import * as v from 'valibot';
import type { RepairNotice } from '../domain/settings.ts';
import type { Repair } from './parse-settings.ts';

const text = v.pipe(v.string(), v.maxLength(400));
const notice: v.GenericSchema<unknown, RepairNotice> = v.object({
  path: text,
  was: text,
  now: text,
  when: v.pipe(text, v.isoTimestamp()),
});

/** Newest kept; older ones give way. */
const mostNotices = 100;

/** The stored notices; what is not one is left out, since a notice about notices would help nobody. */
export function parseNotices(raw: unknown): readonly RepairNotice[] {
  if (!Array.isArray(raw)) return [];
  return raw.slice(-mostNotices).flatMap((entry) => {
    const parsed = v.safeParse(notice, entry);
    return parsed.success ? [parsed.output] : [];
  });
}

/** Adds today's resets. The same reset met twice, as by two loads at once, is one notice. */
export function withRepairs(
  notices: readonly RepairNotice[],
  repairs: readonly Repair[],
  now: Date,
): readonly RepairNotice[] {
  const fresh = repairs.filter(
    ({ path, was }) => !notices.some((known) => known.path === path && known.was === was),
  );
  const when = now.toISOString();
  return [...notices, ...fresh.map((repair) => ({ ...repair, when }))].slice(-mostNotices);
}
