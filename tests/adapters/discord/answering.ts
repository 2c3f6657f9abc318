/** A bot on a fake Discord that answers everything with the same cards. */
import type { Card } from '../../../src/chat/card.ts';
import type { Request } from '../../../src/chat/command.ts';
import type { ChatAdapter, DeliverOptions, Delivery } from '../../../src/chat/port.ts';
import { recordingHandler } from '../../contracts/chat-adapter-contract.ts';
import { allNodes, words } from '../../fakes/discord-checks.ts';
import type { DiscordServer } from '../../fakes/discord-server.ts';
import type { FakeMessage } from '../../fakes/discord-world.ts';
import { type DiscordStage, startStage, until } from './stage.ts';

/** A stage whose handler answers with these cards, and what the deliveries gave. */
export async function answering(
  cards: readonly Card[] | ((request: Request) => readonly Card[]),
  change?: (server: DiscordServer) => void,
  options: Partial<DeliverOptions> | ((request: Request) => Partial<DeliverOptions>) = {},
) {
  let adapter: ChatAdapter | undefined;
  const deliveries: Delivery[] = [];
  const handler = recordingHandler(async (request) => {
    for (const [index, card] of (typeof cards === 'function' ? cards(request) : cards).entries()) {
      const more = typeof options === 'function' ? options(request) : options;
      const delivery = await adapter?.deliver(request.address, card, {
        key: `${request.keys[0]} ${index}`,
        ...more,
      });
      if (delivery) deliveries.push(delivery);
    }
  });
  const stage = await startStage(handler, change);
  adapter = stage.adapter;
  return { ...stage, handler, deliveries };
}

export const read = ({ server }: DiscordStage) => server.shown().map((message) => words(message as never));
/** The custom_id of a button. */
export const button = (message: FakeMessage, label = 'Press') =>
  allNodes(message as never).find((node) => node.label === label)?.custom_id ?? '';
/** The line for the person that says where the answer stands. */
export const pointerOf = (server: DiscordServer) =>
  until(() => server.shown().find(({ content }) => content.startsWith('Answered in')));
export const shownAt = (server: DiscordServer, index: number) =>
  until(() => server.shown().length > index && server.shown()[index]);
