import { useEffect, useState } from 'preact/hooks';
import { useOptions } from './options-context.ts';

/** The time, anew every second while `running`. */
export function useNow(running: boolean): Date {
  const { desk } = useOptions();
  const [now, setNow] = useState(() => desk.now());
  useEffect(() => {
    if (!running) return;
    setNow(desk.now());
    const timer = setInterval(() => setNow(desk.now()), 1_000);
    return () => clearInterval(timer);
  }, [desk, running]);
  return now;
}
