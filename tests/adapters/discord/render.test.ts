import { test } from 'vitest';
import { FORMS, longCommands, renderDiscord } from '../../../src/adapters/discord/render.ts';
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

const openApi = openApiCheck('MessageCreateRequest');

for (const form of FORMS) {
  let kept: readonly Command[] = [];
  rendererContract({
    name: `discord, ${form}`,
    render: (card) => {
      kept = longCommands(card);
      return renderDiscord(card, { kept: keepAll(kept), form, tag: 7 });
    },
    violations: (message) => [...violations(message), ...(openApi?.(message) ?? [])],
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
