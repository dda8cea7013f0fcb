import type { TaughtSites } from '../domain/taught.ts';
import { isMembers } from './members.ts';
import { parseTaught, taughtVersion } from './parse-taught.ts';

/** By this a file is known as ours. */
const kind = 'taught-fields';
/** A hundred sites with every field are a third of it. */
export const largestFile = 1_000_000;

export type TaughtFile =
  | { readonly kind: 'fields'; readonly sites: TaughtSites; readonly leftOut: number }
  | { readonly kind: 'not-ours' | 'newer' | 'too-big' };

/** Taught fields as the text of a file. Places and words of pages only; no figure that stood there. */
export function taughtFileText(sites: TaughtSites): string {
  return `${JSON.stringify({ ringfence: kind, version: taughtVersion, sites }, null, 2)}\n`;
}

/** What a file holds, entry by entry; nothing of it is applied. Never throws, whatever the text is. */
export function readTaughtFile(text: string): TaughtFile {
  if (text.length > largestFile) return { kind: 'too-big' };
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    return { kind: 'not-ours' };
  }
  if (!isMembers(raw) || raw.ringfence !== kind) return { kind: 'not-ours' };
  const { sites, repairs, newer } = parseTaught(raw);
  if (newer) return { kind: 'newer' };
  if (Object.keys(sites).length === 0) return { kind: 'not-ours' };
  return { kind: 'fields', sites, leftOut: repairs.length };
}
