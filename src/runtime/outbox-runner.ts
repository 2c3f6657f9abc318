/**
 * Posts digests, each slot once: every second it plans what came due, claims slots, and has them worked on. Nothing here
 * assumes to be the only process.
 */
import type { Platform } from '../chat/command.ts';
import type { ChatAdapter } from '../chat/port.ts';
import type { Claim, Digest, Schedule } from '../core/digest/ports.ts';
import { buildPlan } from '../core/digest/slots.ts';
import { messageOf } from '../core/errors.ts';
import { createPoster, isAtRest, LEASE, type PosterOptions } from './poster.ts';
import { createProcessName, isProcessDead } from './process-name.ts';
import { wakeEvery } from './waking.ts';

export interface OutboxOptions extends PosterOptions {
  readonly schedule: Schedule;
  /** The chats of this process. */
  readonly adapters: readonly ChatAdapter[];
  /** Tells this runner from all others on the store: one that knows which process it is in, if not given. */
  readonly name?: string;
}

export interface OutboxRunner {
  start(): void;
  /** Plans and begins what is due now; resolves when all that this process works on is done. Never rejects. */
  tick(): Promise<void>;
  /** Begins nothing new; resolves when what is in flight is posted. */
  stop(): Promise<void>;
}

/** What a dead process had sent has arrived by then. */
const SETTLED = 3_000;
/** Slots that are worked on at once. */
const MOST = 8;
/** Nothing is posted before `start`; `stop` resolves when what was claimed is done. */
export function createOutboxRunner(options: OutboxOptions): OutboxRunner {
  const { schedule, clock, logger, latest } = options;
  const { slots, digests } = options.storage;
  const post = createPoster(options);
  const owner = options.name ?? createProcessName();
  const adapters = new Map<Platform, ChatAdapter>(options.adapters.map((each) => [each.platform, each]));
  const platforms = [...adapters.keys()];
  const working = new Set<Promise<void>>();
  let waking: { stop(): Promise<void> } | undefined;
  let isStopped = false;
  let lastProblem = '';
  /** Digests without due times that are told of. */
  const unplanned = new Set<string>();

  async function planAll(): Promise<void> {
    for (const digest of await digests.list()) {
      if (!platforms.includes(digest.place.platform)) continue;
      const planned = await digests.planned(digest.id);
      const plan = planOf(digest, planned);
      // What comes due while people let a digest rest is passed over for good.
      if (plan) await slots.plan(digest.id, isAtRest(digest) ? [] : plan.slots, plan.planned);
    }
  }

  /** One whose expression gives no due time does not keep the others waiting. */
  function planOf(digest: Digest, planned: Date | undefined): ReturnType<typeof buildPlan> {
    try {
      return buildPlan(digest, planned, { schedule, now: clock.now(), latest });
    } catch (error) {
      if (!unplanned.has(digest.id))
        logger.error('A digest waits.', { digest: digest.id, problem: messageOf(error) });
      unplanned.add(digest.id);
      return undefined;
    }
  }

  async function workOn(claim: Claim): Promise<void> {
    const digest = await digests.find(claim.slot.digest);
    const adapter = digest && adapters.get(digest.place.platform);
    // Removed in this moment: its slots are gone as well.
    if (digest && adapter) await post(digest, adapter, claim);
  }

  async function begin(): Promise<void> {
    const before = new Date(clock.now().getTime() - SETTLED);
    await slots.breakClaims((other) => isProcessDead(other, owner), before);
    while (!isStopped && working.size < MOST) {
      const claim = await slots.claim({ now: clock.now(), milliseconds: LEASE, owner, platforms });
      if (!claim) return;
      const work: Promise<void> = workOn(claim)
        .catch(report)
        .then(() => {
          working.delete(work);
          // The next slot of that digest waited for this one.
          return begin();
        })
        .catch(report);
      working.add(work);
    }
  }

  /** The same problem once: the store may be away for hours, and is asked each second. */
  function report(error: unknown): void {
    const problem = messageOf(error);
    if (problem !== lastProblem) logger.error('Digests wait.', { problem });
    lastProblem = problem;
  }

  async function beginAll(): Promise<void> {
    try {
      await planAll();
      await begin();
      lastProblem = '';
    } catch (error) {
      report(error);
    }
  }

  return {
    start() {
      // Told to stop while the articles were still read.
      if (isStopped) return;
      waking = wakeEvery(1, beginAll);
    },
    async tick() {
      await beginAll();
      while (working.size > 0) await Promise.all(working);
    },
    async stop() {
      isStopped = true;
      await waking?.stop();
      while (working.size > 0) await Promise.all(working);
    },
  };
}
