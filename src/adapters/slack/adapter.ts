/** Slack as a chat: real Bolt in, Block Kit out. */
import { findCommand } from '../../chat/carried-commands.ts';
import type { Request } from '../../chat/command.ts';
import type { AdapterDeps, ChatAdapter, ChatHandler } from '../../chat/port.ts';
import { createSafeLogger } from '../../chat/safe-logger.ts';
import { settleWithin } from '../../chat/settle.ts';
import { BriefwireError, messageOf } from '../../core/errors.ts';
import { showPrompts } from './assistant.ts';
import { createClient, type Identity, readIdentity, type SlackSettings } from './client.ts';
import { type Connection, createConnection } from './connection.ts';
import { errorName, isRevoked } from './failures.ts';
import type { Context, Inbound } from './inbound.ts';
import { limit } from './limits.ts';
import { listen } from './listen.ts';
import { createBoltLogger, SECRETS } from './log.ts';
import { createFormOpener } from './open-form.ts';
import { createOutgoing, type Outgoing } from './outgoing.ts';
import { createPace, type Pace } from './pace.ts';
import { createPeople, type People } from './people.ts';
import { warnOfPlace } from './places.ts';
import { parseHandle } from './reply-handle.ts';
import { createResponder } from './respond.ts';
import { createUndelivered, type Undelivered } from './undelivered.ts';
import { WORDS } from './words.ts';
import { createWorking, type Working } from './working.ts';

export type { SlackSettings } from './client.ts';

/** How long `stop` waits for what is in flight, in milliseconds: a service manager kills a process after ten seconds. */
const STOP_WITHIN = 9_000;
/** Slack waits three seconds for the options of a menu. */
const SUGGEST_WITHIN = 2_000;

/** What lives from `start` to `stop`. */
interface Running {
  readonly connection: Connection;
  readonly identity: Identity;
  readonly outgoing: Outgoing;
  readonly undelivered: Undelivered;
  readonly people: People;
  readonly working: Working;
  readonly handler: ChatHandler;
}

export function createSlackAdapter(
  settings: SlackSettings,
  given: AdapterDeps,
  pace: Pace = createPace(),
): ChatAdapter {
  const secrets = [settings.botToken, settings.appToken ?? '', settings.signingSecret ?? ''];
  const logger = createSafeLogger(given.logger, secrets, SECRETS);
  const deps: AdapterDeps = { ...given, logger };
  const boltLogger = createBoltLogger(logger);
  const client = createClient(settings, boltLogger);
  const responder = createResponder();
  const openForm = createFormOpener({ ...deps, client, responder });
  const inFlight = new Set<Promise<void>>();
  let running: Running | undefined;
  let stopping: Promise<void> | undefined;
  let lost = false;

  function onRequest(inbound: Inbound): void {
    if (!running) return;
    const { command } = inbound;
    const isLeaving = command.type === 'presence' && command.event === 'space-left';
    track(isLeaving ? checkToken() : answer(running, inbound));
  }

  /** An app may be removed from another workspace than ours: whether the token went with it, Slack alone knows. */
  async function checkToken(): Promise<void> {
    await client.auth.test().catch((error: unknown) => {
      if (isRevoked(error)) onRevoked(error);
    });
  }

  function track(work: Promise<void>): void {
    const tracked = work
      .catch((error: unknown) => logger.error('a request of Slack failed', { error: messageOf(error) }))
      .finally(() => inFlight.delete(tracked));
    inFlight.add(tracked);
  }

  async function answer({ people, working, undelivered, handler }: Running, inbound: Inbound): Promise<void> {
    const { trigger, ...request } = inbound;
    const command = await findCommand(request.command, deps.commands);
    const { url } = parseHandle(request.address, deps.clock.now()) ?? {};
    if (command.type === 'form') return openForm(command, request.address, trigger);
    if (command.type === 'add' && command.url === '' && url !== undefined && request.address.thread)
      return responder.respond(url, { text: WORDS.noLink });
    const full: Request = { ...request, command, actor: await people.find({ ...inbound, command }) };
    const takeBack = working.begin(full);
    try {
      await undelivered.watch(full, () => handler.handle(full));
    } finally {
      await takeBack();
    }
  }

  /** Tells the conversation as well. */
  function onRevoked(error: unknown): void {
    if (lost || !running) return;
    onLost(
      'Slack no longer accepts SLACK_BOT_TOKEN: the app was removed or its token revoked. Install it again, set the new token and restart.',
      error,
    );
    tellPresence('space-left', running);
  }

  /** Said once, and clearly. */
  function onLost(reason: string, error: unknown): void {
    if (lost) return;
    lost = true;
    logger.error(reason, { error: errorName(error) });
    deps.onLost(reason);
  }

  function tellPresence(event: 'space-joined' | 'space-left', to: Running): void {
    const { user, space } = to.identity;
    const presence: Inbound = {
      command: { type: 'presence', event },
      actor: { id: user },
      address: { platform: 'slack', space, channel: '' },
      addressed: false,
      keys: [`${event}:${deps.clock.now().getTime()}`],
    };
    track(answer(to, presence));
  }

  return {
    platform: 'slack',

    async start(handler) {
      const identity = await readIdentity(client, settings, logger);
      const connection = createConnection(settings, identity, { logger, boltLogger, onLost });
      const outgoing = createOutgoing({ ...deps, client, responder, pace, bot: identity.name, onRevoked });
      running = {
        connection,
        identity,
        handler,
        outgoing,
        undelivered: createUndelivered(outgoing.tell, logger),
        people: createPeople({ ...deps, client, space: identity.space, managers: settings.managers ?? [] }),
        working: createWorking({ client, logger }),
      };
      const context = (): Context => ({ user: identity.user, space: identity.space, now: deps.clock.now() });
      listen(connection.app, {
        context,
        logger,
        onRequest,
        onAssistant: (thread) =>
          track(
            handler
              .suggest({ field: 'topic', typed: '', space: identity.space }, limit('suggestedPrompts') - 1)
              .then((topics) => showPrompts(client, thread, topics)),
          ),
        suggestTopics: (typed, space) => {
          const topics = handler.suggest({ field: 'topic', typed, space }, limit('selectOptions'));
          return settleWithin(topics, SUGGEST_WITHIN, []);
        },
      });
      await connection.open();
      // Slack tells that the app was removed, and not that it was installed again.
      tellPresence('space-joined', running);
    },

    async deliver(address, card, options) {
      const { outgoing, undelivered } = getRunning(running);
      const delivery = await outgoing.deliver(address, card, options);
      undelivered.note(options.key, delivery);
      return delivery;
    },

    async find(address, key) {
      return getRunning(running).outgoing.find(address, key);
    },

    async findSpace(channel) {
      // One token is for one workspace. Whether the bot may post there may change at any time: it is said, no more.
      const { space, name } = getRunning(running).identity;
      await warnOfPlace(channel, { client, logger, bot: name });
      return space;
    },

    async stop() {
      if (!running || stopping) return stopping;
      stopping = shutDown(running.connection);
      return stopping;
    },
  };

  async function shutDown(connection: Connection): Promise<void> {
    const finish = async () => {
      // Until it is closed events come in that Slack takes for handled: they are answered, too.
      await connection.close();
      while (inFlight.size > 0) await Promise.all(inFlight);
      return true;
    };
    if (!(await settleWithin(finish(), STOP_WITHIN, false)))
      logger.warn('stopped before everything was answered', { left: inFlight.size });
  }
}

function getRunning(running: Running | undefined): Running {
  if (!running) throw new BriefwireError('internal', 'the Slack adapter was not started');
  return running;
}
