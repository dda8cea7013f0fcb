import { useState } from 'preact/hooks';
import type { MarginMode } from '../../domain/account.ts';
import type { VenueFacts } from '../../domain/venue.ts';
import type { MessageKey } from '../../messages/message-key.ts';
import { ChoiceSetting } from './choice-setting.tsx';
import { useOptions } from './options-context.ts';

interface Props {
  readonly facts: VenueFacts;
  readonly mode: MarginMode | null;
}

const modeNames: Readonly<Record<MarginMode, MessageKey>> = {
  isolated: 'kit_mode_isolated',
  cross: 'kit_mode_cross',
};

/**
 * The mode the trader means to use here. Who has not chosen finds an invitation; it keeps its place for this visit when
 * he has, so that nothing moves under his hand.
 */
export function IntendedMode({ facts, mode }: Props) {
  const { translate } = useOptions().desk;
  const [invited] = useState(mode === null);
  const help = translate('options_mode_help');
  return (
    <ChoiceSetting
      path={['venues', facts.id, 'intendedMode']}
      label={translate('settings_name_intendedMode')}
      help={
        invited ? (
          <span class="swap">
            <span data-shown={mode === null}>{translate('options_mode_invite')}</span>
            <span data-shown={mode !== null}>{help}</span>
          </span>
        ) : (
          help
        )
      }
      invitation={invited ? (mode === null ? 'open' : 'taken') : 'none'}
      value={mode ?? 'none'}
      options={[
        ...offered(facts, mode).map((each) => ({ value: each, text: translate(modeNames[each]) })),
        { value: 'none' as const, text: translate('options_mode_none') },
      ]}
      stored={(value) => (value === 'none' ? null : value)}
    />
  );
}

/** The modes this exchange has; one that was set although the exchange has it not stays visible. */
function offered(facts: VenueFacts, set: MarginMode | null): readonly MarginMode[] {
  return (['isolated', 'cross'] as const).filter((mode) => mode === set || facts.rules.modes.includes(mode));
}
