// @vitest-environment happy-dom
import { render } from 'preact';
import { afterEach, expect, it } from 'vitest';
import { type DecimalString, decimal } from '../../domain/decimal-string.ts';
import { DecimalInput } from './decimal-input.tsx';
import { OptionsContext, type OptionsState } from './options-context.ts';

const context = { desk: { locale: 'en-US' } } as unknown as OptionsState;
const root = document.createElement('div');
document.body.append(root);
afterEach(() => render(null, root));

const rest = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

function show(stored: DecimalString | null, save: () => Promise<boolean>): HTMLInputElement {
  render(
    <OptionsContext.Provider value={context}>
      <DecimalInput
        id="cap"
        stored={stored}
        placeholder=""
        unit="plain"
        suffix="x"
        state={{ kind: 'idle' }}
        save={save}
        reset={() => undefined}
      />
    </OptionsContext.Provider>,
    root,
  );
  const input = root.querySelector('input');
  if (input === null) throw new Error('no field');
  return input;
}

function say(input: HTMLInputElement, type: 'input' | 'change', value: string): void {
  input.value = value;
  input.dispatchEvent(new Event(type, { bubbles: true }));
}

/** Types a number, presses Enter, and has it answered: `stored` is what is in force then. */
async function entered(text: string, stored: DecimalString | null): Promise<HTMLInputElement> {
  let answer = (_: boolean) => {};
  const answered = new Promise<boolean>((resolve) => {
    answer = resolve;
  });
  const save = () => answered;
  const input = show(null, save);
  input.focus();
  say(input, 'input', text);
  say(input, 'change', text);
  show(stored, save);
  answer(true);
  await answered;
  await Promise.resolve();
  return input;
}

it('keeps what is typed on after Enter, whenever the answer is drawn', async () => {
  const input = await entered('10', decimal('10'));
  say(input, 'input', '2');
  await rest(200);
  expect(input.value).toBe('2');
});

it('shows what is in force once a change that waits was answered', async () => {
  const input = await entered('20', decimal('10'));
  await rest(200);
  expect(input.value).toBe('10');
});
