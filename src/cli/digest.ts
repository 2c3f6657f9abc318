/** `briefwire digest list|preview|run`. */
import type { App } from '../app.ts';
import { inlinesWords } from '../chat/plain.ts';
import { digestLines } from '../chat/replies/digest.ts';
import type { Digest } from '../core/digest/ports.ts';
import { BriefwireError } from '../core/errors.ts';
import { createDigestDesk } from '../runtime/digest-desk.ts';
import { createSchedule } from '../runtime/scheduler.ts';
import { createChats, startChats } from '../wiring/chats.ts';
import { createFileDigests, fileDigest } from '../wiring/digests.ts';
import { withApp } from './context.ts';
import { printCard, printJson } from './say.ts';

type Action = 'list' | 'preview' | 'run';

export async function digest(action: Action, id = '', options: { json?: boolean }): Promise<void> {
  if (action === 'run') return withApp(run);
  return withApp((app) => (action === 'list' ? list(app, options) : preview(app, id, options)));
}

/** The digests of config/digests.yaml that no chat has taken into the store yet. */
async function waitingDigests({ config, storage, clock }: App): Promise<Digest[]> {
  const known = new Set((await storage.digests.list()).map(({ id }) => id));
  return config.digests
    .filter(({ id }) => !known.has(id))
    .map((one) => fileDigest(one, { platform: one.chat, space: '', channel: one.channel }, clock.now()));
}

async function list(app: App, { json }: { json?: boolean }): Promise<void> {
  const { storage, clock } = app;
  const digests = await storage.digests.list();
  const waiting = await waitingDigests(app);
  if (json) return printJson([...digests, ...waiting]);
  if (digests.length + waiting.length === 0) process.stdout.write('There are no digests.\n');
  const schedule = createSchedule();
  const lines = await digestLines(digests, { now: clock.now() }, { storage, schedule });
  for (const line of lines) process.stdout.write(`${inlinesWords(line)}\n`);
  for (const { id, place } of waiting)
    process.stdout.write(`${id} — waits for ${place.platform} to start; set by the operator\n`);
}

async function preview(app: App, id: string, { json }: { json?: boolean }): Promise<void> {
  const { storage, clock, buildDigest } = app;
  const found =
    (await storage.digests.find(id)) ?? (await waitingDigests(app)).find((digest) => digest.id === id);
  if (found === undefined)
    throw new BriefwireError('not-found', `there is no digest "${id}": "briefwire digest list" shows them`);
  const cards = await createDigestDesk(storage.slots, clock, buildDigest).preview(found);
  if (json) return printJson(cards);
  for (const card of cards) printCard(card);
}

/** Posts what is due now and ends: for those who have a scheduler of their own. */
async function run(app: App): Promise<void> {
  const chats = await createChats(app);
  if (chats.length === 0)
    throw new BriefwireError(
      'bad-settings',
      'no chat has a token, so there is nowhere to post to: set SLACK_BOT_TOKEN or DISCORD_TOKEN (.env.example)',
    );
  await startChats(app, chats);
  await createFileDigests(app.config.digests, app.adapters, app).take();
  const outbox = app.createOutbox();
  await outbox.tick();
  await outbox.stop();
}
