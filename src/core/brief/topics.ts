/** Topics that make themselves out of stories, and the topic somebody meant. */
import type { Entity, ReadArticle } from '../article.ts';
import { isNamedIn, nameStory, slugOf, type TopicSource, wordsOf } from './topic-words.ts';

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

/** A topic for each story, in the order given. Slugs are unique, and none of those taken. */
export function buildTopics(
  stories: readonly (readonly TopicSource[])[],
  taken: ReadonlySet<string> = new Set(),
): StoryTopic[] {
  const used = new Set(taken);
  return stories.flatMap((story) => {
    const { title, words, names } = nameStory(story);
    const [first, second] = [words, names].map(slugOf).filter(Boolean);
    if (first === undefined) return [];
    let slug = used.has(first) && second !== undefined ? second : first;
    for (let next = 2; used.has(slug); next++) slug = `${first}-${next}`;
    used.add(slug);
    return [{ slug, title, query: words.join(' '), articles: story.map(({ id }) => id) }];
  });
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
