import {
  chatAdapterContract,
  type Sent,
  type Shown,
  type Stage,
  type Trouble,
} from '../../contracts/chat-adapter-contract.ts';
import { allNodes, pings, words } from '../../fakes/discord-checks.ts';
import { type Call, type Done, FAULTS } from '../../fakes/discord-server.ts';
import type { FakeMessage } from '../../fakes/discord-world.ts';
import { openStage } from './stage.ts';

const isPost = ({ method, path }: Call) => method === 'POST' && /^\/channels\/\d+\/messages$/.test(path);

const TROUBLES = {
  'rate-limit': FAULTS.rateLimit(30),
  'server-error': FAULTS.serverError,
  'channel-gone': FAULTS.code(404, 10_003, 'Unknown Channel'),
  'not-permitted': FAULTS.code(403, 50_013, 'Missing Permissions'),
  'message-refused': FAULTS.code(400, 50_035, 'Invalid Form Body'),
  'no-answer': 'cut',
} as const;

async function open(): Promise<Stage> {
  const { server, adapter, channel, person, here, logged, close } = await openStage();
  const { world } = server;
  const shown = (message: FakeMessage): Shown => {
    const { onlyFor, channel_id } = message;
    const room = world.channels.get(channel_id);
    return {
      id: message.id,
      channel: room?.parent ?? channel_id,
      ...(room?.parent ? { thread: channel_id } : {}),
      words: words(message as never),
      buttons: allNodes(message as never).flatMap(({ type, label }) => (type === 2 ? (label ?? []) : [])),
      pings: pings(message as never),
      ...(onlyFor ? { onlyFor } : {}),
    };
  };
  const sent = ({ acknowledged, again }: Done): Sent => ({
    acknowledged: acknowledged.then(() => undefined),
    again: async () => again(),
  });
  const said = ({ again }: { again(): void }): Sent => ({
    acknowledged: Promise.resolve(),
    again: async () => again(),
  });
  return {
    adapter,
    address: { platform: 'discord', space: world.guild, channel: channel.id },
    person: person.id,
    async command(line) {
      const [name = '', ...rest] = line.split(' ');
      return sent(server.command(name, [{ name: 'topic', type: 3, value: rest.join(' ') }], here));
    },
    mention: async (line) => said(server.say(line, { ...here, mention: true })),
    botMention: async (line) => said(server.say(line, { ...here, mention: true, bot: true })),
    async reply(thread, line) {
      const head = world.messages.get(thread);
      return said(server.say(line, { ...here, channel: head ? server.startThread(head) : thread }));
    },
    async press({ id }, label) {
      const message = world.messages.get(id);
      if (!message) throw new Error('no such message');
      const button = allNodes(message as never).find((node) => node.label === label);
      return sent(server.press(message, button?.custom_id ?? '', here));
    },
    fail(trouble: Trouble) {
      // Whatever form of the message is tried, it is not taken.
      server.fail(isPost, TROUBLES[trouble], { times: trouble === 'message-refused' ? 3 : 1 });
    },
    shown: () => server.shown().map(shown),
    logged,
    get secrets() {
      return [world.token, ...[...world.interactions.values()].map(({ token }: { token: string }) => token)];
    },
    close,
  };
}

chatAdapterContract({ name: 'discord', open });
