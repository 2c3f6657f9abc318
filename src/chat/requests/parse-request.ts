/** What people ask for in their own words and a command gives: "what's the latest on the strike?", "catch me up", "tl;dr". */
import { parseDay } from '../../core/text/days.ts';
import type { BriefCommand, Command } from '../command.ts';
import { parseSlash } from '../parse-command.ts';
import { parseOfBot } from './bot-requests.ts';
import { respellRequest } from './misspelt.ts';
import {
  ARTICLES_ON,
  COMPARED,
  FOLLOW,
  FROM,
  HOW_RECENT,
  QUOTES,
  SAID_BY,
  SAID_OF,
} from './named-requests.ts';
import { asksToFollow, namesPart, parsePart, parsePartOf } from './parse-part.ts';
import {
  type Asked,
  IN_FEW,
  NAME,
  ON_STORY,
  ON_THIS,
  PERHAPS_STORY,
  POINTS_BACK,
  PRONOUN,
  STORY_FIRST,
} from './story-requests.ts';
import { asks, withoutAsking } from './without-asking.ts';

/** Who says more than this wants more than a command. */
const LONGEST = 160;

const URL = /<?(?<url>https?:\/\/[^\s<>|]+)(?:\|[^>]*)?>?/i;
/** What may stand beside an address that is to be read. */
const READ = asks(
  '(?:(?:add|read|follow|subscribe to|summari[sz]e|sum|recap|tl;?dr|look at|have a look at|check(?: out)?|brief (?:me|us))(?: (?:of|on))?)?(?: ?(?:this|that|the|it|up|new|link|article|story|piece|page|feed|one))*\\W*',
);
/** As topics are written: "kim-putin". */
const SLUG = /^\p{Ll}[\p{Ll}\d]+(?:-[\p{Ll}\d]+){1,4}$/u;

/** "… every morning", "… daily at 7:30": when somebody wants to hear of a story is no part of its name. The form asks for it. */
const WHEN =
  /(?:,? (?:daily|weekly|hourly|(?:on )?weekdays|(?:every|each|on) (?:day|morning|evening|night|hour|week|weekday|(?:mon|tues|wednes|thurs|fri|satur|sun)day)s?|in the (?:morning|evening)s?|at \d{1,2}(?:[:.]\d\d)?(?: ?[ap]\.?m\b\.?| o['’]clock)?))+\W*$/i;

/** What stands around the words that name a story: "the dam story", "… so far". */
const AROUND =
  /^(?:all )?(?:the|this|that) | (?:story|situation|case|thing|stuff|saga|over|so far|today|this (?:week|month|morning)|right now|lately|piece|stories|articles|reports|coverage)$/gi;
const VERBATIM = /,? (?:in full|verbatim|word for word)$/i;
/** "… since Monday", where it is a day. */
const SINCE = /^(?<story>.+?) (?:since|after) (?<day>[^?]{3,30})$/i;
/** What asks for a detail of it, and no brief has as its name. */
const ASKING =
  /\b(?:who|whom|whose|what|when|where|why|how|which|whether|if|its?|his|her|their|other|some)\b|[?!]/i;

/**
 * The command that a request means, or undefined where it is a question.
 * @param about what the conversation was briefed on, with its options; '' for nothing
 */
export function parseRequest(said: string, about: string): Command | undefined {
  if (said.length > LONGEST) return undefined;
  return parseSaid(said, about) ?? parseSaid(respellRequest(said), about);
}

/**
 * The brief that is meant where the whole of some words names a story, and else they are a question: "tell me about the dam".
 * @param isBegun whether a bare name ("the dam?") may go on from what was said
 */
export function parsePerhaps(said: string, isBegun: boolean): BriefCommand | undefined {
  if (said.length > LONGEST) return undefined;
  const asked = withoutAsking(said);
  const few = asked.replace(IN_FEW, '');
  const story =
    findNamed(PERHAPS_STORY, few, isBegun)?.story ?? (!isBegun && NAME.test(few) ? few : undefined);
  if (story === undefined || ASKING.test(story) || POINTS_BACK.test(story)) return undefined;
  return briefOn(story, few === asked ? {} : { short: true });
}

function parseSaid(given: string, about: string): Command | undefined {
  const whole = withoutAsking(given);
  const said = FOLLOW.test(whole) ? whole.replace(WHEN, '') : given;
  const asked = withoutAsking(said);
  const ofBot = parseOfBot(asked, about);
  if (ofBot !== undefined) return ofBot;
  const url = URL.exec(said)?.groups?.['url'];
  if (url !== undefined) {
    const beside = said.replace(URL, ' ').trim();
    return beside === '' || READ.test(withoutAsking(beside)) ? { type: 'add', url } : undefined;
  }
  return parsePart(said, about) ?? parseStory(asked, about);
}

function parseStory(said: string, about: string): Command | undefined {
  const asked = said.replace(IN_FEW, '');
  const command = parseWhole(asked, about);
  return command?.type === 'brief' && asked !== said ? { ...command, length: 'short' } : command;
}

function parseWhole(asked: string, about: string): Command | undefined {
  if (SLUG.test(asked)) return { type: 'brief', query: asked };
  return (
    parseNamed(asked) ?? parseOnThis(asked, about) ?? parseOnStory(asked, about) ?? parseStoryFirst(asked)
  );
}

/** Quotations, a part, or the articles of a story that is named, or word of what is new in it. */
function parseNamed(asked: string): Command | undefined {
  const quotes = (QUOTES.exec(asked) ?? SAID_BY.exec(asked))?.groups?.['query'];
  if (quotes !== undefined && !POINTS_BACK.test(quotes))
    return { type: 'quotes', query: quotes.replace(VERBATIM, '') };
  const saidOf = SAID_OF.exec(asked)?.groups?.['query'];
  if (saidOf !== undefined && !POINTS_BACK.test(saidOf))
    return { type: 'quotes', query: saidOf, everybody: true };
  const articlesOn = (ARTICLES_ON.exec(asked) ?? HOW_RECENT.exec(asked))?.groups?.['query'];
  if (articlesOn !== undefined) return { ...briefOn(articlesOn), part: 'sources' };
  const compared = COMPARED.exec(asked)?.groups?.['story'];
  if (compared !== undefined) return { ...briefOn(compared), part: 'compare' };
  const named = parsePartOf(asked);
  if (named !== undefined && !POINTS_BACK.test(named.story))
    return { ...briefOn(named.story), part: named.part };
  const followed = FOLLOW.exec(asked)?.groups?.['story'];
  if (followed !== undefined && !POINTS_BACK.test(followed))
    return { type: 'form', form: 'follow', about: briefOn(followed).query };
  return undefined;
}

function parseOnThis(asked: string, about: string): Command | undefined {
  const { story: rest = asked, since } = sinceOf(asked);
  const onThis = ON_THIS.find(({ pattern }) => pattern.test(rest));
  if (onThis !== undefined) return briefOnThis(about, { ...onThis, since });
  if (about === '' && asksToFollow(asked)) return { type: 'digest', action: 'help', words: '' };
  // Nothing is spoken of that it could be a part of: which stories there are.
  return about === '' && namesPart(asked) ? { type: 'topics' } : undefined;
}

function parseOnStory(asked: string, about: string): Command | undefined {
  const { from, story } = FROM.map((pattern) => pattern.exec(asked)?.groups).find(Boolean) ?? {};
  if (from !== undefined && (story !== undefined || about !== '')) {
    const isThis = story === undefined || POINTS_BACK.test(story);
    const brief = isThis ? briefOnThis(about) : briefOn(story);
    return brief.type === 'brief' ? { ...brief, from: from.replace(/^the /i, '') } : undefined;
  }
  const named = findNamed(ON_STORY, asked, about !== '');
  if (named === undefined || /[?!]/.test(named.story)) return undefined;
  return POINTS_BACK.test(named.story) ? briefOnThis(about, named) : briefOn(named.story, named);
}

/** The story that a request names, or points back to; nobody and nothing that was named before is one. */
function findNamed(patterns: readonly Asked[], asked: string, isBegun: boolean) {
  for (const { pattern, short, news, begins } of patterns) {
    const story = pattern.exec(asked)?.groups?.['story'];
    if (story === undefined || (begins && isBegun && !POINTS_BACK.test(story))) continue;
    return PRONOUN.test(story) ? undefined : { story, short, news };
  }
  return undefined;
}

function parseStoryFirst(asked: string): Command | undefined {
  const { story, wanted } = STORY_FIRST.exec(asked)?.groups ?? {};
  if (story === undefined || wanted === undefined) return undefined;
  return parseNamed(`${wanted} on ${story}`) ?? parseOnStory(`${wanted} on ${story}`, '');
}

/** Nothing to be briefed on is the list of what there is. */
function briefOnThis(
  about: string,
  { since, ...asked }: Wanted & { readonly since?: string | undefined } = {},
): Command {
  const brief = parseSlash('brief', about);
  if (brief?.type !== 'brief' || about === '') return { type: 'topics' };
  return { ...brief, ...optionsOf(asked, since) };
}

/** The brief on a story as people name it: "the dam story since Monday". */
export function briefOn(said: string, asked: Wanted = {}): BriefCommand {
  const { story, since } = sinceOf(said);
  return { type: 'brief', query: story.replace(AROUND, '').trim() || story, ...optionsOf(asked, since) };
}

/** How a request wants its brief. */
type Wanted = { readonly [Name in 'short' | 'news']?: true | undefined };

/** What is new since a day is a brief since that day. */
function optionsOf({ short, news }: Wanted, since: string | undefined) {
  return {
    ...(short ? { length: 'short' as const } : {}),
    ...(since === undefined ? (news ? { news } : {}) : { since }),
  };
}

/** "The dam since Monday": whether it is a day does not depend on which day it is now. */
function sinceOf(said: string): { readonly story: string; readonly since?: string } {
  const { story = said, day } = SINCE.exec(said)?.groups ?? {};
  return day !== undefined && parseDay(day, new Date(0)) !== null ? { story, since: day } : { story: said };
}
