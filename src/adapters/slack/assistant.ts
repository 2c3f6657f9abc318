/** Slack's assistant view: prompts where a conversation begins. What is said in it arrives as direct messages. */
import type { WebClient } from '@slack/web-api';
import type { Suggestion } from '../../chat/command.ts';
import { limit } from './limits.ts';
import { plainWords } from './markup.ts';
import { textAt } from './payload.ts';
import { WORDS } from './words.ts';

export interface AssistantThread {
  readonly channel: string;
  readonly thread: string;
}

/** Where somebody opened the assistant. */
export function parseAssistantThread(body: unknown): AssistantThread | undefined {
  const channel = textAt(body, 'event', 'assistant_thread', 'channel_id');
  const thread = textAt(body, 'event', 'assistant_thread', 'thread_ts');
  return channel !== undefined && thread !== undefined ? { channel, thread } : undefined;
}

/** Shows briefs of the first topics as prompts, and one that asks what can be done. */
export async function showPrompts(
  client: WebClient,
  { channel, thread }: AssistantThread,
  topics: readonly Suggestion[],
): Promise<void> {
  const briefs = topics
    .slice(0, limit('suggestedPrompts') - 1)
    .map(({ label, value }) => ({ title: plainWords(WORDS.promptTopic(label)), message: `brief ${value}` }));
  await client.assistant.threads.setSuggestedPrompts({
    channel_id: channel,
    thread_ts: thread,
    title: WORDS.promptsTitle,
    prompts: [...briefs, WORDS.promptHelp],
  });
}
