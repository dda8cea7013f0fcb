import { describe, it } from 'vitest';

/**
 * Tests that need what not every machine or browser has. Where it is missing one test stands for them that says so: a
 * skipped test counts as a failure here, since it proves nothing.
 */
export function describeWhere(isThere: boolean, name: string, tests: () => void): void {
  if (isThere) describe(name, tests);
  else leftOut(name);
}

/** The same for one test. */
export function itWhere(
  isThere: boolean,
  name: string,
  test: () => Promise<void> | void,
  timeout?: number,
): void {
  if (isThere) it(name, test, timeout);
  else leftOut(name);
}

function leftOut(name: string): void {
  it(`left out here: ${name}`, () => console.log(`left out here: ${name}`));
}
