/** `briefwire digest list|preview|run`. */
import type { App } from '../app.ts';
import { inlinesWords } from '../chat/plain.ts';
import { digestLines } from '../chat/replies/digest.ts';
import { BriefwireError } from '../core/errors.ts';
import { createDigestDesk } from '../runtime/digest-desk.ts';
import { createSchedule } from '../runtime/scheduler.ts';
import { createChats, startChats } from '../wiring/chats.ts';
import { takeFileDigests } from '../wiring/digests.ts';
import { withApp } from './context.ts';
import { printCard, printJson } from './say.ts';

export async function digest(
  action: string,
  id: string | undefined,
  options: { json?: boolean },
): Promise<void> {
  if (action === 'list') return withApp((app) => list(app, options));
  if (action === 'preview') return withApp((app) => preview(app, id, options));
  if (action === 'run') return withApp(run);
  throw new BriefwireError('bad-request', `"${action}" is not one of list, preview, run`);
}

async function list({ storage, clock }: App, { json }: { json?: boolean }): Promise<void> {
  const digests = await storage.digests.list();
  if (json) return printJson(digests);
  if (digests.length === 0) process.stdout.write('There are no digests.\n');
  const schedule = createSchedule();
  for (const space of new Set(digests.map(({ place }) => place.space))) {
    const lines = await digestLines({ space, now: clock.now() }, { storage, schedule });
    for (const line of lines) process.stdout.write(`${inlinesWords(line)}\n`);
  }
}

async function preview(
  { storage, clock, buildDigest }: App,
  id: string | undefined,
  { json }: { json?: boolean },
) {
  const found = await storage.digests.find(id ?? '');
  if (found === undefined)
    throw new BriefwireError(
      'not-found',
      `there is no digest "${id ?? ''}": "briefwire digest list" shows them`,
    );
  const cards = await createDigestDesk(storage.slots, clock, buildDigest).preview(found);
  if (json) return printJson(cards);
  for (const card of cards) printCard(card);
}

/** Posts what is due now and ends: for those who have a scheduler of their own. */
async function run(app: App): Promise<void> {
  const chats = await createChats(app);
  if (chats.length === 0)
    throw new BriefwireError('bad-settings', 'no chat has a token: there is nowhere to post to');
  await startChats(app, chats);
  await takeFileDigests(app.config.digests, app.adapters, app);
  const outbox = app.createOutbox();
  await outbox.tick();
  await outbox.stop();
}
