/** `briefwire start`: the chats that have a token; without one, the chat in this terminal. */
import { chat } from './chat.ts';
import { readSetup } from './context.ts';

export async function start(): Promise<void> {
  const { settings } = readSetup();
  if (settings.slack === null && settings.discord === null) return chat();
  return (await import('./serve.ts')).serve();
}
