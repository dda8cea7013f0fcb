import type { Level } from '../../domain/verdict.ts';

interface Props {
  readonly level: Level;
  readonly size?: number;
}

/** One shape a level, so that colour is never alone: ring, ring with a dot, triangle, octagon, dashed ring. */
export function LevelIcon({ level, size = 18 }: Props) {
  return (
    <svg class={`rf-icon rf-icon-${level}`} width={size} height={size} viewBox="0 0 18 18" aria-hidden="true">
      {shapes[level]}
    </svg>
  );
}

const shapes = {
  ok: <circle cx="9" cy="9" r="6.5" class="rf-stroke" />,
  notice: (
    <>
      <circle cx="9" cy="9" r="6.5" class="rf-stroke" />
      <circle cx="9" cy="9" r="2.3" class="rf-fill" />
    </>
  ),
  warning: (
    <>
      <path d="M9 2.2 16.4 15.4H1.6z" class="rf-stroke" />
      <path d="M9 7v3.6M9 13v.1" class="rf-mark" />
    </>
  ),
  danger: (
    <>
      <path d="M5.7 1.5h6.6l4.2 4.2v6.6l-4.2 4.2H5.7l-4.2-4.2V5.7z" class="rf-fill" />
      <path d="M9 5v4.8M9 12.7v.1" class="rf-cut" />
    </>
  ),
  unknown: <circle cx="9" cy="9" r="6.5" class="rf-stroke" stroke-dasharray="3.4 3.4" />,
} as const;
