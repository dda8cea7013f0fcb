import type { MarginMode } from '../../domain/account.ts';
import {
  type Idle,
  type Liquidation,
  type Losses,
  type OrderExposure,
  worstIsLowerBound,
} from '../../domain/exposure.ts';
import { isUnknown, type Unknown } from '../../domain/known.ts';
import type { Level } from '../../domain/verdict.ts';
import { LiquidationLine } from './liquidation-line.tsx';
import { modeText } from './mode-text.ts';
import { Fact, Money } from './money.tsx';
import { Term } from './terms/term.tsx';
import { unknownText } from './unknown-text.ts';
import type { Wording } from './wording.ts';
import { worstAmount } from './worst-amount.ts';

interface Props {
  readonly exposure: OrderExposure;
  readonly wording: Wording;
  /** Level of the ticket, which tints the card of its mode. */
  readonly level: Level;
  /** Where there is room to explain the words. */
  readonly terms?: boolean;
}

/** Both margin modes of the same order side by side: what each can lose, and where each is liquidated. */
export function ModePair({ exposure, wording, level, terms = false }: Props) {
  const { translate } = wording;
  const { otherMode } = exposure;
  return (
    <div class="rf-modes">
      <ModeCard
        mode={exposure.marginMode}
        part={exposure}
        exposure={exposure}
        wording={wording}
        tint={level}
        terms={terms}
        caption={translate('kit_mode_on_ticket')}
      />
      {isUnknown(otherMode) ? (
        <div class="rf-mode">
          <p class="rf-mode-name">{translate('kit_mode_other')}</p>
          <p class="rf-mode-worst">
            <Money name="other-mode-worst-loss" value={otherMode} kind="loss" wording={wording} />
          </p>
          <p class="rf-mode-foot">{unknownText(otherMode, wording)}</p>
        </div>
      ) : (
        <ModeCard
          mode={otherMode.marginMode}
          part={otherMode}
          exposure={exposure}
          wording={wording}
          caption={translate('kit_mode_same_order')}
          other
          terms={terms}
        />
      )}
    </div>
  );
}

interface CardProps {
  readonly mode: MarginMode | Unknown;
  readonly part: {
    readonly losses: Losses;
    readonly liquidation: Liquidation | Unknown;
    readonly idle: Idle;
  };
  readonly exposure: OrderExposure;
  readonly wording: Wording;
  readonly caption: string;
  readonly tint?: Level;
  readonly other?: boolean;
  readonly terms: boolean;
}

function ModeCard({ mode, part, exposure, wording, caption, tint, other = false, terms }: CardProps) {
  const word = modeText(mode, wording.translate);
  const name =
    terms && !isUnknown(mode) ? (
      <Term id={`${mode}_margin`} translate={wording.translate}>
        {word}
      </Term>
    ) : (
      word
    );
  return (
    <div class={`rf-mode${tint === undefined ? '' : ` rf-mode-now rf-tint-${tint}`}`}>
      <p class="rf-mode-name">
        <b>
          {other ? (
            name
          ) : (
            <Fact name="margin-mode" value={isUnknown(mode) ? undefined : mode}>
              {name}
            </Fact>
          )}
        </b>{' '}
        <span class="rf-quiet">{caption}</span>
      </p>
      <p class="rf-mode-worst">
        <Money
          name={other ? 'other-mode-worst-loss' : 'worst-loss'}
          value={worstAmount(part.losses)}
          kind="loss"
          wording={wording}
          atLeast={worstIsLowerBound({ ...exposure, losses: part.losses })}
          reason="beside"
        />
      </p>
      <p class="rf-mode-foot">
        <LiquidationLine liquidation={part.liquidation} exposure={exposure} wording={wording} other={other} />
      </p>
    </div>
  );
}
