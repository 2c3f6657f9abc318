import type { ChatHandler } from '../../../src/chat/port.ts';
import { splitDigestContract } from '../../contracts/split-digest-contract.ts';
import { words } from '../../fakes/discord-checks.ts';
import type { Call } from '../../fakes/discord-server.ts';
import { openStage } from './stage.ts';

const nobody: ChatHandler = { handle: async () => {}, suggest: async () => [] };
const isPost = ({ method, path }: Call) => method === 'POST' && /^\/channels\/\d+\/messages$/.test(path);

splitDigestContract(async () => {
  const { server, channel, another, close } = await openStage();
  return {
    place: { platform: 'discord', space: server.world.guild, channel: channel.id },
    async startAdapter() {
      const adapter = another();
      await adapter.start(nobody);
      return adapter;
    },
    dieAt(post, isCarriedOut, onDeath) {
      let count = -1;
      let isDead = false;
      const isLast = (call: Call) => {
        if (isDead || !isPost(call)) return false;
        count += 1;
        return count === post;
      };
      const die = (call: Call) => {
        if (!isLast(call)) return false;
        isDead = true;
        onDeath();
        return true;
      };
      server.fail(die, 'cut', { done: isCarriedOut });
      server.fail(({ path }) => isDead && path.startsWith('/channels'), 'cut', { times: 1_000 });
    },
    revive() {
      server.faults.length = 0;
      server.world.forgetNonces();
    },
    posts: () => server.calls.filter(isPost).length,
    texts: () => server.shown().map((message) => words(message as never)),
    close,
  };
});
