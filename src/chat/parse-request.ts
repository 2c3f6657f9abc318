/** What people ask for in their own words and a command gives: "what's the latest on the strike?", "catch me up", "tl;dr". */
import type { Command } from './command.ts';

/** Who says more than this wants more than a command. */
const LONGEST = 160;

const LEAD =
  /^(?:(?:please|pls|hey|hi|hello|ok(?:ay)?|so|and|now)[ ,!]+)*(?:(?:can|could|would|will) (?:you|u) (?:please )?)?/i;
const SUMMARY = '(?:summary|overview|rundown|run-down|recap|round-?up|brief(?:ing)?|tl;?dr|gist)';

/** What is wanted of what: the last group is what it is about. `short`: whoever asks so has no time. */
const ABOUT: readonly { readonly asks: RegExp; readonly short?: true }[] = [
  { asks: /^(?:brief|update|fill) (?:me|us) (?:in )?(?:on|about) (.+)$/i },
  { asks: /^(?:catch|bring|get) (?:me|us) up (?:to (?:date|speed) )?(?:on|about|with) (.+)$/i },
  {
    asks: /^(?:what(?:['’]?s| is| are) )?(?:the )?(?:latest|newest)(?: news| updates?| developments?| word)? (?:on|about|in|with|from|regarding) (.+)$/i,
  },
  {
    asks: /^(?:(?:is there|are there|do you have|have you got|got) )?any(?: more| new| other| further)? (?:news|updates?|developments?) (?:on|about|regarding|in) (.+)$/i,
  },
  { asks: /^(?:what(?:['’]?s| is) new|(?:is there )?anything new) (?:on|about|in|with|regarding) (.+)$/i },
  {
    asks: new RegExp(
      `^(?:(?:give|get|show|send) (?:me|us) )?(?:an? |the )?(?:quick |short )?${SUMMARY} (?:of|on|about) (.+)$`,
      'i',
    ),
    short: true,
  },
  { asks: /^(?:summari[sz]e|recap|sum up)(?: for (?:me|us))? (?!(?:for|to) )(.+)$/i, short: true },
];

/** The same of whatever is spoken of here. */
const OF_THIS: readonly { readonly asks: RegExp; readonly short?: true }[] = [
  {
    asks: /^(?:(?:what(?:['’]?s| is| are) )?(?:the )?(?:latest|new|news|latest news|latest updates?)|any(?: more| new)? (?:news|updates?)|anything new|updates?)(?: (?:today|now|yet|so far|this morning|tonight))?$/i,
  },
  {
    asks: /^(?:(?:catch|bring) (?:me|us) up(?: to (?:date|speed))?|brief (?:me|us)|update (?:me|us)|fill (?:me|us) in)$/i,
  },
  { asks: /^what (?:did (?:i|we) miss|have (?:i|we) missed)$/i },
  {
    asks: new RegExp(
      `^(?:(?:give|get|show|send) (?:me|us) )?(?:an? |the )?(?:quick |short )?${SUMMARY}$|^(?:summari[sz]e|recap|sum up)$`,
      'i',
    ),
    short: true,
  },
];

const STORIES =
  /^(?:(?:what|which) (?:stories|topics) (?:do you have|have you got|are there|do you know)|(?:what(?:['’]?s| is| are) )?(?:the |your )?(?:top |main )?(?:headlines|stories)(?: today)?|what(?:['’]?s| is) in the news(?: today)?|(?:list|show)(?: me)?(?: all)?(?: the| your)? (?:stories|topics|headlines))$/i;

const THIS =
  /^(?:it|this|that|all (?:this|that)|(?:this|that|the) (?:story|thread|one|brief|article|articles))$/i;
/** What stands around the words that name a story: "the dam story", "… so far, please". */
const AROUND = /^(?:the|this|that) | (?:story|situation|case|so far|today|right now|lately|please|pls)$/gi;

/**
 * The command that a request means, or undefined where it is a question.
 * @param about what the conversation was briefed on, '' for nothing
 */
export function parseRequest(said: string, about: string): Command | undefined {
  if (said.length > LONGEST) return undefined;
  const asked = said
    .trim()
    .replace(LEAD, '')
    .replace(/[,\s]+(?:please|pls)(?=[?!.\s]*$)/i, '')
    .replace(/[?!.\s]+$/, '');
  if (STORIES.test(asked)) return { type: 'topics' };
  const ofThis = OF_THIS.find(({ asks }) => asks.test(asked));
  if (ofThis !== undefined) return briefOn(about, ofThis.short);
  for (const { asks, short } of ABOUT) {
    const named = asks.exec(asked)?.[1];
    if (named === undefined) continue;
    return briefOn(THIS.test(named) ? about : named.replace(AROUND, '').trim() || named, short);
  }
  return undefined;
}

/** Nothing to be briefed on is the list of what there is. */
function briefOn(query: string, short: true | undefined): Command {
  return { type: 'brief', query, ...(short ? { length: 'short' } : {}) };
}
