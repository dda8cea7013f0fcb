/**
 * One look at the page: within it nothing is measured twice, and nothing of it is kept afterwards. Reads are
 * synchronous, so the page cannot change while a look lasts.
 */
let memos: Map<unknown, Map<object, unknown>> | null = null;

/** Runs `work` as one look. A look inside a look is part of it. */
export function inOneLook<T>(work: () => T): T {
  if (memos !== null) return work();
  memos = new Map();
  try {
    return work();
  } finally {
    memos = null;
  }
}

/** `measure`, done once a look for each node. */
export function oncePerLook<Subject extends object, T>(
  measure: (subject: Subject) => T,
): (subject: Subject) => T {
  return (subject) => {
    if (memos === null) return measure(subject);
    let memo = memos.get(measure) as Map<Subject, T> | undefined;
    if (memo === undefined) {
      memo = new Map();
      memos.set(measure, memo as Map<object, unknown>);
    }
    if (memo.has(subject)) return memo.get(subject) as T;
    const value = measure(subject);
    memo.set(subject, value);
    return value;
  };
}
