/** What people ask for in their own words and a command gives: "what's the latest on the strike?", "catch me up", "tl;dr". */
import type { BriefCommand, Command } from './command.ts';
import { parseSlash } from './parse-command.ts';
import { parsePart, withoutAsking } from './parse-part.ts';

/** Who says more than this wants more than a command. */
const LONGEST = 160;

const SUMMARY =
  '(?:an? |the )?(?:quick |short )?(?:summary|overview|rundown|run-down|recap|round-?up|brief(?:ing)?|tl;?dr|gist|(?:key|main) points|highlights|takeaways)';
const asks = (pattern: string): RegExp => new RegExp(`^(?:${pattern})$`, 'i');

/** Short: whoever asks so has no time. The group is what the brief is to be about. */
const ON_STORY: readonly { readonly pattern: RegExp; readonly short?: true }[] = [
  { pattern: asks('(?:brief|update|fill) (?:me|us) (?:in )?(?:on|about) (?<story>.+)') },
  {
    pattern: asks('(?:(?:catch|bring) (?:me|us) )?up (?:to (?:date|speed) )?(?:on|about|with) (?<story>.+)'),
  },
  {
    pattern: asks(
      "(?:what(?:['’]?s| is| are) )?(?:the )?(?:latest|newest)(?: news| updates?| developments?| word)? (?:on|about|in|with|from|regarding) (?<story>.+)",
    ),
  },
  {
    pattern: asks(
      '(?:(?:is there|are there|do you have|have you got|got) )?any(?: more| new| other| further)? (?:news|updates?|developments?) (?:on|about|regarding|in) (?<story>.+)',
    ),
  },
  {
    pattern: asks(
      "(?:what(?:['’]?s| is) new|(?:is there )?anything new) (?:on|about|in|with|regarding) (?<story>.+)",
    ),
  },
  { pattern: asks(`${SUMMARY} (?:of|on|about) (?<story>.+)`), short: true },
  { pattern: asks('(?:summari[sz]e|recap|sum up) (?!(?:for|to) )(?<story>.+)'), short: true },
];

/** The same of whatever is spoken of here. */
const ON_THIS: readonly { readonly pattern: RegExp; readonly short?: true }[] = [
  {
    pattern: asks(
      "(?:(?:what(?:['’]?s| is| are) )?(?:the )?(?:latest|new|news|latest news|latest updates?)|any(?: more| new)? (?:news|updates?)|anything new|updates?)(?: (?:today|now|yet|so far|this morning|tonight))?",
    ),
  },
  {
    pattern: asks(
      '(?:(?:catch|bring) (?:me|us) )?up(?: to (?:date|speed))?|(?:brief|update) (?:me|us)|fill (?:me|us) in',
    ),
  },
  { pattern: asks('what (?:did (?:i|we) miss|have (?:i|we) missed)') },
  { pattern: asks(`${SUMMARY}|summari[sz]e|sum up`), short: true },
];

const STORIES = asks(
  "(?:what|which) (?:stories|topics) (?:do you have|have you got|are there|do you know)|(?:(?:what(?:['’]?s| is| are)|list) )?(?:all )?(?:the |your )?(?:top |main )?(?:headlines|stories|topics)(?: today)?|what(?:['’]?s| is) in the news(?: today)?",
);
const QUOTES = asks(
  '(?:(?:all|the|some|more) ){0,2}(?:quotes?|quotations?) (?:on|about|from|by|of) (?<query>.+)',
);
const HOW_MANY = asks(
  'how many (?:articles|reports|stories) (?:do you have|are there) (?:on|about) (?<query>.+)',
);
const UNFOLLOW = asks(
  'unsubscribe|unfollow|(?:stop|cancel) (?:the |this |these |my |following )?(?:digests?|this|it)',
);
const ADDRESS = /^(?:(?:add|read|follow|subscribe to) )?(?<url>https?:\/\/\S+)$/i;
/** As topics are written: "kim-putin". */
const SLUG = /^\p{Ll}[\p{Ll}\d]+(?:-[\p{Ll}\d]+){1,4}$/u;

const THIS = asks('it|this|that|all (?:this|that)|(?:this|that|the) (?:story|thread|one|brief|articles?)');
/** What stands around the words that name a story: "the dam story", "… so far". */
const AROUND = /^(?:the|this|that) | (?:story|situation|case|so far|today|right now|lately)$/gi;

/**
 * The command that a request means, or undefined where it is a question.
 * @param about what the conversation was briefed on, with its options; '' for nothing
 */
export function parseRequest(said: string, about: string): Command | undefined {
  if (said.length > LONGEST) return undefined;
  const asked = withoutAsking(said);
  if (STORIES.test(asked)) return { type: 'topics' };
  if (UNFOLLOW.test(asked)) return { type: 'digest', action: 'list', words: '' };
  const url = ADDRESS.exec(said.trim())?.groups?.['url'];
  if (url !== undefined) return { type: 'add', url };
  return parsePart(said, about) ?? parseStory(asked, about);
}

function parseStory(asked: string, about: string): Command | undefined {
  const quotes = QUOTES.exec(asked)?.groups?.['query'];
  if (quotes !== undefined) return { type: 'quotes', query: quotes };
  const counted = HOW_MANY.exec(asked)?.groups?.['query'];
  if (counted !== undefined) return { type: 'brief', query: counted, part: 'sources' };
  if (SLUG.test(asked)) return { type: 'brief', query: asked };
  const onThis = ON_THIS.find(({ pattern }) => pattern.test(asked));
  if (onThis !== undefined) return briefOnThis(about, onThis.short);
  for (const { pattern, short } of ON_STORY) {
    const story = pattern.exec(asked)?.groups?.['story'];
    if (story === undefined) continue;
    if (THIS.test(story)) return briefOnThis(about, short);
    return briefOn({ type: 'brief', query: story.replace(AROUND, '').trim() || story }, short);
  }
  return undefined;
}

/** Nothing to be briefed on is the list of what there is. */
function briefOnThis(about: string, short: true | undefined): Command {
  const brief = parseSlash('brief', about);
  return brief?.type === 'brief' && about !== '' ? briefOn(brief, short) : { type: 'topics' };
}

function briefOn(brief: BriefCommand, short: true | undefined): BriefCommand {
  return short ? { ...brief, length: 'short' } : brief;
}
