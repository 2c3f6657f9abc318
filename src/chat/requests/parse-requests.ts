/** The requests of one message: one, two in a line ("brief me on the strike and follow it"), or one among sentences that ask nothing. */
import { isAside, isGreeting, isReaction } from '../../core/ask/small-talk.ts';
import type { Command } from '../command.ts';
import { namesPart, parsePart } from './parse-part.ts';
import { briefOn, parseRequest } from './parse-request.ts';
import { NAME, ON_THIS, POINTS_BACK } from './story-requests.ts';
import { withoutAsking } from './without-asking.ts';

type Parse = (said: string, about: string) => Command | undefined;

/** Who wants more of one story than these wants its brief. */
const MOST = 2;
/** More pieces are a list of things, and no requests. */
const PIECES = 6;
/** Longer lines tell something. */
const LONGEST = 160;

/** The commands that a message means, in their order; none where it is a question. */
export function parseRequests(said: string, about: string): readonly Command[] {
  if (said.length > LONGEST) return [];
  const titled = parseTitled(said);
  if (titled.length > 0) return titled;
  const commands = parseOne(said, about);
  if (commands.length > 0) return commands;
  const command = parseAmong(said, about);
  return command === undefined ? [] : [command];
}

/** Without what stands before or behind it. */
function parseOne(said: string, about: string): readonly Command[] {
  const several = parseSeveral(said, about, parseRequest);
  if (several.length > 0) return several;
  const command = parseRequest(said, about);
  return command === undefined ? [] : [command];
}

/** "I'm late, just the headline on the vote": what only tells of the asker goes. */
export function withoutPreface(said: string): string {
  const [preface = '', first = ''] = /^([^,.!?]{2,40}),\s+/.exec(said) ?? [];
  return preface !== '' && (isAside(first) || isReaction(first)) ? said.slice(preface.length) : said;
}

/** The parts of a thread's brief that a message asks for. */
export function parseParts(said: string, about: string): readonly Command[] {
  if (about === '' || said.length > LONGEST) return [];
  const part = parsePart(said, about);
  return part === undefined ? parseSeveral(said, about, parsePart) : [part];
}

function parseSeveral(said: string, about: string, parse: Parse): readonly Command[] {
  if (/https?:/i.test(said)) return [];
  const asked = withoutAsking(said);
  const commands = parseList(asked, about, parse) ?? parsePieces(asked, about, parse);
  const kinds = [...new Map(commands.map((command) => [JSON.stringify(command), command])).values()];
  const [first] = kinds;
  // A brief has all of its parts.
  return kinds.length > MOST && first?.type === 'brief' ? [wholeOf(first)] : kinds;
}

/** "The strike: what happened and who said what?": what it is of, and what is wanted; none where that is a question. */
function parseTitled(said: string): readonly Command[] {
  const [, title = '', wanted = ''] = /^(.{3,50}?)(?::| [–—-]) (.+)$/.exec(withoutAsking(said)) ?? [];
  if (!NAME.test(title)) return [];
  const commands = parseOne(wanted, briefOn(title).query);
  return commands.every(isOfStory) ? commands : [];
}

/** "Timeline and quotes of the strike": names alone, and what they are all of; undefined where it is no such list. */
function parseList(asked: string, about: string, parse: Parse): readonly Command[] | undefined {
  const [, names = asked, story = ''] = /^(.+?) (?:of|on|about|for|in) (.+)$/i.exec(asked) ?? [];
  const pieces = piecesOf(names);
  if (pieces.length < 2 || !pieces.every(isNamed)) return undefined;
  const of = story === '' || POINTS_BACK.test(story) ? about : briefOn(story).query;
  if (of === '') return [{ type: 'topics' }];
  return pieces.flatMap((piece) => parse(piece, of) ?? []);
}

/** A part or a brief by its name alone. */
function isNamed(piece: string): boolean {
  return namesPart(piece) || ON_THIS.some(({ pattern }) => pattern.test(piece));
}

/** "Brief me on the strike and follow it": each piece is a request of its own, or none is. */
function parsePieces(asked: string, about: string, parse: Parse): readonly Command[] {
  const pieces = piecesOf(asked);
  if (pieces.length < 2 || pieces.length > MOST) return [];
  const commands: Command[] = [];
  let spokenOf = about;
  for (const piece of pieces) {
    const command = parse(piece, spokenOf);
    if (command === undefined || !isOfStory(command)) return [];
    commands.push(command);
    if (command.type !== 'quotes') spokenOf = queryOf(command);
  }
  return commands;
}

const JOINT = /\s*(?:[,+&]|;(?=\s)|\b(?:and|plus|then)\b)[,\s]*(?:(?:and|then|also|plus)\b\s*)*/i;

function piecesOf(asked: string): readonly string[] {
  const pieces = asked.split(JOINT).filter((piece) => piece !== '');
  return pieces.length > PIECES ? [] : pieces;
}

const isOfStory = ({ type }: Command): boolean => type === 'brief' || type === 'quotes' || type === 'form';

function queryOf(command: Command): string {
  if (command.type === 'form') return command.about;
  return command.type === 'brief' || command.type === 'quotes' ? command.query : '';
}

function wholeOf(brief: Extract<Command, { type: 'brief' }>): Command {
  const { part: _part, length: _length, ...whole } = brief;
  return whole;
}

/** One sentence that asks among others that ask nothing: "I'm on deadline. Timeline, please." */
function parseAmong(said: string, about: string): Command | undefined {
  const sentences = said.split(/(?<=[.!?])\s+|\s+[–—-]+\s+|\n+/).filter((one) => /\p{L}/u.test(one));
  if (sentences.length < 2) return undefined;
  const telling = sentences.filter((one) => !isGreeting(one) && !isReaction(one) && !isAside(one));
  const read = telling.map((one) => ({ one, command: parseRequest(one, about) }));
  const [command, ...others] = read.flatMap(({ command }) => command ?? []);
  if (command === undefined || others.some((other) => JSON.stringify(other) !== JSON.stringify(command)))
    return undefined;
  // A question besides is one: the articles are asked. A name besides is what is meant: "The dam. Where are we?"
  const asksMore = read.some(
    (each) => each.command === undefined && (each.one.includes('?') || NAME.test(withoutAsking(each.one))),
  );
  // "I heard that the dam broke. What happened?" asks of what it tells.
  const leans = telling.length > 1 + others.length && (!isOfStory(command) || queryOf(command) === about);
  // "Interesting. Tell me more." goes on from what was said, and not from the brief.
  const goesOn = command.type === 'brief' && command.length === 'full';
  return asksMore || leans || goesOn ? undefined : command;
}
