/** A page that is seen but not drawn has no frames; what waits for one waits no longer than this. */
const latestMs = 100;

/**
 * Does `work` in the page's next frame. A page that never rests is laid out in each frame anyway: what is measured there
 * costs no layout of its own. Gives what takes it back.
 */
export function inFrame(work: () => void): () => void {
  const cancel = () => {
    clearTimeout(timer);
    cancelAnimationFrame(frame);
  };
  const once = () => {
    cancel();
    work();
  };
  const timer = setTimeout(once, latestMs);
  const frame = requestAnimationFrame(once);
  return cancel;
}
