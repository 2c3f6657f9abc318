/** Tells a person what became of the answer that they wait for, where it could not be posted: silence helps nobody. */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Request } from '../../chat/command.ts';
import type { Delivery, Logger } from '../../chat/port.ts';
import { messageOf } from '../../core/errors.ts';
import { WORDS } from './words.ts';

export interface Undelivered {
  /** Does the work for a request; afterwards its person is told what of the answer is missing. */
  watch(request: Request, work: () => Promise<void>): Promise<void>;
  /** What became of one delivery within that work; a later attempt at it may do better. */
  note(key: string, delivery: Delivery): void;
}

/** The deliveries of one request. */
interface Job {
  /** Why something of it is missing, by the key of what was to be delivered. */
  readonly problems: Map<string, string>;
  isAnswered: boolean;
}

/** `tell` shows words to the person of a request alone. */
export function createUndelivered(
  tell: (request: Request, words: string) => Promise<void>,
  logger: Logger,
): Undelivered {
  const jobs = new AsyncLocalStorage<Job>();
  return {
    async watch(request, work) {
      const job: Job = { problems: new Map(), isAnswered: false };
      await jobs.run(job, work);
      const [problem] = job.problems.values();
      // Talk among people expects no answer, and who opens App Home asked nothing.
      if (problem === undefined || !request.addressed || request.command.type === 'home') return;
      const said = job.isAnswered ? WORDS.partNotPosted(problem) : WORDS.notPosted(problem);
      await tell(request, said).catch((error: unknown) =>
        logger.warn('a person could not be told why there is no answer', { error: messageOf(error) }),
      );
    },

    note(key, delivery) {
      const job = jobs.getStore();
      if (job === undefined) return;
      const problem = delivery.ok ? delivery.problem : delivery.failure.reason;
      if (problem === undefined) job.problems.delete(key);
      else job.problems.set(key, problem);
      job.isAnswered ||= delivery.ok;
    },
  };
}
