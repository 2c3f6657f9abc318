/** Which language a text is in, told by its script and its most frequent small words. */
import type { Token } from './tokens.ts';

/** The small words of a language that others do not share. */
const SMALL_WORDS: Readonly<Record<string, string>> = {
  en: 'the and of to is that was for with on as it he by are this be from at have not his they said which',
  de: 'der die und das ist nicht ein eine zu den mit von dem auf sich für im des auch als wird sie wir ich war',
  fr: 'le les des et est une dans du pour que qui sur au pas il par plus avec sont ce cette ne été aux',
  es: 'el los las una del que por con para como más su al lo este pero sus fue ha y es en se está',
  it: 'il di che è per una del della sono con non gli nel alla più anche da dei ha si delle questo ma come',
  pt: 'o os uma do da em não que para com dos das por mais como foi ao seu sua são pela é no na um',
  nl: 'het een van is dat op te voor zijn met niet aan er om ook als bij naar maar uit wordt hij ze door',
  sv: 'och att det som en på är av för med den till inte har ett om var jag han men från de kan',
  pl: 'i w na z do się nie to jest że jak o po ale przez od za co dla są tak był ma tym',
  tr: 've bir bu için ile da de olarak olan gibi daha çok en kadar sonra ancak var ne değil olduğunu',
  id: 'yang dan di untuk dengan dari ini dalam pada tidak akan itu oleh juga ada telah ke adalah mereka',
};
const SCRIPTS: readonly (readonly [string, RegExp])[] = [
  ['ko', /\p{Script=Hangul}/gu],
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['zh', /\p{Script=Han}/gu],
  ['ru', /\p{Script=Cyrillic}/gu],
  ['ar', /\p{Script=Arabic}/gu],
  ['he', /\p{Script=Hebrew}/gu],
  ['el', /\p{Script=Greek}/gu],
  ['th', /\p{Script=Thai}/gu],
  ['hi', /\p{Script=Devanagari}/gu],
];
const WORDS: ReadonlyMap<string, readonly string[]> = byWord();
/** Letters up to here are Latin. */
const LATIN = 0x024f;
/** Share of the words that must be small words of the language. */
const SHARE = 0.06;
/** Fewer words are too few to tell. */
const FEWEST = 12;
/** So many tokens of a text are enough to tell. */
const ENOUGH = 1000;

function byWord(): Map<string, string[]> {
  const map = new Map<string, string[]>();
  for (const [language, list] of Object.entries(SMALL_WORDS)) {
    for (const word of list.split(' ')) map.set(word, [...(map.get(word) ?? []), language]);
  }
  return map;
}

/** The language as ISO 639-1, or null when the text is too short or too mixed to tell. */
export function findLanguage(tokens: readonly Token[]): string | null {
  const words = tokens.slice(0, ENOUGH).filter((token) => token.kind === 'word');
  const foreign = words.filter((token) => token.word.charCodeAt(0) > LATIN);
  if (foreign.length > words.length * 0.3)
    return languageOfScript(foreign.map((token) => token.word).join(''));
  if (words.length < FEWEST) return null;
  const scores = new Map<string, number>();
  for (const { lower } of words) {
    const languages = WORDS.get(lower) ?? [];
    for (const language of languages)
      scores.set(language, (scores.get(language) ?? 0) + 1 / languages.length);
  }
  const [best, second] = [...scores].sort((a, b) => b[1] - a[1]);
  if (!best || best[1] / words.length < SHARE) return null;
  return second && second[1] > best[1] * 0.8 ? null : best[0];
}

/** Words that English questions are made of. */
const ENGLISH =
  /\b(?:who|whom|whose|what|when|where|which|why|how|did|does|do|is|are|was|were|will|has|have|had|can|could|the|of|and|to|tell|show|about|meant)\b/i;
/** Words that open a question in other languages, and are none in English. */
const ASKS_FOREIGN =
  /^(?:[¿¡]|(?:wer|wie|wann|warum|wieso|welche[rs]?|qui|quand|pourquoi|combien|quell?e?s?|où|qu[ée]|qui[ée]n(?:es)?|cu[áa]ndo|d[óo]nde|cu[áa]nt[oa]s?|chi|quando|perché|quant[ie]|dove|quem|onde|quantos|hvem|hvorfor|hvor|vem|varför)\s+\p{L})/iu;
/** Words that ask, wherever they stand, and are none in English; and how a Turkish question ends. */
const ASKS_ANYWHERE =
  /(?<!\p{L})(?:wo|wann|warum|wieso|weshalb|wohin|woher|wieviele?|nere(?:de|ye|den)|nasıl|nasil|niçin|neden|hangi|kaç|kimin|kime|dónde|cuándo|quién(?:es)?|cuánt[oa]s?|pourquoi|combien|où|perché|waarom|wanneer|hoeveel|gdzie|kiedy|dlaczego|hvornår|hvorfor|varför)(?!\p{L})|\sm[ıiuü]\p{Ll}*\?$/iu;
/** So many small words of another language are no chance. */
const FEWEST_FOREIGN = 2;

/** Whether a question is surely in another language: by its script, by a word that asks, or by its small words. */
export function isForeignQuestion(text: string): boolean {
  const letters = (text.match(/\p{L}/gu) ?? []).join('');
  const foreign = [...letters].filter((letter) => letter.charCodeAt(0) > LATIN).length;
  if (foreign > letters.length / 2) return true;
  if (ENGLISH.test(text)) return false;
  const asked = text.trim();
  if (ASKS_FOREIGN.test(asked)) return true;
  if (!asked.endsWith('?')) return false;
  // With a capital it is part of a name: "La Paz".
  return ASKS_ANYWHERE.test(asked) || smallWords(asked.match(/(?<!\p{L})\p{Ll}+/gu) ?? []) >= FEWEST_FOREIGN;
}

/** How many different words are small ones of other languages. */
function smallWords(words: readonly string[]): number {
  return [...new Set(words)].filter((word) => WORDS.get(word)?.includes('en') === false).length;
}

/** Whether a line, which may be too short to tell its language for sure, is written in another one than English. */
export function isForeignLine(text: string): boolean {
  if (isForeignQuestion(text)) return true;
  if (ENGLISH.test(text)) return false;
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  return words.filter((word) => WORDS.get(word)?.includes('en') === false).length >= FEWEST_FOREIGN;
}

/** The language that is written in the script of most letters; Japanese and Korean by a few of their own. */
function languageOfScript(letters: string): string | null {
  const count = (script: RegExp): number => letters.match(script)?.length ?? 0;
  for (const [language, script] of SCRIPTS) {
    const share = language === 'ko' || language === 'ja' ? 0.1 : 0.4;
    if (count(script) >= FEWEST && count(script) > letters.length * share) return language;
  }
  return null;
}
