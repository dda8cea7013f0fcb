import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');
const pairs = new Map(
  [...css.matchAll(/--rf-([a-z0-9-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map((match) => [
    match[1] ?? '',
    [match[2] ?? '', match[3] ?? ''] as const,
  ]),
);

/** Relative luminance as WCAG 2.2 defines it. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(front: string, back: string, theme: 0 | 1): number {
  const [a = 0, b = 0] = [front, back]
    .map((name) => luminance(pairs.get(name)?.[theme] ?? ''))
    .sort((left, right) => right - left);
  return (a + 0.05) / (b + 0.05);
}

const text: readonly (readonly [string, readonly string[]])[] = [
  ['ink', ['paper', 'paper-2', 'plan-soft', 'warning-soft', 'danger-soft']],
  ['ink-2', ['paper', 'paper-2', 'plan-soft', 'warning-soft', 'danger-soft']],
  ['ink-3', ['paper', 'paper-2']],
  ['warning', ['paper', 'warning-soft']],
  ['danger', ['paper', 'danger-soft']],
  ['notice', ['paper']],
  ['unknown', ['paper', 'paper-2']],
];
const shapes: readonly (readonly [string, readonly string[]])[] = [
  ['control', ['paper', 'paper-2']],
  ['focus', ['paper', 'paper-2', 'danger-soft', 'warning-soft']],
  ['plan', ['paper', 'idle']],
  ['danger', ['danger-soft', 'paper']],
];

describe.each([
  ['light', 0],
  ['dark', 1],
] as const)('%s theme', (_, theme) => {
  it.each(text)('writes %s readably (4.5:1)', (front, backs) => {
    for (const back of backs) expect(contrast(front, back, theme), back).toBeGreaterThanOrEqual(4.5);
  });

  it.each(shapes)('draws %s visibly (3:1)', (front, backs) => {
    for (const back of backs) expect(contrast(front, back, theme), back).toBeGreaterThanOrEqual(3);
  });
});
