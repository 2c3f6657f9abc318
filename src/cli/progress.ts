/** The progress of a long work: a bar on a terminal, a line every ten seconds elsewhere. */
const WIDTH = 24;
const SECONDS = 10;

export interface Progress {
  show(done: number, total: number): void;
  /** Removes the bar. */
  end(): void;
}

export function createProgress(
  output: { write(text: string): unknown; readonly isTTY?: boolean },
  now: () => number = Date.now,
): Progress {
  let last = now();
  let isShown = false;
  return {
    show(done, total) {
      if (output.isTTY) {
        const filled = Math.round((WIDTH * done) / Math.max(total, 1));
        output.write(`\r${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)} ${done} of ${total}`);
        isShown = true;
      } else if (now() - last >= SECONDS * 1000) {
        last = now();
        output.write(`${done} of ${total}\n`);
      }
    },
    end() {
      if (isShown) output.write('\r\u001B[K');
    },
  };
}
