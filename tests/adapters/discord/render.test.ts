import type { RESTPostAPIChannelMessageJSONBody } from 'discord-api-types/v10';
import { test } from 'vitest';
import {
  type DiscordMessage,
  FORMS,
  longCommands,
  renderDiscord,
} from '../../../src/adapters/discord/render.ts';
import type { Command } from '../../../src/chat/command.ts';
import { rendererContract } from '../../contracts/renderer-contract.ts';
import {
  commands,
  keepAll,
  links,
  openApiCheck,
  pings,
  violations,
  words,
} from '../../fakes/discord-checks.ts';

/** What is rendered is what Discord's own types take: checked by the compiler. */
const asBody = (message: DiscordMessage): RESTPostAPIChannelMessageJSONBody => message;

const openApi = openApiCheck('MessageCreateRequest');

for (const form of FORMS) {
  let kept: readonly Command[] = [];
  rendererContract({
    name: `discord, ${form}`,
    render: (card) => {
      kept = longCommands(card);
      return renderDiscord(card, { kept: keepAll(kept), form, tagOf: (part) => 7 + part });
    },
    violations: (message) => [...violations(message), ...(openApi?.(asBody(message)) ?? [])],
    words,
    links,
    commands: (message) => commands(message, kept),
    pings,
    showsInstants: true,
    runs: form === 'components' ? 120 : 30,
  });
}

test.skipIf(openApi !== undefined)(
  'is not checked by discord-openapi.json: ../shared/specs is absent',
  () => {},
);
