import type { OrderExposure } from '../../domain/exposure.ts';
import type { MessageKey } from '../../messages/message-key.ts';
import { type FencePart, type FencePartKind, fenceParts } from './fence-parts.ts';
import { type FigureKind, figureText, Money, type ScreenField } from './money.tsx';
import { unknownText } from './unknown-text.ts';
import type { Wording } from './wording.ts';

interface Look {
  readonly text: MessageKey;
  readonly field: ScreenField;
  readonly figure: FigureKind;
  /** Rests on the size of the wallet, so that a lower bound of the wallet makes it one too. */
  readonly ofBalance: boolean;
}

const looks: Readonly<Record<FencePartKind, Look>> = {
  order: { text: 'kit_fence_order', field: 'order-margin', figure: 'loss', ofBalance: false },
  exposed: { text: 'kit_fence_exposed', field: 'idle-at-risk', figure: 'loss', ofBalance: true },
  idle: { text: 'kit_fence_idle', field: 'idle-balance', figure: 'room', ofBalance: true },
  other: { text: 'kit_fence_other', field: 'other-margin', figure: 'loss', ofBalance: false },
};

interface Props {
  readonly exposure: OrderExposure;
  readonly wording: Wording;
  /** The same order in the mode that is not on the ticket. */
  readonly which?: 'ticket' | 'other';
  readonly legend?: boolean;
}

/** The wallet as a bar: this order's margin, the post, and what stands exposed or quiet behind it. */
export function Fence({ exposure, wording, which = 'ticket', legend = true }: Props) {
  const bar = fenceParts(exposure, which);
  const { translate } = wording;
  if (bar.kind === 'unknown') {
    return (
      <div class="rf-fence-box">
        <div class="rf-fence rf-fence-unknown" role="img" aria-label={translate('kit_fence_unknown')}>
          <span class="rf-fence-order" style={{ flexGrow: 0.2 }} />
          <span class="rf-post rf-post-unknown" />
          <span class="rf-fence-blank" style={{ flexGrow: 0.8 }} />
        </div>
        {legend && (
          <p class="rf-legend">{`${translate('kit_fence_unknown')} (${unknownText(bar.because, wording)})`}</p>
        )}
      </div>
    );
  }
  const atLeast = exposure.atLeast === true;
  const own = bar.parts.filter(({ kind }) => kind === 'order');
  const behind = bar.parts.filter(({ kind }) => kind !== 'order');
  const say = ({ kind, amount }: FencePart) =>
    `${translate(looks[kind].text)} ${figureText(amount, looks[kind].figure, wording, atLeast && looks[kind].ofBalance)}`;
  const sentence = [
    ...bar.parts.map(say),
    translate(bar.post === 'solid' ? 'kit_fence_holds' : 'kit_fence_broken'),
  ].join('; ');
  return (
    <div class="rf-fence-box">
      <div class="rf-fence" role="img" aria-label={sentence}>
        {own.map(drawPart)}
        <span class={`rf-post rf-post-${bar.post}`} />
        {behind.map(drawPart)}
      </div>
      {legend && (
        <ul class="rf-legend">
          {bar.parts.map(({ kind, amount }) => (
            <li key={kind}>
              <i class={`rf-swatch rf-fence-${kind}`} />
              {translate(looks[kind].text)}{' '}
              <Money
                name={looks[kind].field}
                value={amount}
                kind={looks[kind].figure}
                wording={wording}
                atLeast={atLeast && looks[kind].ofBalance}
              />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function drawPart({ kind, share }: FencePart) {
  return <span key={kind} class={`rf-fence-part rf-fence-${kind}`} style={{ flexGrow: Number(share) }} />;
}
