import { useState } from 'preact/hooks';
import type { MarginMode } from '../../domain/account.ts';
import type { Translate } from '../../messages/message-key.ts';

interface Props {
  readonly translate: Translate;
  /** An order button was pressed and nothing held it. */
  readonly onSent: (side: 'long' | 'short') => void;
  readonly onTouched: () => void;
}

const leverages = [2, 5, 10, 20, 50];

/**
 * The order ticket of the source's example: 2,000 USDT in the wallet, 0.1 BTC at 60,000 with 20x on cross. It carries the
 * practice exchange's own hooks, so the guard reads it as it reads that exchange.
 */
export function PracticeTicket({ translate, onSent, onTouched }: Props) {
  const [mode, setMode] = useState<MarginMode>('cross');
  const [step, setStep] = useState(3);
  const turn = (by: number) => {
    setStep(Math.min(leverages.length - 1, Math.max(0, step + by)));
    onTouched();
  };
  return (
    <form
      class="practice"
      data-practice="ticket"
      autocomplete="off"
      noValidate
      aria-label={translate('welcome_ticket')}
      onInput={onTouched}
      onSubmit={(event) => {
        event.preventDefault();
        const { submitter } = event;
        onSent(submitter instanceof HTMLButtonElement && submitter.value === 'short' ? 'short' : 'long');
      }}
    >
      <p class="practice-head">
        <strong data-practice="symbol">BTCUSDT</strong>
        <span>
          {translate('welcome_ticket_mark')} <span data-practice="mark-price">60,000.0</span>
        </span>
      </p>
      <p class="practice-line">
        <button
          type="button"
          class="practice-chip"
          data-practice="margin-mode"
          aria-label={translate('welcome_ticket_mode', translate(`kit_mode_${mode}`))}
          onClick={() => {
            setMode(mode === 'cross' ? 'isolated' : 'cross');
            onTouched();
          }}
        >
          {mode === 'cross' ? 'Cross' : 'Isolated'}
        </button>
        <span class="practice-stepper">
          <button type="button" aria-label={translate('welcome_ticket_less')} onClick={() => turn(-1)}>
            −
          </button>
          <span data-practice="leverage">{leverages[step]}x</span>
          <button type="button" aria-label={translate('welcome_ticket_more')} onClick={() => turn(1)}>
            +
          </button>
        </span>
      </p>
      <div class="practice-tabs" role="tablist" aria-label={translate('welcome_ticket_type')}>
        <button type="button" role="tab" aria-selected="true" data-practice="order-type" data-type="limit">
          Limit
        </button>
      </div>
      <p class="practice-line">
        <span>{translate('welcome_ticket_available')}</span>
        <span data-practice="available">2,000.00 USDT</span>
      </p>
      <label class="practice-field">
        <span>{translate('welcome_ticket_price')}</span>
        <input name="price" inputMode="decimal" defaultValue="60000.0" data-practice="price" />
        <span>USDT</span>
      </label>
      <label class="practice-field">
        <span>{translate('welcome_ticket_size')}</span>
        <input name="size" inputMode="decimal" defaultValue="0.1" data-practice="size" />
        <span data-practice="size-unit">BTC</span>
      </label>
      <label class="practice-field">
        <span>{translate('welcome_ticket_stop')}</span>
        <input name="stopLoss" inputMode="decimal" defaultValue="" data-practice="stop-loss" />
        <span>USDT</span>
      </label>
      <p class="practice-sides">
        <button type="submit" name="side" value="long" class="practice-buy" data-practice="submit-long">
          Buy / Long
        </button>
        <button type="submit" name="side" value="short" class="practice-sell" data-practice="submit-short">
          Sell / Short
        </button>
      </p>
      <p class="practice-line">
        <span>{translate('welcome_ticket_wallet')}</span>
        <span data-practice="wallet-balance">2,000.00 USDT</span>
      </p>
      <p class="practice-line">
        <span>{translate('welcome_ticket_equity')}</span>
        <span data-practice="equity">2,000.00 USDT</span>
      </p>
    </form>
  );
}
