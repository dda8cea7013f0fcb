import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Wording } from '../kit/wording.ts';
import type { Problem } from './problems.ts';
import type { Path, RawInput } from './raw-input.ts';

/** What every field of the form needs: the input as typed and as filled in, what is wrong with it, and how to change it. */
export interface SimState {
  readonly raw: RawInput;
  readonly whole: RawInput;
  readonly problems: readonly Problem[];
  readonly wording: Wording;
  readonly change: (path: Path, value: unknown) => void;
}

export const SimContext = createContext<SimState | undefined>(undefined);

export function useSim(): SimState {
  const state = useContext(SimContext);
  if (state === undefined) throw new Error('a field stands inside the simulator');
  return state;
}
