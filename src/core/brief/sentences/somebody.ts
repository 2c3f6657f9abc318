/** Words that tell of one person without a name: "the judge", "a man of 40", "one of them". */
import { OFFICES } from '../../text/data/offices.ts';
import { isCommon } from '../../text/names/features.ts';

/** One of several, or anybody: "each said he", "the one who". */
const ANYBODY =
  /^(?:one|each|everyone|everybody|anyone|anybody|someone|somebody|nobody|whoever|who|whose|whom|another|mp|mep|pm|gp|dj|vip)$/i;
/** People, and animals that are told of like people: "star", "22-year-old", "whale". */
const SOMEBODY =
  /(?:^|-)(?:person|child|baby|toddler|kid|teen|teenager|youth|youngster|adult|patient|star|celebrity|fan|hero|mom|mum|dad|parent|grand(?:mother|father|son|daughter)|step(?:mother|father|son|daughter)|spouse|fianc[eé]e?|bride|groom|guy|lad|lady|gentleman|human|male|female|old|winner|loser|pensioner|heir|saint|god|cat|dog|horse|animal|bear|whale|lion|elephant|boss|[a-z]*(?:man|woman))$/i;
/** What people do, where a word before it says that one is meant: "a fraudster", "Lund’s lobbyist". */
const CALLING =
  /\b(?:an?|the|every|no|any|this|that|his|her|their|its|\p{L}+['’]s) (?:[\p{L}-]+ ){0,3}?(?:\p{L}*(?:[^t]er|or|ist|ian|eer|ster|ant|ee))\b/giu;
/** Words that end so and are no people. */
const THINGS =
  /(?:number|order|paper|power|matter|river|silver|lever|liver|fever|server|cover|discover|whatever|however|whenever|center|winter|summer|corner|tower|offer|answer|border|chapter|computer|shoulder|dinner|weather|finger|flower|murder|counter|disaster|chamber|timber|december|october|november|september|member|error|floor|door|factor|sector|motor|mirror|terror|interior|exterior|monitor|color|harbor|labor|behavior|favor|odor|vapor|rumor|restaurant|plant|grant|committee|fee|coffee|degree|agree|guarantee|trailer|poster|container|fiber|lumber|gender|ladder|transfer|trigger|danger|anger|hunger|plunger|helicopter|prayer|layer|career|beer|deer|peer|\bor|\bfor|after|under|over|other|further|rather|later|never|ever|consider|remember|former|per|her|minor|major|prior|senior|junior)$/i;
/** Behind a name: what somebody does. */
export const DOES =
  /^ (?:(?:\p{Ll}+ly|also|then|later|still|soon|never) )?(?:was|is|has|had|will|would|can|could|did|says|said|told|became|began|came|felt|found|gave|got|held|kept|knew|left|lost|made|met|put|ran|saw|sent|spent|spoke|stood|took|thought|went|won|wrote|\p{Ll}+(?:ed|s))\b/u;
/** "Gerry" and "Mr Lund", though no name was read there. */
const HEAD = /^\p{Lu}\p{Ll}*[^s\P{Ll}](?= )/u;
const TITLED = /\b(?:Mr|Mrs|Ms|Miss|Dr|Sir|Sen|Rep|Gov|Prof)\.? \p{Lu}/u;

/** Whether words tell of one person. */
export function tellOfSomebody(words: string): boolean {
  const head = HEAD.exec(words)?.[0] ?? '';
  if (TITLED.test(words) || (DOES.test(words.slice(head.length)) && !isCommon(head.toLowerCase())))
    return true;
  const each = words.match(/[\p{L}\d][\p{L}\d-]*/gu) ?? [];
  if (each.some((word) => ANYBODY.test(word) || SOMEBODY.test(word) || isOffice(word.toLowerCase())))
    return true;
  return (words.match(CALLING) ?? []).some((one) => !THINGS.test(one));
}

/** The words for people without a name, in small letters. */
export function namelessIn(text: string): string[] {
  const each = text.match(/(?<![\p{L}\d’'-])[\p{Ll}\d][\p{L}\d-]*/gu) ?? [];
  return each.filter((word) => isOffice(word) || SOMEBODY.test(word));
}

function isOffice(word: string): boolean {
  return OFFICES.has(word) && !/[^s]s$/.test(word);
}
