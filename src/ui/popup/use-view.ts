import { useCallback, useEffect, useState } from 'preact/hooks';
import { lookAtTab, type View } from './look.ts';
import type { PopupDesk } from './popup-desk.ts';

/** The page script reads ten times a second; a person reads the popup once. */
const everyMs = 1_000;

/** Looks at the tab at once and then each second while the popup is open; never two looks at a time. */
export function useView(desk: PopupDesk): { readonly view: View; readonly lookNow: () => void } {
  const [view, setView] = useState<View>({ kind: 'looking' });
  const [round, setRound] = useState(0);
  useEffect(() => {
    let stopped = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = async () => {
      const seen = await lookAtTab(desk);
      if (stopped) return;
      setView(seen);
      timer = setTimeout(look, everyMs);
    };
    void look();
    return () => {
      stopped = true;
      clearTimeout(timer);
    };
  }, [desk, round]);
  const lookNow = useCallback(() => setRound((count) => count + 1), []);
  return { view, lookNow };
}
