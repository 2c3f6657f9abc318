/** Sentences with their terms, names and dates. */
import type { DateMention, Name, ReadArticle, Sentence, Span } from '../../article.ts';
import { firstFrom } from '../../text/in-order.ts';
import { parseMeanings } from '../words/phrasal-verbs.ts';

export interface SentenceView {
  readonly article: ReadArticle;
  readonly sentence: Sentence;
  /** Its place among the sentences of the article. */
  readonly place: number;
  readonly text: string;
  readonly terms: readonly string[];
  /** The names and dates that stand wholly in it, in offsets of the article. */
  readonly names: readonly Name[];
  readonly dates: readonly DateMention[];
}

/** Articles longer than this are read to here: 100,000 words of one article are no news. */
const SENTENCES = 2000;

/** Those of the spans that stand in each sentence; sentences are in order. */
function shareOut<T extends Span>(spans: readonly T[], sentences: readonly Sentence[]): T[][] {
  const shared = sentences.map((): T[] => []);
  for (const span of spans) {
    const at = firstFrom(sentences, span.start + 1) - 1;
    if (span.end <= (sentences[at]?.end ?? -1)) shared[at]?.push(span);
  }
  return shared;
}

// An article is asked of again and again: by those who follow up, and by those who read the same news.
const known = new WeakMap<ReadArticle, readonly SentenceView[]>();

function viewArticle(article: ReadArticle): readonly SentenceView[] {
  const sentences = article.analysis.sentences.slice(0, SENTENCES);
  const names = shareOut(article.analysis.names, sentences);
  const dates = shareOut(article.analysis.dates, sentences);
  return sentences.map((sentence, place) => {
    const text = article.text.slice(sentence.start, sentence.end);
    return {
      article,
      sentence,
      place,
      text,
      terms: parseMeanings(text),
      names: names[place] ?? [],
      dates: dates[place] ?? [],
    };
  });
}

/** The sentences of articles, each read once while the article lives. */
export function viewSentences(articles: readonly ReadArticle[]): (readonly SentenceView[])[] {
  return articles.map((article) => {
    const views = known.get(article) ?? viewArticle(article);
    known.set(article, views);
    return views;
  });
}
