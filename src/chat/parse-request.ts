/** What people ask for in their own words and a command gives: "what's the latest on the strike?", "catch me up", "tl;dr". */
import { parseDay } from '../core/text/days.ts';
import type { BriefCommand, Command } from './command.ts';
import { respellRequest } from './misspelt.ts';
import { parseSlash } from './parse-command.ts';
import { asksToFollow, namesPart, parsePart, parsePartOf } from './parse-part.ts';
import { NAME, ON_STORY, ON_THIS, STORY_FIRST } from './story-requests.ts';
import { asks, withoutAsking } from './without-asking.ts';

/** Who says more than this wants more than a command. */
const LONGEST = 160;

const STORIES = asks(
  "(?:what|which) (?:stories|topics)(?: (?:do you (?:have|know|follow|cover)|have you got|are there|are you (?:following|covering|tracking)))?(?: about)?(?: today)?|what (?:do you have|have you got|are you (?:following|covering|tracking))(?: (?:today|for (?:me|us)))?|(?:(?:what(?:['’]?s| is| are)|list) )?(?:all )?(?:the |your |today['’]s )?(?:top |main )?(?:headlines|stories|topics)(?: today)?|what(?:['’]?s| is) in the news(?: today)?",
);
const QUOTES = asks(
  '(?:(?:all|the|some|more|any|key|best|direct) ){0,2}(?:quotes?|quotations?) (?:on|about|from|by|of) (?<query>.+)',
);
const HOW_MANY = asks(
  'how many (?:articles|reports|stories) (?:do you have|are there) (?:on|about) (?<query>.+)',
);
const UNFOLLOW = asks(
  'unsubscribe|unfollow|(?:stop|cancel) (?:the |this |these |my |following )?(?:digests?|this|it)',
);
const FOLLOW = asks(
  '(?:follow|subscribe to|keep an eye on|keep (?:me|us) (?:posted|updated|informed) (?:on|about)) (?<story>.+)',
);
const HELP = asks(
  '(?:show )?(?:the |your |all )?commands|what commands (?:are there|do you (?:know|have))|how (?:do|can) (?:i|we) use (?:you|this bot|briefwire)|how do you work',
);
const URL = /<?(?<url>https?:\/\/[^\s<>|]+)(?:\|[^>]*)?>?/i;
/** What may stand beside an address that is to be read. */
const READ = asks(
  '(?:(?:add|read|follow|subscribe to|summari[sz]e|sum|recap|tl;?dr|look at|have a look at|check(?: out)?|brief (?:me|us))(?: (?:of|on))?)?(?: ?(?:this|that|the|it|up|new|link|article|story|piece|page|feed|one))*\\W*',
);
/** As topics are written: "kim-putin". */
const SLUG = /^\p{Ll}[\p{Ll}\d]+(?:-[\p{Ll}\d]+){1,4}$/u;

const THIS = asks(
  '(?:it|this|that|all (?:this|that)|(?:this|that|the) (?:story|thread|one|brief|articles?))(?: (?:here|again))?',
);
/** What stands around the words that name a story: "the dam story", "… so far". */
const AROUND = /^(?:the|this|that) | (?:story|situation|case|so far|today|right now|lately|piece)$/gi;
/** "… in two sentences": for who has no time. */
const IN_FEW =
  / in (?:an? |one |two |three |four |five |(?:a )?few |\d+ )?(?:short |single |quick )?(?:sentence|line|word|bullet|bullet point|paragraph|minute|second)s?$/i;
const VERBATIM = /,? (?:in full|verbatim|word for word)$/i;
/** "… since Monday", where it is a day. */
const SINCE = /^(?<story>.+?) (?:since|after) (?<day>[^?]{3,30})$/i;

/**
 * The command that a request means, or undefined where it is a question.
 * @param about what the conversation was briefed on, with its options; '' for nothing
 */
export function parseRequest(said: string, about: string): Command | undefined {
  if (said.length > LONGEST) return undefined;
  return parseSaid(said, about) ?? parseSaid(respellRequest(said), about) ?? parseAmong(said, about);
}

/** One sentence that asks among others that ask nothing: "I'm on deadline. Timeline, please." */
function parseAmong(said: string, about: string): Command | undefined {
  const sentences = said.split(/(?<=[.!?])\s+|\s+[–—-]+\s+|\n+/).filter((one) => /\p{L}/u.test(one));
  if (sentences.length < 2) return undefined;
  const read = sentences.map((one) => ({ one, command: parseSaid(one, about) }));
  const commands = read.flatMap(({ command }) => command ?? []);
  const kinds = new Set(commands.map((command) => JSON.stringify(command)));
  // A question besides is one: the articles are asked. A name besides is what is meant: "The dam. Where are we?"
  const asksMore = read.some(
    ({ one, command }) => command === undefined && (one.includes('?') || NAME.test(withoutAsking(one))),
  );
  const [command] = commands;
  // "Interesting. Tell me more." goes on from what was said, and not from the brief.
  const goesOn = command?.type === 'brief' && command.length === 'full';
  return kinds.size === 1 && !asksMore && !goesOn ? command : undefined;
}

function parseSaid(said: string, about: string): Command | undefined {
  const asked = withoutAsking(said);
  if (STORIES.test(asked)) return { type: 'topics' };
  if (HELP.test(asked)) return { type: 'help' };
  if (UNFOLLOW.test(asked)) return { type: 'digest', action: 'list', words: '' };
  const url = URL.exec(said)?.groups?.['url'];
  if (url !== undefined) {
    const beside = said.replace(URL, ' ').trim();
    return beside === '' || READ.test(withoutAsking(beside)) ? { type: 'add', url } : undefined;
  }
  return parsePart(said, about) ?? parseSeveral(asked, about) ?? parseStory(asked, about);
}

/** "Summary and timeline": a brief has all of its parts. */
function parseSeveral(asked: string, about: string): Command | undefined {
  const [, names = asked, story] = /^(.+?) (?:of|on|about|for) (.+)$/i.exec(asked) ?? [];
  const pieces = names.split(/\s*(?:[,+&]|\band\b)\s*/i).filter((piece) => piece !== '');
  const isNamed = (piece: string) => namesPart(piece) || ON_THIS.some(({ pattern }) => pattern.test(piece));
  if (pieces.length < 2 || !pieces.every(isNamed)) return undefined;
  return story === undefined || THIS.test(story) ? briefOnThis(about) : briefOn(story);
}

function parseStory(said: string, about: string): Command | undefined {
  const asked = said.replace(IN_FEW, '');
  const command = parseWhole(asked, about);
  return command?.type === 'brief' && asked !== said ? { ...command, length: 'short' } : command;
}

function parseWhole(asked: string, about: string): Command | undefined {
  const quotes = QUOTES.exec(asked)?.groups?.['query'];
  if (quotes !== undefined) return { type: 'quotes', query: quotes.replace(VERBATIM, '') };
  const counted = HOW_MANY.exec(asked)?.groups?.['query'];
  if (counted !== undefined) return { type: 'brief', query: counted, part: 'sources' };
  if (SLUG.test(asked)) return { type: 'brief', query: asked };
  const named = parsePartOf(asked);
  if (named !== undefined && !THIS.test(named.story)) return { ...briefOn(named.story), part: named.part };
  const followed = FOLLOW.exec(asked)?.groups?.['story'];
  if (followed !== undefined && !THIS.test(followed))
    return { type: 'form', form: 'follow', about: briefOn(followed).query };
  const onThis = ON_THIS.find(({ pattern }) => pattern.test(asked));
  if (onThis !== undefined) return briefOnThis(about, onThis.short);
  if (about === '' && asksToFollow(asked)) return { type: 'digest', action: 'help', words: '' };
  // Nothing is spoken of that it could be a part of: which stories there are.
  if (about === '' && /^(?:the |a )?(?:timeline|chronology|quotes|figures|differences)$/i.test(asked))
    return { type: 'topics' };
  for (const { pattern, short, begins } of ON_STORY) {
    if (begins && about !== '') continue;
    const story = pattern.exec(asked)?.groups?.['story'];
    if (story === undefined || /[?!]/.test(story)) continue;
    return THIS.test(story) ? briefOnThis(about, short) : briefOn(story, short);
  }
  return parseStoryFirst(asked);
}

function parseStoryFirst(asked: string): Command | undefined {
  const { story, wanted } = STORY_FIRST.exec(asked)?.groups ?? {};
  if (story === undefined || wanted === undefined) return undefined;
  const part = parsePartOf(`${wanted} on ${story}`)?.part;
  if (part !== undefined) return { ...briefOn(story), part };
  if (/^quotes$/i.test(wanted)) return { type: 'quotes', query: story };
  return briefOn(story, /^(?:summary|recap|overview|rundown|tl)/i.test(wanted) || undefined);
}

/** Nothing to be briefed on is the list of what there is. */
function briefOnThis(about: string, short?: true): Command {
  const brief = parseSlash('brief', about);
  return brief?.type === 'brief' && about !== ''
    ? { ...brief, ...(short ? { length: 'short' } : {}) }
    : { type: 'topics' };
}

function briefOn(said: string, short?: true): BriefCommand {
  const { story = said, day } = SINCE.exec(said)?.groups ?? {};
  // Whether it is a day does not depend on which day it is now.
  const since = day !== undefined && parseDay(day, new Date(0)) !== null ? day : undefined;
  const named = since === undefined ? said : story;
  return {
    type: 'brief',
    query: named.replace(AROUND, '').trim() || named,
    ...(short ? { length: 'short' } : {}),
    ...(since === undefined ? {} : { since }),
  };
}
