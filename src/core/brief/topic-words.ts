/** What a story is called: by names and words of its headlines. */
import { parseTerms } from '../search/query.ts';

/** What a story's topic is made from: light enough to be kept of every article. */
export interface TopicSource {
  readonly id: string;
  readonly title: string | null;
  /** Names that the article is about, the most prominent first, as it calls them most often. */
  readonly names: readonly string[];
}

/** Words of a slug. */
const SLUG_WORDS = 2;
/** Without names and shared words, so many words of the headline. */
const TITLE_WORDS = 3;
/** A name of fewer articles of the story than this is not what the story is about. */
const HELD = 0.5;
/** A name, or a word, of so many of the headlines is what the story is called by. */
const HEADLINED = 0.5;

interface StoryName {
  readonly title: string;
  /** What it is called by: names that the headlines hold, then words that they share, then other names. */
  readonly words: readonly string[];
  /** Its names alone. */
  readonly names: readonly string[];
}

export function nameStory(story: readonly TopicSource[]): StoryName {
  const titles = story.flatMap(({ title }) => (title?.trim() ? [title.trim()] : []));
  const names = rankNames(story);
  const persons: string[] = [];
  for (const name of names) if (!persons.some((one) => isOne(name, one, titles))) persons.push(name);
  const title = titleOf(titles) ?? persons.slice(0, SLUG_WORDS).join(', ');
  const words = chooseWords(persons, names, titles);
  const ofTitle = title.split(/\s+/).filter((word) => parseTerms(word).length > 0);
  return {
    title,
    words: words.length > 0 ? words : ofTitle.slice(0, TITLE_WORDS),
    names: persons.slice(0, SLUG_WORDS),
  };
}

/** The names of half of the articles, most prominent first. */
function rankNames(story: readonly TopicSource[]): string[] {
  const weights = new Map<string, { name: string; weight: number; articles: number }>();
  for (const { names } of story)
    for (const [rank, name] of names.entries()) {
      const key = wordsOf(name).join(' ');
      const { weight, articles, ...known } = weights.get(key) ?? { name, weight: 0, articles: 0 };
      weights.set(key, { ...known, weight: weight + 1 / (1 + rank), articles: articles + 1 });
    }
  return [...weights.values()]
    .filter(({ articles }) => articles >= HELD * story.length)
    .sort((x, y) => y.weight - x.weight)
    .map(({ name }) => name);
}

/** "Olga" beside "Rask" in a headline is one woman, and "Rask" in "Olga Rask" too. */
function isOne(name: string, other: string, titles: readonly string[]): boolean {
  if (isNamedIn(other, name) || isNamedIn(name, other)) return true;
  return titles.some((title) => title.includes(`${other} ${name}`) || title.includes(`${name} ${other}`));
}

function chooseWords(
  persons: readonly string[],
  names: readonly string[],
  titles: readonly string[],
): string[] {
  const isHeadlined = (name: string): boolean =>
    titles.filter((title) => isNamedIn(title, name)).length >= HEADLINED * titles.length;
  const isNew = (word: string): boolean => !names.some((name) => isNamedIn(name, word));
  const ranked = [...persons.filter(isHeadlined), ...sharedWords(titles).filter(isNew), ...persons];
  return [...new Set(ranked)].slice(0, SLUG_WORDS);
}

/** Words that headlines of anything hold. */
const SAYS_NOTHING =
  /^(?:first|second|third|says?|said|news|video|update|live|latest|after|report|reports)$/i;

/** Words of at least two headlines, and of half of them, the most shared first. */
function sharedWords(titles: readonly string[]): string[] {
  const found = new Map<string, { word: string; titles: number }>();
  for (const title of titles) {
    const seen = new Set<string>();
    for (const word of title.match(/\p{L}{4,}/gu) ?? []) {
      const [term] = parseTerms(word);
      if (term === undefined || seen.has(term) || SAYS_NOTHING.test(word)) continue;
      seen.add(term);
      found.set(term, { word, titles: (found.get(term)?.titles ?? 0) + 1 });
    }
  }
  return [...found.values()]
    .filter((one) => one.titles >= 2 && one.titles >= HEADLINED * titles.length)
    .sort((x, y) => y.titles - x.titles)
    .map(({ word }) => word);
}

/** The headline that shares most words with the others; the first of equals. */
function titleOf(titles: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const title of titles)
    for (const term of new Set(parseTerms(title))) counts.set(term, (counts.get(term) ?? 0) + 1);
  let [best, most]: [string | null, number] = [null, -1];
  for (const title of titles) {
    const terms = parseTerms(title);
    const shared = terms.reduce((sum, term) => sum + (counts.get(term) ?? 0), 0) / Math.max(6, terms.length);
    if (shared > most) [best, most] = [title, shared];
  }
  return best;
}

/** Lower-case words joined by hyphens; the last words of long names are enough. */
export function slugOf(names: readonly string[]): string {
  return names
    .map((name) =>
      wordsOf(name)
        .filter((word) => word !== 'the')
        .slice(-2)
        .join('-'),
    )
    .filter(Boolean)
    .join('-')
    .slice(0, 60);
}

/** Whether a text holds a name as whole words: "Kim" does not stand in "Kimberly". */
export function isNamedIn(text: string, name: string): boolean {
  const wanted = ` ${wordsOf(name).join(' ')} `;
  return wanted.trim() !== '' && ` ${wordsOf(text).join(' ')} `.includes(wanted);
}

/** Words in lower case, without accents and points. */
export function wordsOf(text: string): string[] {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.replace(/['’]s\b|(?<=\b\p{L})\.(?=\p{L}\b|$|\s)/gu, '').match(/[\p{L}\p{N}]+/gu) ?? [];
}
