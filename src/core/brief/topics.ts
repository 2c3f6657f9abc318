/** Topics that make themselves out of stories, and the topic somebody meant. */
import type { Entity, ReadArticle } from '../article.ts';
import { parseTerms } from '../search/query.ts';

/** What a story's topic is made from: light enough to be kept of every article. */
export interface TopicSource {
  readonly id: string;
  readonly title: string | null;
  /** Names that the article is about, the most prominent first, as it calls them most often. */
  readonly names: readonly string[];
}

export interface StoryTopic {
  /** Of the two names most prominent: "miller-hansen". */
  readonly slug: string;
  /** The headline most like the others', or the names. */
  readonly title: string;
  /** What finds its articles in an index. */
  readonly query: string;
  readonly articles: readonly string[];
}

const MOST_NAMES = 6;
/** What a name counts where it stands: in the headline, among the first sentences, elsewhere. */
const PROMINENCE = { title: 3, lead: 2, rest: 1 };
const LEAD_CHARACTERS = 800;
/** People tell stories apart better than organisations, and those better than countries. */
const KINDS = { person: 1.5, organisation: 1, place: 0.35, other: 0.2 };
const SLUG_NAMES = 2;
/** A name of fewer articles of the story than this is not what the story is about. */
const HELD = 0.5;
/** "MW", "PM": units and offices, except for the few that are names. */
const INITIALS = /^(?!(?:US|UK|EU|UN|AU)$)\p{Lu}{1,2}$/u;
/** How like a query a topic must be to be offered. */
const NEAR = 0.5;

/** The names that an article is about, most prominent first. */
export function readTopicNames(article: ReadArticle): string[] {
  const { names, entities } = article.analysis;
  const title = article.title ?? '';
  const ranked = entities.map((entity) => {
    const forms = entity.mentions.flatMap((at) => {
      const name = names[at];
      return name
        ? [{ form: article.text.slice(name.start, name.end), lead: name.start < LEAD_CHARACTERS }]
        : [];
    });
    const short = shortOf(
      entity,
      forms.map(({ form }) => form),
    );
    const weight = forms.reduce((sum, { lead }) => sum + (lead ? PROMINENCE.lead : PROMINENCE.rest), 0);
    const inTitle = isNamedIn(title, short) ? PROMINENCE.title : 0;
    return { short, weight: KINDS[entity.kind] * (Math.log(1 + weight) + inTitle) };
  });
  ranked.sort((x, y) => y.weight - x.weight);
  const named = ranked.filter(({ short }) => !INITIALS.test(short));
  return [...new Set(named.map(({ short }) => short))].slice(0, MOST_NAMES);
}

/** As people call it: of a person, the shortest form, or the last name; of anything else, the form used most. */
function shortOf(entity: Entity, forms: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const form of forms) counts.set(form, (counts.get(form) ?? 0) + 1);
  const person = entity.kind === 'person';
  const ranked = [...counts].sort((x, y) =>
    person ? wordsOf(x[0]).length - wordsOf(y[0]).length : y[1] - x[1],
  );
  const first = ranked[0]?.[0] ?? entity.name;
  const words = first.split(/\s+/);
  return person && words.length === 2 ? (words[1] ?? first) : first;
}

/** Whether a text holds a name as whole words: "Kim" does not stand in "Kimberly". */
export function isNamedIn(text: string, name: string): boolean {
  const wanted = ` ${wordsOf(name).join(' ')} `;
  return wanted.trim() !== '' && ` ${wordsOf(text).join(' ')} `.includes(wanted);
}

function wordsOf(text: string): string[] {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.replace(/['’]s\b|(?<=\b\p{L})\.(?=\p{L}\b|$|\s)/gu, '').match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** A topic for each story, in the order given. Slugs are unique. */
export function buildTopics(stories: readonly (readonly TopicSource[])[]): StoryTopic[] {
  const taken = new Set<string>();
  return stories.flatMap((story) => {
    const topic = topicOf(story);
    if (topic === null) return [];
    let slug = topic.slug;
    for (let next = 2; taken.has(slug); next++) slug = `${topic.slug}-${next}`;
    taken.add(slug);
    return [{ ...topic, slug }];
  });
}

function topicOf(story: readonly TopicSource[]): StoryTopic | null {
  const weights = new Map<string, { name: string; weight: number; articles: number }>();
  for (const { names } of story)
    for (const [rank, name] of names.entries()) {
      const key = wordsOf(name).join(' ');
      const known = weights.get(key) ?? { name, weight: 0, articles: 0 };
      weights.set(key, {
        name: known.name,
        weight: known.weight + 1 / (1 + rank),
        articles: known.articles + 1,
      });
    }
  const titles = story.flatMap(({ title }) => (title?.trim() ? [title.trim()] : []));
  const names = chooseWords(
    [...weights.values()]
      .filter(({ articles }) => articles >= HELD * story.length)
      .sort((x, y) => y.weight - x.weight)
      .map(({ name }) => name),
    titles,
  );
  const title = titleOf(titles) ?? names.join(', ');
  const words =
    names.length > 0
      ? names
      : title
          .split(/\s+/)
          .filter((word) => parseTerms(word).length > 0)
          .slice(0, 3);
  const slug = slugOf(words);
  return slug === '' ? null : { slug, title, query: words.join(' '), articles: story.map(({ id }) => id) };
}

/** A name, or a word, of so many of the headlines is what the story is called by. */
const HEADLINED = 0.5;

/** Names that headlines hold, then words that they share, then other names. */
function chooseWords(ranked: readonly string[], titles: readonly string[]): string[] {
  const isHeadlined = (name: string): boolean =>
    titles.filter((title) => isNamedIn(title, name)).length >= HEADLINED * titles.length;
  const chosen: string[] = [];
  const holds = (word: string): boolean => chosen.some((one) => isNamedIn(one, word) || isNamedIn(word, one));
  const addNames = (names: readonly string[]): void => {
    for (const name of names)
      if (!holds(name) && !chosen.some((one) => isOne(name, one, titles))) chosen.push(name);
  };
  addNames(ranked.filter(isHeadlined));
  for (const word of sharedWords(titles)) if (!holds(word)) chosen.push(word);
  addNames(ranked);
  return chosen.slice(0, SLUG_NAMES);
}

/** "Olga" beside "Rask" is one woman. */
function isOne(name: string, other: string, titles: readonly string[]): boolean {
  return titles.some((title) => title.includes(`${other} ${name}`) || title.includes(`${name} ${other}`));
}

/** Words of at least two headlines, and of half of them, the most shared first. */
function sharedWords(titles: readonly string[]): string[] {
  const found = new Map<string, { word: string; titles: number }>();
  for (const title of titles) {
    const seen = new Set<string>();
    for (const word of title.match(/\p{L}{4,}/gu) ?? []) {
      const [term] = parseTerms(word);
      if (term === undefined || seen.has(term)) continue;
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
function slugOf(names: readonly string[]): string {
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

/** The topics somebody may have meant: by spelling and by shared words, nearest first. */
export function findNearest<T extends { readonly slug: string; readonly title: string }>(
  query: string,
  topics: readonly T[],
  limit: number,
): T[] {
  const wanted = wordsOf(query.slice(0, 300)).slice(0, 20);
  if (wanted.length === 0) return [];
  return topics
    .map((topic) => ({
      topic,
      score: Math.max(likeness(wanted, wordsOf(topic.slug)), likeness(wanted, wordsOf(topic.title))),
    }))
    .filter(({ score }) => score >= NEAR)
    .sort((x, y) => y.score - x.score)
    .slice(0, limit)
    .map(({ topic }) => topic);
}

/** How well the words asked for are met, each by the word nearest to it. */
function likeness(wanted: readonly string[], words: readonly string[]): number {
  const met = wanted.map((want) => words.reduce((best, word) => Math.max(best, spelling(want, word)), 0));
  return met.reduce((sum, one) => sum + (one >= 0.6 ? one : 0), 0) / wanted.length;
}

/** 1 less the edits that turn one word into the other, against the longer (Levenshtein 1966, with swaps as one edit). */
function spelling(a: string, b: string): number {
  if (a === b) return 1;
  const longest = Math.max(a.length, b.length);
  if (longest > 40 || Math.min(a.length, b.length) < 3 || Math.abs(a.length - b.length) > longest / 2)
    return 0;
  let [two, one]: [number[], number[]] = [[], Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min((one[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (one[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (two[j - 2] ?? 0) + 1);
      row.push(cost);
    }
    [two, one] = [one, row];
  }
  return 1 - (one[b.length] ?? longest) / longest;
}
