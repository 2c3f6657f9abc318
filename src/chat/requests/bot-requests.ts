/** How people ask what there is, how the bot works, or to be left in peace; and what they ask for that it cannot do. */
import type { Command } from '../command.ts';
import { asks, withoutAsking } from './without-asking.ts';

const YOU = '(?:you|this (?:bot|thing|tool|channel|app)|the bot|briefwire)';
const HAVE =
  "(?:do (?:you|we) (?:have|know|follow|cover)|(?:have (?:you|we)|you(?:[’']ve)?) got|are there|are you (?:following|covering|tracking))";
const NEW_HERE = "(?:(?:i['’]?m |i am )?new (?:here|to this)\\W+)?";

/** Each pattern is the whole request, in lower or upper case, without what only asks for it. */
const OF_BOT: readonly (readonly [Command, RegExp])[] = [
  [
    { type: 'topics' },
    asks(
      `(?:what|which) (?:stories|topics)(?: ${HAVE})?(?: about)?(?: today)?|what (?:do you have|have you got|are you (?:following|covering|tracking))(?: (?:today|for (?:me|us)))?|(?:(?:what(?:['’]?s| is| are)|list) )?(?:all )?(?:the |your |today['’]s )?(?:top |main )?(?:headlines|stories|topics)(?: today)?|what(?:['’]?s| is) in the news(?: today)?`,
    ),
  ],
  [
    { type: 'help' },
    asks(
      `(?:show )?(?:the |your |all )?commands|what commands (?:are there|do you (?:know|have))|instructions|examples|manual|getting started|${NEW_HERE}(?:how (?:do|can|should) (?:i|we) (?:use|talk to|work with|ask) ${YOU}|how (?:do|does) ${YOU} work|what(?: is|['’]?s) ${YOU}(?: for)?|what(?: is|['’]?s) that bot|what (?:does|do) ${YOU} do|what (?:can|should|could) (?:i|we) (?:ask|do|type|say)(?: ${YOU}| here| with ${YOU})?)|${NEW_HERE}what can you (?:do|answer|tell me)(?: for (?:me|us))?|(?:explain |list )?what (?:you|briefwire|(?:the|this) bot) can do|are you (?:an? )?(?:bot|human|ai|robot|person|real|chatgpt|llm)`,
    ),
  ],
  [
    { type: 'sources' },
    asks('(?:what|which) (?:sources|feeds|papers|outlets) do you (?:have|read|follow|use)'),
  ],
  [
    { type: 'status' },
    asks(
      'how (?:old|recent|fresh|current|up[- ]to[- ]date) (?:are you|is (?:this|your (?:news|index|archive)))|are you up[- ]to[- ]date|when did you last (?:update|read|check|look|refresh)(?: .{0,20})?',
    ),
  ],
  // It posts by itself what somebody set: the list says how that is ended.
  [
    { type: 'digest', action: 'list', words: '' },
    asks(
      `when(?: is|['’]?s) (?:the |my |our )?next digest|(?:(?:which|what|list) )?(?:the |my |our )?digests(?: (?:are there|do (?:i|we) have|are set(?: up)?))?|stop(?: (?:it|this|that|now|talking|posting|sending|messaging|following|replying|answering|commenting|writing)(?: .{0,30})?)?|(?:unsubscribe|unfollow)(?: (?:me|us))?(?: (?:from )?(?:it|this|that|everything|all|(?:the|this|these|my) (?:digests?|topic|stor(?:y|ies)|channel|updates?)))?|mute(?: it| this| that| ${YOU}| this (?:thread|topic|story))?|(?:be )?(?:quiet|silent)|shut up|leave (?:me|us) alone|no more (?:digests|updates|alerts|posts|messages)|(?:stop|cancel|pause|end|turn off) (?:the |this |these |my |following )?(?:digests?|updates|alerts|notifications|this|it)`,
    ),
  ],
];

/** Where nothing else is spoken of, "this" is the bot. */
const THIS_BOT = asks(
  `${NEW_HERE}(?:how (?:does this work|(?:do|can|should) (?:i|we) (?:use|work with) this)|what(?: is|['’]?s) this(?: for)?|what does this do|what can (?:i|we) do with this)`,
);

/**
 * What is asked of the bot itself.
 * @param about what the conversation is about; '' for nothing
 */
export function parseOfBot(asked: string, about: string): Command | undefined {
  if (about === '' && THIS_BOT.test(asked)) return { type: 'help' };
  return OF_BOT.find(([, pattern]) => pattern.test(asked))?.[0];
}

/** Who says more asks for something else. */
const LONGEST = 160;

/** What is asked for again and again, and is not done here. */
export type Undone = 'translate' | 'explain' | 'write' | 'think' | 'pictures' | 'rights';

const THIS =
  '(?:this|that|all (?:this|that)|(?:the|this|that) (?:(?:whole )?(?:story|brief|thing|article)|quotes?|answer))';
const LANGUAGE =
  '(?:arabic|chinese|dutch|french|german|greek|hindi|italian|japanese|korean|polish|portuguese|russian|spanish|swedish|turkish|ukrainian|urdu|welsh)';
const FOR_ME =
  "(?: (?:to|for) (?:me|us|an? \\w+|dummies|beginners))?(?: (?:like|as if) (?:i['’]?m|i am|i were) .{1,20})?";

const UNDONE: readonly (readonly [Undone, RegExp])[] = [
  [
    'translate',
    asks(
      `translat(?:e|ion)\\b.{0,80}|(?:summari[sz]e|brief|say|put|give|it|this|that|all)\\b.{0,60}\\bin(?:to)? ${LANGUAGE}`,
    ),
  ],
  [
    'explain',
    asks(
      `(?:explain|help me understand)(?: it| ${THIS})?(?: simply| briefly)?${FOR_ME}|eli5|what (?:does|do|did) ${THIS} (?:all )?mean(?: for (?:me|us))?|what are the implications(?: of ${THIS})?|(?:and )?(?:why|how) (?:does|do) ${THIS} matter|why is ${THIS} (?:important|relevant|news|interesting)|so what|why should (?:i|we|anyone) care|what(?:['’]?s| is) the (?:significance|takeaway|point)(?: of ${THIS})?`,
    ),
  ],
  [
    'write',
    asks(
      `(?:write|draft|compose)\\b(?! to\\b).{0,80}|(?:rewrite|rephrase|paraphrase|re-?word|edit|proofread) .{1,60}|an? (?:draft|tweet|post|script|press release|e-?mail|nib|standfirst|article|caption|intro|lede)(?: (?:on|about|for|of) .{1,60})?`,
    ),
  ],
  [
    'think',
    asks(
      `what (?:do|would) you (?:think|make|say)(?: (?:of|about) .{1,60})?|(?:what(?:['’]?s| is) )?your (?:opinion|view|take|verdict)(?: (?:on|of|about) .{1,60})?|do you (?:agree|believe|like) .{1,60}|who(?:['’]?s| is) right`,
    ),
  ],
  [
    'pictures',
    asks(
      `(?:(?:are there|do you have|have you got|got) )?(?:any |the |some )?(?:pictures|photos?|images?|video|footage|pics)(?: (?:of|on|for|from) ${THIS})?`,
    ),
  ],
  [
    'rights',
    asks(`(?:can|may|could) (?:i|we) (?:quote|use|cite|publish|print|run|reuse|copy) (?:it|${THIS})`),
  ],
];

/** What of these somebody asks for, if anything. */
export function parseUndone(said: string): Undone | undefined {
  if (said.length > LONGEST) return undefined;
  // "Write" and "give me" are no more than asking elsewhere.
  const asked = [said.trim().replace(/[?!.\s]+$/, ''), withoutAsking(said)];
  return UNDONE.find(([, pattern]) => asked.some((one) => pattern.test(one)))?.[0];
}
