/** Whether words in a thread are for the bot, or talk among people. Rules on words, measured on tests/fixtures/small-talk. */
import { isNewsroomTalk, spokenWords } from './newsroom-talk.ts';
import type { Turn } from './types.ts';

/** What may stand before a question: "ok, and …", "Thanks! But …". */
const LEAD =
  /^(?:(?:ok(?:ay)?|so|and|but|well|hm+|sorry|thanks|thank you|great|wow|interesting|right|yes|no|also|please|pls|plz)\b[\s,.!:–-]*)+/i;
const QUESTION =
  /^(?:who|whom|whose|what|when|where|which|why|how|is|are|am|was|were|did|does|do|has|have|had|can|could|will|would|should|any)(?:['’]?s)?\b(?<!^will)|^(?:says who|(?:since|until|by|for|in|on|at|to|from|of|with|according to) (?:when|whom?|which|what|where|how))\b|^will (?!use|do|try|check|send|add|post|take|get|call|ask|see|go|look|read|fix|change|update)\w/i;
/** A question behind its subject: "the second minister, what did he say", "Harbour closure: who ordered it". */
const TOPIC_FIRST =
  /^[^?.!]{3,60}[,:–-]\s+(?:who|what|when|where|which|why|how|did|does|is|are|was|were|has|have)\b/i;
/** Thanks and reactions that ask nothing: "Thanks!", "That's interesting." */
const REACTION =
  /^(?:(?:thanks?|thank you|thx|cheers|ok(?:ay)?|(?:great|good|nice|lovely|cool) (?:stuff|work|job|one|find|spot|catch)|great|cool|nice|wow|interesting|good|perfect|awesome|brilliant|excellent|amazing|lovely|i see|got it|understood|right|yes|no|sure|fine|hm+|oh|ah|lol|please|haha\w*\b|(?:that|this|it)(?:['’]s| is| was| sounds| looks| makes) (?:\w+ ){0,2}\w+|(?:that|this|it) helps|(?:really|seriously|wait(?:,? what)?|no way)\?*|(?:a lot|so much|very much|for \w+(?: \w+)?))[\s,.!:)–-]*)+$/i;

/** "Hello!", "good morning": somebody begins to talk, and has asked nothing yet. */
const GREETING =
  /^(?:(?:who (?:are|r) (?:you|u)|(?:are )?(?:you|u) (?:still )?(?:there|awake|alive|online|working)|ping|test(?:ing)?|what (?:are you|(?:can|do) you do)|how are you(?: doing)?|what['’]?s (?:new|up)|help(?: me)?|hello|hi+|hey|hiya|howdy|greetings|good (?:morning|afternoon|evening|day)|there|briefwire|bot|all|everyone)[\s,.!:?–-]*)+$/i;

const DOUBT =
  /^(?:(?:oh|wow|wait|hm+|no|but|and|ok(?:ay)?)[\s,.!]+)*(?:(?:really|seriously|sure|no way)[\s!]*\?|(?:are )?you sure(?: (?:about )?(?:that|this|it))?|(?:that|this|it)(?:['’]s| is| was) (?:wrong|false|incorrect|untrue|not (?:right|true|correct|so))|(?:that|this|it) (?:isn|wasn)['’]?t (?:right|true|correct|so)|(?:that|this|it) can(?:not|['’]?t) be (?:right|true|correct)|(?:is|was) (?:that|this|it) (?:really |still )?(?:so|right|true|correct|certain|confirmed|verified)|(?:has|have) (?:that|this|it) been (?:confirmed|verified)|(?:who|which (?:one|paper|source|article)) (?:says|reports|claims) (?:that|this|so|it)|which (?:one|paper|source|article) is (?:that|this|it) from|says who|(?:what(?:['’]?s| is) (?:the|your) )?(?:source|link|citation|proof)(?: (?:for|of) (?:that|this|it))?\?|where (?:does|do|did) (?:it|they|he|she|the articles?) say (?:that|this|so|it)|where(?:['’]s| is| was) (?:that|this|it) (?:from|said|stated|written)|how (?:do|can) (?:you|we|i) (?:know|be sure)(?: (?:that|this|so|it|about (?:that|this|it)|of (?:that|this|it)))?)[?!.\s]*$/i;
/** What follows "I" and "my" where nothing is wanted: no word for asking, and none for what the articles hold. */
const ASIDE =
  /^(?:(?:my|our|i|i['’](?:m|ve|d|ll)|we|we['’](?:re|ve|ll))\b)(?!.*\b(?:who|whom|whose|what|when|where|which|why|how|whether|if|about|on|know|mean|meant|ask|asked|asking|question|look|looking|need|want|like|wonder|wondering|curious|interested|tell|see|hear|find|heard|read|thought|told|quote|quotes|brief|news|article|articles|stor(?:y|ies))\b)[^?]+$/is;

/** Longer ones say something; and the pattern would be slow on them. */
const LONGEST_REACTION = 80;
/** Who says more asks in the beginning, or tells. */
const LONGEST_READ = 400;

/** Whether words only react to what was said. */
export function isReaction(words: string): boolean {
  const text = words.trim();
  return text.length <= LONGEST_REACTION && REACTION.test(text);
}

/** Whether words doubt what was said: "really??", "is that confirmed?", "who says so?", "where does it say that?" */
export function isDoubt(words: string): boolean {
  const text = words.trim();
  return text.length <= LONGEST_REACTION && DOUBT.test(text);
}

/** Whether somebody tells of themselves and asks nothing: "my dog is called Rex haha". */
export function isAside(words: string): boolean {
  return ASIDE.test(words.trim().slice(0, LONGEST_READ)) && !words.includes('?');
}

/** Whether words only greet. */
export function isGreeting(words: string): boolean {
  const text = words.trim();
  return text.length <= LONGEST_REACTION && GREETING.test(text);
}

const DOING =
  'tell|show|give|explain|summari[sz]e|shorten|compare|list|find|look up|define|describe|quote|translate|repeat|check (?:if|whether|what|who|when)|confirm|verify|update|remind me (?:what|who|when|where|how|why)|name';
/** What people tell the bot to do. */
const REQUEST = new RegExp(
  `^(?:(?:${DOING})\\b(?! (?:you|him|her|them)\\b)|what about|how about|more (?:on|about|of)\\b|any (?:news|update|word)\\b|` +
    `(?:can|could|would|will) you (?:please )?(?:${DOING})\\b|(?:can|could|may) (?:i|we) (?:see|get|have|read|hear) (?:the|what|all|more)\\b|` +
    `where (?:can|could) (?:i|we) (?:read|find|see)\\b|do (?:we|you) (?:know|have (?:any|a|an|the))\\b|i(?:['’]d| would) like to (?:know|see|hear)|` +
    `i(?:['’]m| am) looking for (?:what|the)\\b|(?:i )?(?:want|need) (?:to know|the (?:exact|full)|all the|an? (?:quote|figure|number|line))|what do (?:we|you) know\\b|how (?:much|many) \\w+ are we talking\\b|i (?:just )?mean\\b|(?:i )?(?:just )?meant\\b|i was asking|` +
    `what (?:do|does|did) (?:you|your) (?:articles|sources|papers|reports)\\b)`,
  'i',
);
/** Somebody is spoken to by name or mark: "@ada", "<@U123>", "…, Tom?". */
const ADDRESSED =
  /(?:^|\s)(?:<@|@\p{L})|,\s*\p{Lu}\p{Ll}+\s*[?!.]*$|^(?:[Hh]ey|[Hh]i|[Yy]o|[Mm]orning) \p{Lu}\p{Ll}+\b/u;
/** What is on in an office: "who's on the late shift?", "lunch?", "When is the deadline for the Sunday section?" */
const AT_WORK =
  /^(?:(?:what|how) about )?(?:lunch|dinner|coffee|tea|beer|pizza|break)\s*[?!]|\b(?:(?:late|early|night|day) shift|conference call|stand-?up|photo desk|make (?:tea|coffee)|(?:front|back) page|page (?:one|two)|deadline for the \w+ (?:section|page|issue|edition)|for (?:lunch|dinner|drinks|coffee)|cms)\b/i;
/** "Has anyone called …?": what people ask each other, unlike "Has anyone been arrested?" */
const ANYONE =
  /^(?:has|have|did|does|is) (?:anyone|anybody|someone|somebody) (?!(?:else )?(?:been\b|being\b)|(?:else )?(?:die|kill|testif|vot|escap|help|win|won|los|leav|protest|appeal|hurt|injur|arrest|claim|resign|confirm|charg|surviv|comment|admit)\w*)\w+/i;
/** "Anyone else?", "anybody else convicted?": more of what was told. */
const MORE_OF_THEM = /^any(?:one|body|thing) else(?: (?:\w+ed|\w+en|hurt|dead|shot))?\s*\?+$/i;
const CORRECTS = /^(?:no|sorry|not that(?: one)?)[,\s]+the\b/i;
/** "What a day!" */
const EXCLAIMS =
  /^(?:what an? \w+(?: \w+)?|how (?:nice|sad|awful|funny|cool|strange|weird|lovely|exciting|annoying))\s*[!.]*$/i;
/** Questions among people are about them: what they want, do and think, not what the news says. */
const AMONG_PEOPLE =
  /\b(?:you(?:['’](?:re|ve|d|ll))?|your|we|us|our|i|my|me|let['’]?s|guys|folks|everyone|everybody)\b|\b(?:anyone|anybody|someone|somebody) (?:else(?! (?:been|being|die|kill|testif|vot|resign|charg|arrest|quit))|here|can|could|up|want|know|free|getting|seen)\b|\b(?:can|could|would|will) (?:anyone|anybody|someone|somebody)\b|\bwho(?:['’]s| is| wants?) (?:want|up|in|free|coming|coffee|lunch)/i;

/**
 * Whether words in a thread ask the bot something. Thanks, reactions and talk among people do not; they are never stored.
 * @param history the questions that the bot answered in the thread: after one of them, one word may be a question
 * @param about what the thread was briefed on
 */
export function isForBot(words: string, history: readonly Turn[], about = ''): boolean {
  const text = words.trim().slice(0, LONGEST_READ);
  if (text === '' || ADDRESSED.test(text) || isReaction(text) || isGreeting(text)) return false;
  const rest = text.replace(LEAD, '');
  if (EXCLAIMS.test(rest) || AT_WORK.test(rest) || ANYONE.test(rest)) return false;
  if (isNewsroomTalk(rest, `${about} ${spokenWords(history)}`)) return false;
  if (REQUEST.test(rest) || MORE_OF_THEM.test(rest)) return true;
  // The country is no pronoun.
  if (AMONG_PEOPLE.test(rest.replace(/\bU\.?S\b|\bthe us\b/g, ''))) return false;
  if (QUESTION.test(rest) || TOPIC_FIRST.test(rest)) return true;
  // "No, the other bridge", "full quote please"
  if (history.length > 0 && (CORRECTS.test(text) || /\bplease\W*$/i.test(text))) return true;
  // "And the north bridge?", "latest toll?"; "the mayor?" and "tomorrow?" only where there was a question before
  return /\?\W*$/.test(rest) && (history.length > 0 || /\p{L}\W+\p{L}/u.test(text));
}
