/** How far the wall clock was moved in one life of this worker. */
export interface ClockMoved {
  /** Tells one life from another. */
  readonly life: number;
  /** Milliseconds, forward or back; also the time this machine slept, where its steady clock slept too. */
  readonly by: number;
}

/** Measured by the clock that began with this life and that nobody can set. Of earlier lives it knows nothing. */
export function clockMoved(): ClockMoved {
  const life = performance.timeOrigin;
  return { life, by: Date.now() - (life + performance.now()) };
}
