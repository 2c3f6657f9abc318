/** Lets many who come at once be answered one after the other, so that those who come meanwhile are heard. */

/** Does the work when it is its turn: in the order in which they came, one at a time. */
export type Turns = <T>(work: () => Promise<T>) => Promise<T>;

/**
 * To find an answer keeps the process busy, and one would follow the other without a pause where the store answers at once:
 * nothing that arrives would be acknowledged before the last is found, and a platform waits three seconds. So each begins in
 * a round of the event loop of its own, after whatever came in was taken.
 */
export function createTurns(): Turns {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const own = last.then(() => new Promise((resolve) => setImmediate(resolve))).then(work);
    last = own.catch(() => undefined);
    return own;
  };
}
