/**
 * Does `work` now and every so often while somebody looks at the page, and at once when it is shown again; nothing in a
 * hidden tab. Gives what begins anew, for a page that stood still without being hidden.
 */
export function whileVisible(
  document: Document,
  work: () => void,
  everyMs: number,
  signal: AbortSignal,
): () => void {
  let timer: ReturnType<typeof setInterval> | undefined;
  const begin = () => {
    clearInterval(timer);
    if (document.visibilityState !== 'visible' || signal.aborted) return;
    work();
    timer = setInterval(work, everyMs);
  };
  document.addEventListener('visibilitychange', begin, { signal });
  signal.addEventListener('abort', () => clearInterval(timer));
  begin();
  return begin;
}
