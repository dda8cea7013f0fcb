/**
 * Runs `work` while no other page or worker of this extension runs under the same name: a read-modify-write of storage
 * is then one step. Where the browser has no locks, it runs at once.
 */
export async function exclusively<T>(name: string, work: () => Promise<T>): Promise<T> {
  const locks: LockManager | undefined = globalThis.navigator?.locks;
  return locks === undefined ? work() : await locks.request(`ringfence:${name}`, work);
}
