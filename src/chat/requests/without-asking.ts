/** Words without what only asks for them: greetings, politeness, "could you give me", smileys. */

const PLEASE = '(?:please|pls|plz|kindly)';
const GREETING =
  '(?:(?:hey|hi|hiya|hello|yo|morning|afternoon|good (?:morning|afternoon|evening))(?: (?:there|again|all|team|folks|bot|@?briefwire))?|(?:sorry|thanks|ok(?:ay)?|so|and|now|well|oh|just|only|@?briefwire|bot|quick (?:one|question|favou?r)|remind (?:me|us)(?: again)?|explain(?: to (?:me|us))?(?= what)))';
/** "Could somebody quickly", "would you mind", "I'd like to see", "any chance of". */
const WISH = [
  `(?:can|could|would|will) (?:you|u|someone|somebody|anyone|anybody)(?: (?:${PLEASE}|quickly|just|maybe|possibly|also|mind))*`,
  '(?:can|could|may) (?:i|we)(?: (?:please|pls|plz|just|also))?(?: (?:see|have|get))?',
  '(?:(?:do|would) you )?mind',
  '(?:is there )?any chance (?:of|you (?:can|could)|i (?:can|could) (?:get|have|see))',
  "(?:(?:i|we)(?:['’]d| would)? )?(?:just |also |really )?(?:need|want|like|love)(?: to (?:see|have|get|read|hear))?",
  "(?:(?:i|we)(?:['’]?m|['’]re| am| are) )?(?:looking for|after)",
  'let (?:me|us) (?:see|have|get)',
  '(?:is there|do (?:you|we) have|have (?:you|we) got|got)(?= an? )',
].join('|');
const HANDING =
  '(?:giv|show|bring|send|mak|prepar|shar|fetch|pull|put|writ|do|get|gett|find)(?:e|ing)?(?: (?:me|us)(?= )|(?: (?:together|up))?(?= )(?! (?:it|this|that|them)\\b))';

const LEAD = new RegExp(`^(?:${PLEASE}|${GREETING}|${WISH})(?![\\p{L}\\d'’-])[\\s,.!:–-]*`, 'iu');
/** "Do the sources agree?" hands nothing over. */
const HAND = new RegExp(`^(?!do(?:ing)? (?!(?:me |us )?an? ))${HANDING}\\s+`, 'iu');
const TAIL = new RegExp(
  `(?:^|[\\s,.!?–-]+)(?:${PLEASE}|thx|thanks(?: (?:a lot|so much|in advance|again))?|thank you|many thanks|cheers|ta|tia|asap|` +
    "(?:before|for|in time for) (?:the|my|our|a|today[’']s|tonight[’']s) (?:[\\w:]+ )?(?:meeting|conference|show|bulletin|programme|deadline|call|newsletter|broadcast|edition|page|site|website|paper|desk|app)|by (?:noon|tonight|\\d[\\d:.]*(?: ?[ap]m)?|eod)|" +
    'step by step|anywhere|somewhere|in (?:here|there)|in one place|at a glance|side by side|briefly|from the (?:start|beginning|top)|' +
    "(?:right )?now|quickly|for (?:me|us)|again|if (?:you can|possible|you (?:do not|don[’']?t) mind)|when you (?:can|have (?:a|time)\\b.{0,12}|get a \\w+)|@?briefwire)$",
  'iu',
);
/** Smileys, also as Slack writes them. */
const SMILEYS =
  /(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u{FE0F}|\u{200D})+|(?<!\S):[a-z][\w+-]*:(?!\S)|(?<!\S)[:;]-?[)DP(](?!\S)/gu;
const MARKS = /[?!.…,;:\s–-]+$/;

/** More layers has no request: "hey, could you please give us …, thanks!" */
const LAYERS = 6;

/** Words that are a request as a whole, in lower or upper case. */
export const asks = (pattern: string): RegExp => new RegExp(`^(?:${pattern})$`, 'i');

export function withoutAsking(said: string): string {
  const plain = said.replace(SMILEYS, ' ').replace(/\s+/g, ' ').trim();
  let asked = plain;
  for (let layer = 0; layer < LAYERS; layer += 1) {
    const rest = asked.replace(MARKS, '').replace(TAIL, '').replace(LEAD, '').replace(HAND, '').trim();
    if (rest === asked) break;
    // Who says no more than "please" asks for nothing; the words are what they are.
    if (rest === '') return asked.replace(MARKS, '');
    asked = rest;
  }
  return asked;
}
