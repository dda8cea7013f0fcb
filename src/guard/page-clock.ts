/** Clocks drift against each other, and are put right, by less than this all the time. */
const noticeableMs = 1_000;

/**
 * Milliseconds of a clock that only goes forward. The page's steady clock stands still on some machines while they sleep;
 * the wall clock does not, but can be set. Time that only the wall clock saw counts, so that nothing is younger than it is;
 * a wall clock that is set back changes nothing.
 */
export function pageClock(
  steady: () => number = () => performance.now(),
  wall: () => number = () => Date.now(),
): () => number {
  let apart = wall() - steady();
  let slept = 0;
  return () => {
    const now = steady();
    const moved = wall() - now - apart;
    if (Math.abs(moved) > noticeableMs) {
      apart += moved;
      slept += Math.max(0, moved);
    }
    return now + slept;
  };
}
