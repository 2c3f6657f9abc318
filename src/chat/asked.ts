/** Who asked what, said above an answer where it stands nowhere else. */
import { note } from './cards/inline.ts';
import type { Command, Request } from './command.ts';
import type { Reply } from './reply.ts';
import { words } from './words.ts';

/** In characters: of a longer question the beginning says what it is. */
const LONGEST = 300;

/**
 * The answer with its question: a slash command or a form leaves no message that others could read. `command` is what the
 * request turned out to mean.
 */
export function withQuestion(
  reply: Reply,
  command: Command,
  { command: given, actor, address }: Request,
): Reply {
  const question = questionOf(command) ?? wordsOf(given, command);
  const isVisible = given.type === 'say' || address.platform === 'terminal' || reply.private === true;
  const isAnswer = reply.turn !== undefined || command.type !== given.type;
  if (question === undefined || isVisible || !isAnswer) return reply;
  const asked = note(words.asked(shorten(question), actor.name));
  return { ...reply, card: { ...reply.card, blocks: [asked, ...reply.card.blocks] } };
}

function questionOf(command: Command): string | undefined {
  if (command.type === 'share') return questionOf(command.command);
  return command.type === 'ask' || command.type === 'about' ? command.question : undefined;
}

/** "/ask timeline": what was asked as a question and is none; a whole brief says by itself who asked. */
function wordsOf(given: Command, command: Command): string | undefined {
  if (given.type !== 'ask' || (command.type === 'brief' && command.part === undefined)) return undefined;
  return given.question;
}

function shorten(question: string): string {
  const characters = [...question.replace(/\s+/g, ' ').trim()];
  return characters.length > LONGEST
    ? `${characters.slice(0, LONGEST).join('').trimEnd()}…`
    : characters.join('');
}
