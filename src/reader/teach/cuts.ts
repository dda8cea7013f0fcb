import { captionOf } from '../labels/caption.ts';
import { isTextControl } from '../page/text-controls.ts';
import { joined, textItems } from '../page/text-items.ts';
import type { Target } from './target.ts';
import { leadOf, trailOf } from './taught-rung.ts';

/** What stands at the target: the value of an input, else its texts; nothing for a toggle. */
export function saidBy({ element, kind }: Target): string {
  if (isTextControl(element)) return element.value || (element.getAttribute('placeholder') ?? '');
  if (kind === 'toggle') return '';
  return joined(textItems(element));
}

/** Whether the dictionary knows the word for a margin mode. */
export function isKnownMode(text: string): boolean {
  const meanings = captionOf(text.replace(/\n/g, ' '))?.meanings ?? [];
  return meanings.includes('cross') || meanings.includes('isolated');
}

/** Ways to read a figure: as it stands, without the words before it, without the word behind it. */
export function cuts({ kind }: Target, text: string): readonly (readonly [lead: string, unit: string])[] {
  if (kind !== 'text') return [['', '']];
  const lead = leadOf(text);
  const trail = trailOf(text);
  const unit = /^[A-Z0-9₮]{2,10}$/.test(trail) || trail.length < 2 ? '' : trail;
  const all = [
    ['', ''],
    [lead, ''],
    ['', unit],
    [lead, unit],
  ] as const;
  const seen = new Set<string>();
  return all.filter((cut) => {
    const key = cut.join('\n');
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
