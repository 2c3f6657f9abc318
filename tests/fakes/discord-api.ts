/** Discord's API as a function: what it is asked, and what it answers. */
import type { DiscordApi } from '../../src/adapters/discord/api.ts';

type Options = NonNullable<Parameters<DiscordApi['call']>[2]>;

export function createFakeApi(answer: (route: string, options: Options) => Promise<unknown>): DiscordApi {
  return {
    call: async <T>(_: string, route: string, options: Options = {}) => (await answer(route, options)) as T,
  };
}
