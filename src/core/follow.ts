/**
 * Reads that bring a memory of a store up to date, one at a time. Who calls while one runs waits for it and for the next
 * one: the first may have asked for the revision before an article came that the caller knows of.
 */
export function createFollow(read: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  return async () => {
    if (running !== undefined) await running.catch(() => undefined);
    running ??= read().finally(() => {
      running = undefined;
    });
    await running;
  };
}

/** Lets others have their turn in the middle of long work. */
export function letOthersRun(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** Takes the steps of long work, with others between each two. */
export async function takeSteps<T>(steps: Generator<void, T>): Promise<T> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await letOthersRun();
  }
}
