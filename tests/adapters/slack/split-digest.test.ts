import { createSlackAdapter } from '../../../src/adapters/slack/adapter.ts';
import type { ChatHandler } from '../../../src/chat/port.ts';
import { splitDigestContract } from '../../contracts/split-digest-contract.ts';
import { adapterDeps } from '../../fakes/adapter-deps.ts';
import { IDS } from '../../fakes/slack-payloads.ts';
import { wordsIn } from '../../fakes/slack-reading.ts';
import { hurriedPace, openSlackStage } from './stage.ts';

const nobody: ChatHandler = { handle: async () => {}, suggest: async () => [] };
const isPost = (method: string) => method === 'chat.postMessage';

splitDigestContract(async () => {
  const { server, settings, close } = await openSlackStage();
  const { api } = server;
  return {
    place: { platform: 'slack', space: IDS.team, channel: IDS.channel },
    async startAdapter() {
      const adapter = createSlackAdapter(settings, adapterDeps(), hurriedPace());
      await adapter.start(nobody);
      return adapter;
    },
    dieAt(post, isCarriedOut, onDeath) {
      let count = -1;
      api.fault = (method) => {
        if (isPost(method)) count += 1;
        if (isPost(method) && count === post) {
          onDeath();
          return isCarriedOut ? 'lost' : 'hang-up';
        }
        return count >= post ? 'hang-up' : undefined;
      };
    },
    revive() {
      api.fault = () => undefined;
    },
    posts: () => api.calls.filter(({ method }) => isPost(method)).length,
    texts: () => api.posted.map(wordsIn),
    close,
  };
});
