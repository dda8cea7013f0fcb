import type { MessageKey, Translate } from '../messages/message-key.ts';
import type { Way } from './strip-spot.ts';

const arrows: readonly (readonly [Way, MessageKey, string])[] = [
  ['left', 'strip_move_left', 'M10 3 5 8l5 5'],
  ['up', 'strip_move_up', 'M3 10l5-5 5 5'],
  ['down', 'strip_move_down', 'M3 6l5 5 5-5'],
  ['right', 'strip_move_right', 'M6 3l5 5-5 5'],
];

/** Moves the strip step by step, for whoever does not drag: by these buttons, or by the arrow keys on any of them. */
export function StripMover({ translate }: { readonly translate: Translate }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a legend into one line of 38 px
    <div class="rf-strip-line rf-mover" role="group" aria-label={translate('strip_move_name')}>
      {arrows.map(([way, text, path]) => (
        <button key={way} type="button" data-act={`step:${way}`} aria-label={translate(text)}>
          <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
            <path d={path} />
          </svg>
        </button>
      ))}
      <button type="button" class="rf-link" data-act="put-back">
        {translate('strip_put_back')}
      </button>
      <button type="button" class="rf-link" data-act="moved">
        {translate('strip_moved')}
      </button>
    </div>
  );
}
