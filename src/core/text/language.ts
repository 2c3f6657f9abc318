/** Which language a text is in, told by its most frequent small words. */

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
  ['ko', /\p{Script=Hangul}/u],
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/u],
  ['zh', /\p{Script=Han}/u],
  ['ru', /\p{Script=Cyrillic}/u],
  ['ar', /\p{Script=Arabic}/u],
  ['he', /\p{Script=Hebrew}/u],
  ['el', /\p{Script=Greek}/u],
  ['th', /\p{Script=Thai}/u],
  ['hi', /\p{Script=Devanagari}/u],
];
const WORDS: ReadonlyMap<string, readonly string[]> = byWord();
/** Fewer words are too few to tell. */
const FEWEST = 12;
/** So many characters of a text are enough to tell. */
const ENOUGH = 6000;

function byWord(): Map<string, string[]> {
  const map = new Map<string, string[]>();
  for (const [language, list] of Object.entries(SMALL_WORDS)) {
    for (const word of list.split(' ')) map.set(word, [...(map.get(word) ?? []), language]);
  }
  return map;
}

/** The language as ISO 639-1, or null when the text is too short or too mixed to tell. */
export function parseLanguage(text: string): string | null {
  const sample = text.slice(0, ENOUGH);
  const letters = sample.match(/\p{L}/gu) ?? [];
  for (const [language, script] of SCRIPTS) {
    const count = letters.reduce((sum, letter) => sum + Number(script.test(letter)), 0);
    if (count > 20 && count > letters.length * (language === 'ja' || language === 'ko' ? 0.1 : 0.4))
      return language;
  }
  const words = sample.toLowerCase().match(/[\p{L}]+/gu) ?? [];
  if (words.length < FEWEST) return null;
  const scores = new Map<string, number>();
  for (const word of words) {
    const languages = WORDS.get(word) ?? [];
    for (const language of languages)
      scores.set(language, (scores.get(language) ?? 0) + 1 / languages.length);
  }
  const ranked = [...scores].sort((a, b) => b[1] - a[1]);
  const [best, second] = ranked;
  if (!best || best[1] / words.length < 0.06) return null;
  return second && second[1] > best[1] * 0.8 ? null : best[0];
}
