/** Whether words in a thread are for the bot, or talk among people. Rules on words, measured on tests/fixtures/small-talk. */
import type { Turn } from './types.ts';

/** What may stand before a question: "ok, and …", "Thanks! But …". */
const LEAD =
  /^(?:(?:ok(?:ay)?|so|and|but|well|hm+|sorry|thanks|thank you|great|wow|interesting|right|yes|no|also|please)\b[\s,.!:–-]*)+/i;
const QUESTION =
  /^(?:who|whom|whose|what|when|where|which|why|how|is|are|am|was|were|did|does|do|has|have|had|can|could|will|would|should|any)(?:['’]s)?\b/i;
/** Thanks and reactions that ask nothing: "Thanks!", "That's interesting." */
const REACTION =
  /^(?:(?:thanks?|thank you|thx|cheers|ok(?:ay)?|great|cool|nice|wow|interesting|good|perfect|awesome|i see|got it|understood|right|yes|no|sure|fine|hm+|oh|ah|lol|haha\w*|(?:that|this|it)(?:['’]s| is| was| sounds| looks| makes) (?:\w+ ){0,2}\w+|(?:a lot|so much|very much|for \w+(?: \w+)?))[\s,.!:)–-]*)+$/i;

/** Whether words only react to what was said. */
export function isReaction(words: string): boolean {
  return REACTION.test(words.trim());
}

/** What people tell the bot to do. */
const REQUEST =
  /^(?:tell me|show|give me|explain|summari[sz]e|compare|list|find|define|describe|quote|who|what about|how about|(?:can|could|would|will) you (?:please )?(?:tell|show|give|explain|summari[sz]e|compare|list|find|describe|quote)|i(?:['’]d| would) like to (?:know|see|hear)|i (?:want|need) to know|i (?:just )?mean[t]?\b|i was asking|do you know)/i;
/** Somebody is spoken to by name or mark: "@ada", "<@U123>", "…, Tom?". */
const ADDRESSED = /(?:^|\s)(?:<@|@\p{L})|,\s*\p{Lu}\p{Ll}+\s*[?!.]*$/u;
/** Questions among people are about them: what they want, do and think, not what the news says. */
const AMONG_PEOPLE =
  /\b(?:you(?:['’](?:re|ve|d|ll))?|your|we|us|our|i|my|me|let['’]?s|guys|folks|everyone|everybody)\b|\b(?:anyone|anybody|someone|somebody) (?:else|here|can|could|up|want|know|free|getting|seen)\b|\b(?:can|could|would|will) (?:anyone|anybody|someone|somebody)\b|\bwho(?:['’]s| is| wants?) (?:want|up|in|free|coming|coffee|lunch|covering)/i;

/**
 * Whether words in a thread ask the bot something. Thanks, reactions and talk among people do not; they are never stored.
 * @param history the questions that the bot answered in the thread: after one of them, two words may be a question
 */
export function isForBot(words: string, history: readonly Turn[]): boolean {
  const text = words.trim();
  if (text === '' || ADDRESSED.test(text)) return false;
  const rest = text.replace(LEAD, '');
  if (REQUEST.test(rest)) return true;
  // The country is no pronoun.
  if (AMONG_PEOPLE.test(rest.replace(/\bU\.?S\b/g, ''))) return false;
  if (QUESTION.test(rest)) return true;
  // "And the north bridge?", "the mayor?"
  return /\?\W*$/.test(rest) && (history.length > 0 || /^(?:and|but|so|what|or)\b/i.test(text));
}
