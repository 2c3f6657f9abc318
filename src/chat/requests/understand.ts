/** What a request asks for: a command is one, and words are a command, requests in people's own words, a question, or nothing to the bot. */
import { isDoubt } from '../../core/ask/small-talk.ts';
import type { Briefings } from '../../core/briefing-types.ts';
import { findCommand } from '../carried-commands.ts';
import type { BriefCommand, Command, Request } from '../command.ts';
import { afterName, parseLine, parseSlash } from '../parse-command.ts';
import { isQuestion } from '../replies/ask.ts';
import type { CommandStore, ThreadState } from '../stores.ts';
import { parseUndone } from './bot-requests.ts';
import { type Cued, readCues } from './cues.ts';
import { asksForSources } from './parse-part.ts';
import { parsePerhaps } from './parse-request.ts';
import { parseParts, parseRequests, withoutPreface } from './parse-requests.ts';
import { findSpokenOf, type SpokenOf } from './spoken-of.ts';

export interface Understood {
  readonly command: Command;
  /** What the same message asks for besides: "… and give me quotes from Lund". */
  readonly also?: readonly Command[];
  /** What the words may ask for where the articles do not answer them. */
  readonly instead?: readonly Command[];
  /** The same words as a question, for where the command finds nothing. */
  readonly question?: Command;
  /** Asked for one person alone. */
  readonly isPrivate?: boolean;
}

export interface UnderstandDeps {
  readonly commands: CommandStore;
  readonly briefings: Pick<Briefings, 'isStory' | 'storyOf' | 'findAbout'>;
  readonly now: Date;
}

type Ask = Extract<Command, { type: 'ask' }>;

/** Null leaves it alone. */
export async function understand(
  { command, addressed, address }: Request,
  thread: ThreadState | undefined,
  deps: UnderstandDeps,
): Promise<Understood | null> {
  if (command.type === 'stored') return { command: await findCommand(command, deps.commands) };
  if (command.type !== 'say' && command.type !== 'ask') return { command };
  const spokenOf = await findSpokenOf(thread, { address, ...deps });
  if (command.type === 'ask') return asRequest(command, spokenOf, deps);
  const said = addressed ? afterName(command.words) : command.words.trim();
  if (addressed) {
    if (said === '') return { command: { type: 'help' } };
    // In the thread of a brief "sources" are those of the brief.
    const parts = address.thread === undefined ? [] : partsOf(said, spokenOf);
    if (isSome(parts)) return asUnderstood(parts);
    const typed = parseLine(said);
    return typed === undefined
      ? asRequest({ type: 'ask', question: said }, spokenOf, deps)
      : { command: typed };
  }
  // Talk in a thread that the bot has no part in is none of its business, and neither is talk that asks nothing.
  if (thread === undefined) return null;
  const parts = TO_PEOPLE.some((pattern) => pattern.test(said)) ? [] : partsOf(said, spokenOf);
  if (isSome(parts)) return asUnderstood(parts);
  return isQuestion(said, thread) ? { command: { type: 'ask', question: said } } : null;
}

/** Under a brief colleagues tell each other what they wish ("we need quotes") and what to do ("can you get the figures?", "keep me posted"). */
const TO_PEOPLE = [
  /\b(?:someone|somebody|anyone|anybody)\b/i,
  /(?:^|[,.!] )(?:(?:i|we)\b|(?:just |also )?(?:need|want|looking for|after|mind|let (?:me|us))\b|too long)/i,
  /\b(?:get|pull|find|fetch|send|write|make|prepare|put|share|watch|keep|let|ping|alert|notify|message|boil|tell (?:me|us) (?:when|if))\b/i,
];

type Some = readonly [Command, ...Command[]];

const isSome = (commands: readonly Command[]): commands is Some => commands.length > 0;

const asUnderstood = ([command, ...also]: Some): Understood =>
  also.length === 0 ? { command } : { command, also };

function partsOf(said: string, spokenOf: SpokenOf): readonly Command[] {
  return isOfAnswer(said, spokenOf) ? [] : parseParts(said, spokenOf.about);
}

/** Under an answer, where it is from stands there already. */
function isOfAnswer(said: string, { about, isBrief, isAnswer }: SpokenOf): boolean {
  return (isAnswer && isDoubt(said)) || (!isBrief && about !== '' && asksForSources(said));
}

async function asRequest(question: Ask, spokenOf: SpokenOf, deps: UnderstandDeps): Promise<Understood> {
  const said = withoutPreface(question.question);
  const isAlone = question.private === true;
  // What is not done of an answer is not done of a brief.
  if (isOfAnswer(said, spokenOf) || parseUndone(said) === 'translate') return { command: question };
  const own = (commands: readonly Command[]) => (isAlone ? commands.map(alone) : commands);
  const meant = own(await parseMeant(said, spokenOf, deps));
  if (isSome(meant)) return { ...asUnderstood(meant), question, isPrivate: isAlone };
  const cued = await readCued(said, spokenOf, deps);
  const commands = own(cued.commands);
  if (cued.isOpen || !isSome(commands)) return { command: question, instead: commands };
  return { ...asUnderstood(commands), question, isPrivate: isAlone };
}

/** "Can I see where that came from", "finance minister, background and quotes": a part by its cue, of the story that the other words name. */
async function readCued(
  said: string,
  spokenOf: SpokenOf,
  deps: UnderstandDeps,
): Promise<{ readonly commands: readonly Command[]; readonly isOpen: boolean }> {
  const cued = parseUndone(said) === undefined ? readCues(said) : undefined;
  const brief = cued && (await findCuedBrief(cued, spokenOf, deps));
  if (brief === undefined) return { commands: [], isOpen: true };
  return { commands: cued?.wanted.map((one) => ({ ...brief, ...one })) ?? [], isOpen: cued?.isOpen ?? true };
}

async function findCuedBrief({ of }: Cued, spokenOf: SpokenOf, deps: UnderstandDeps) {
  const named: BriefCommand = { type: 'brief', query: of };
  if (of !== '' && (await isStory(named, spokenOf, deps))) return named;
  const brief = spokenOf.about === '' ? undefined : parseSlash('brief', spokenOf.about);
  return brief?.type === 'brief' ? brief : undefined;
}

/** What was asked for one person alone stays theirs, whatever it means. */
function alone(command: Command): Command {
  return command.type === 'brief' || command.type === 'quotes' ? { ...command, private: true } : command;
}

async function parseMeant(
  said: string,
  spokenOf: SpokenOf,
  deps: UnderstandDeps,
): Promise<readonly Command[]> {
  // "/ask quotes Lund": a command that is typed where questions are.
  const typed = parseLine(said);
  if (typed !== undefined && TYPED.has(typed.type)) return [typed];
  const requests = parseRequests(said, spokenOf.about);
  if (isSome(requests)) return requests;
  const brief = parsePerhaps(said, spokenOf.isBegun);
  return brief !== undefined && (await isStory(brief, spokenOf, deps)) ? [brief] : [];
}

const TYPED: ReadonlySet<Command['type']> = new Set(['brief', 'quotes', 'topics', 'status', 'help']);

/** Of what the conversation is about, words may ask for a detail; another story is one to be briefed on. */
async function isStory(
  { query }: BriefCommand,
  { scope, articles }: SpokenOf,
  { briefings }: UnderstandDeps,
) {
  if (!(await briefings.isStory(query, scope))) return false;
  return articles.length === 0 || (await briefings.findAbout(query, scope, articles)).length === 0;
}
