/** Discord on the real discord.js: events become requests, cards become messages. See `inbound.ts` and `outgoing.ts`. */
import { AsyncLocalStorage } from 'node:async_hooks';
import { type APIChannel, Routes } from 'discord.js';
import type { Card } from '../../chat/card.ts';
import type { Address, Request } from '../../chat/command.ts';
import type { AdapterDeps, ChatAdapter, ChatHandler, DeliverOptions, Delivery } from '../../chat/port.ts';
import { createSafeLogger } from '../../chat/safe-logger.ts';
import { settleWithin } from '../../chat/settle.ts';
import { messageOf } from '../../core/errors.ts';
import { createApi } from './api.ts';
import { mayReadContent, readApplication, registerCommands, removeFromServers } from './application.ts';
import { createConnection } from './connection.ts';
import { createEvents, type Job } from './events.ts';
import { createHint } from './hint.ts';
import { createInteractions } from './interactions.ts';
import { SECRETS } from './log.ts';
import { createOutgoing } from './outgoing.ts';
import { inviteUrl } from './permissions.ts';
import { createRooms } from './rooms.ts';

export interface DiscordSettings {
  readonly token: string;
  /** Commands are registered there, at once, and nowhere else. */
  readonly guildId?: string | undefined;
  readonly apiUrl?: string | undefined;
}

type Presence = 'left' | 'space-joined' | 'space-left';

/** `stop` waits so long for what is in flight, in milliseconds: a service manager kills a process after ten seconds. */
const DRAIN = 9_000;

export function createDiscordAdapter(settings: DiscordSettings, deps: AdapterDeps): ChatAdapter {
  const { clock } = deps;
  const logger = createSafeLogger(deps.logger, [settings.token], SECRETS);
  const api = createApi(settings, logger);
  const jobs = new AsyncLocalStorage<Job>();
  const inFlight = new Set<Promise<void>>();
  let handler: ChatHandler | undefined;
  let me = '';
  let register = async () => {};
  let isStopping = false;

  const connection = createConnection(
    settings,
    { onEvent, onPresence, onServers, onLost: deps.onLost },
    logger,
  );
  const rooms = createRooms(connection.client);
  const outgoing = createOutgoing({ api, rooms, commands: deps.commands, clock, logger, me: () => me });
  const interactions = createInteractions({
    api,
    commands: deps.commands,
    clock,
    logger,
    handle,
    suggest: (request, limit) => handler?.suggest(request, limit) ?? Promise.resolve([]),
    settle: (handle, job) => {
      const isElsewhere = handle.threaded && job.thread !== undefined && job.thread !== handle.room;
      const [problem = isElsewhere ? `Answered in <#${job.thread}>.` : undefined] = job.problems.values();
      return outgoing.settle(handle, problem, job.isAnswered);
    },
  });

  const hint = createHint(deps.hints, logger);

  const events = createEvents({
    api,
    rooms,
    logger,
    clock,
    handle,
    me: () => me,
    tell: outgoing.tell,
    onInteraction: interactions.onInteraction,
  });

  /** Hands a request over, and tells what became of it. */
  async function handle(request: Request): Promise<Job> {
    const job: Job = { problems: new Map(), isAnswered: false };
    try {
      await jobs.run(job, () => handler?.handle(request));
    } catch (error) {
      logger.error('a request was not handled', { command: request.command.type, error: messageOf(error) });
    }
    return job;
  }

  function run(work: () => Promise<unknown>): void {
    if (isStopping || handler === undefined) return;
    const job = work()
      .then(() => undefined)
      .catch((error: unknown) => logger.error('a discord event failed', { error: messageOf(error) }))
      .finally(() => inFlight.delete(job));
    inFlight.add(job);
  }

  function onEvent(type: string, payload: unknown): void {
    if (type === 'READY') me = (payload as { user: { id: string } }).user.id;
    else run(() => events.onEvent(type, payload));
  }

  function onPresence(event: Presence, space: string, channel: string): void {
    run(() => tellPresence(event, space, channel));
    if (event === 'space-joined' && space === settings.guildId) run(register);
  }

  function tellPresence(event: Presence, space: string, channel: string): Promise<Job> {
    return handle({
      command: { type: 'presence', event },
      actor: { id: '', mayManage: false },
      address: { platform: 'discord', space, channel },
      addressed: false,
      keys: [`presence ${event} ${space} ${channel} ${clock.now().toISOString()}`],
    });
  }

  /** What servers did while there was no session, nobody tells: one that took the bot back keeps its data. */
  function onServers(here: readonly string[], left: readonly string[]): void {
    run(async () => {
      for (const server of left) await tellPresence('space-left', server, '');
      for (const server of here) if (!isStopping) await tellPresence('space-joined', server, '');
    });
  }

  /** The bot was removed while it was down: nobody told, and when it is taken back what rests has to go on. */
  function tellIfLost(space: string): void {
    if (!space.startsWith('dm:') && !rooms.isGuild(space)) onPresence('space-left', space, '');
  }

  return {
    platform: 'discord',

    async start(chatHandler) {
      const application = await readApplication(api);
      const content = mayReadContent(application);
      if (!content)
        logger.info(
          'the message-content intent is off: in threads people have to mention the bot, reply to it, or press Ask',
        );
      register = () => registerCommands(api, application.id, settings.guildId, logger);
      await register();
      handler = chatHandler;
      await connection.open(content);
      const servers = [...(connection.client()?.guilds.cache.keys() ?? [])];
      logger.info('discord is connected', {
        servers: servers.length,
        readsContent: connection.readsContent(),
      });
      if (servers.length === 0)
        logger.warn(`the bot is on no server yet: invite it with ${inviteUrl(application.id)}`);
      if (settings.guildId === undefined) run(() => removeFromServers(api, application.id, servers, logger));
    },

    async deliver(address: Address, card: Card, options: DeliverOptions): Promise<Delivery> {
      const isThread = address.thread !== undefined && rooms.isGuild(address.space);
      const isBlind = isThread && !connection.readsContent();
      const shown = isBlind ? await hint.add(card, address.space, options.key) : card;
      const delivery = await outgoing.deliver(address, shown, options);
      if (isBlind) await hint.settle(address.space, options.key, delivery);
      if (!delivery.ok && delivery.failure.kind === 'gone') tellIfLost(address.space);
      const job = jobs.getStore();
      if (job) note(job, options.key, delivery);
      return delivery;
    },

    find: (address, key) => outgoing.find(address, key),

    async findSpace(channel) {
      const known = rooms.spaceOf(channel);
      if (known !== undefined) {
        // The head of a digest stands in the channel, its detail in a thread.
        const missing = rooms.missing(channel, ['view', 'send', 'startThreads', 'sendInThreads']);
        if (missing.length > 0)
          logger.warn('the bot lacks permissions in a channel that a digest goes to', {
            channel: rooms.nameOf(channel),
            missing: missing.join(', '),
          });
        return known;
      }
      try {
        const found = await api.call<APIChannel>('get', Routes.channel(channel), { again: true });
        return 'guild_id' in found ? found.guild_id : undefined;
      } catch (error) {
        logger.debug('a channel cannot be seen', { channel, error: messageOf(error) });
        return undefined;
      }
    },

    async stop() {
      isStopping = true;
      if (!(await settleWithin(Promise.allSettled(inFlight), DRAIN, undefined)))
        logger.warn('stopped before everything was answered', { left: inFlight.size });
      await connection.close();
    },
  };
}

/** What became of one delivery of a job; a later attempt at it may do better. */
function note(job: Job, key: string, delivery: Delivery): void {
  const problem = delivery.ok ? delivery.problem : delivery.failure.reason;
  if (problem === undefined) job.problems.delete(key);
  else job.problems.set(key, problem);
  if (!delivery.ok) return;
  job.isAnswered = true;
  const { thread } = delivery.message.address;
  if (thread !== undefined) job.thread = thread;
}
