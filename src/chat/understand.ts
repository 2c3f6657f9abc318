/** What a request asks for: a command is one, and words are a command, a request in people's own words, a question, or nothing to the bot. */
import { findCommand } from './carried-commands.ts';
import type { Command, Request } from './command.ts';
import { afterName, parseLine } from './parse-command.ts';
import { parsePart } from './parse-part.ts';
import { parseRequest } from './parse-request.ts';
import { isQuestion } from './replies/ask.ts';
import type { CommandStore, ThreadState } from './stores.ts';

export interface Understood {
  readonly command: Command;
  /** The same words as a question, for where the command finds nothing. */
  readonly question?: Command;
  /** Asked for one person alone. */
  readonly isPrivate?: boolean;
}

/** Null leaves it alone. */
export async function understand(
  { command, addressed, address }: Request,
  thread: ThreadState | undefined,
  commands: CommandStore,
): Promise<Understood | null> {
  if (command.type === 'stored') return { command: await findCommand(command, commands) };
  const about = thread?.query ?? '';
  if (command.type === 'ask') return asRequest(command, about);
  if (command.type !== 'say') return { command };
  const said = addressed ? afterName(command.words) : command.words.trim();
  if (addressed) {
    if (said === '') return { command: { type: 'help' } };
    // In the thread of a brief "sources" are those of the brief.
    const part = address.thread === undefined ? undefined : parsePart(said, about);
    if (part !== undefined) return { command: part };
    const typed = parseLine(said);
    return typed === undefined ? asRequest({ type: 'ask', question: said }, about) : { command: typed };
  }
  // Talk in a thread that the bot has no part in is none of its business, and neither is talk that asks nothing.
  if (thread === undefined) return null;
  const part = TO_PEOPLE.some((pattern) => pattern.test(said)) ? undefined : parsePart(said, about);
  if (part !== undefined) return { command: part };
  return isQuestion(said, thread) ? { command: { type: 'ask', question: said } } : null;
}

/** Under a brief colleagues tell each other what they wish ("we need quotes") and what to do ("can you get the figures?", "keep me posted"). */
const TO_PEOPLE = [
  /\b(?:someone|somebody|anyone|anybody)\b/i,
  /(?:^|[,.!] )(?:(?:i|we)\b|(?:just |also )?(?:need|want|looking for|after|mind|let (?:me|us))\b|too long)/i,
  /\b(?:get|pull|find|fetch|send|write|make|prepare|put|share|watch|keep|let|ping|alert|notify|message|boil|tell (?:me|us) (?:when|if))\b/i,
];

function asRequest(question: Extract<Command, { type: 'ask' }>, about: string): Understood {
  const meant = parseRequest(question.question, about);
  if (meant === undefined) return { command: question };
  // What was asked for one person alone stays theirs, whatever it means.
  const isPrivate = question.private && (meant.type === 'brief' || meant.type === 'quotes');
  const command = isPrivate ? { ...meant, private: true as const } : meant;
  return { command, question, isPrivate: question.private === true };
}
