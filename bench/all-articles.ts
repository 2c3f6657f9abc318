/** All dev articles with text of ../shared/data, about 3,000, for measuring the index; read at run time, never copied. */
import type { ReadArticle } from '../src/core/article.ts';
import { readArticle } from '../tests/fakes/read-article.ts';
import { readRows } from './questions.ts';

interface Titled {
  readonly title?: string | null;
  readonly text?: string | null;
  readonly publisher?: string | null;
  readonly published?: string | null;
  readonly date?: string | null;
}

function isoDate(written: string | null | undefined): string | null {
  const [day] = /^\d{4}[-/]\d{2}[-/]\d{2}/.exec(written ?? '') ?? [];
  return day?.replaceAll('/', '-') ?? null;
}

/** Each text once; what is shorter is no article. */
const SHORTEST = 200;

export function readAllArticles(): ReadArticle[] {
  const found: Titled[] = [];
  found.push(...readRows<Titled>('quotes-polnear/dev.jsonl.gz'));
  for (const { articles } of readRows<{ articles: Titled[] }>('cluster-wikinews/dev.jsonl.gz'))
    found.push(...articles);
  for (const { documents } of readRows<{ documents: string[] }>('summ-multinews/dev.jsonl.gz')) {
    found.push(...documents.map((text) => ({ text })));
  }
  for (const row of readRows<{ gold_articles: Titled[]; retrieved_gcs: Titled[] }>(
    'qa-realtimeqa/dev.jsonl.gz',
  )) {
    found.push(...row.gold_articles, ...row.retrieved_gcs);
  }
  for (const { sentences } of readRows<{ sentences: string[] }>('cluster-ecbplus/dev.jsonl.gz')) {
    found.push({ title: sentences[0] ?? null, text: sentences.join(' ') });
  }
  for (const { text1, text2 } of readRows<{ text1: string; text2: string }>(
    'similarity-semeval22/dev.jsonl.gz',
  )) {
    found.push({ text: text1 }, { text: text2 });
  }
  for (const { article } of readRows<{ article: string }>('faithfulness-qags/dev.jsonl.gz'))
    found.push({ text: article });
  const seen = new Set<string>();
  return found.flatMap(({ title, text, publisher, published, date }) => {
    if (typeof text !== 'string' || text.length < SHORTEST || seen.has(text)) return [];
    seen.add(text);
    const stated = {
      title: title ?? null,
      publisher: publisher ?? null,
      published: isoDate(published ?? date),
    };
    return [readArticle({ id: `dev/${seen.size}`, text, ...stated })];
  });
}

export interface Fact {
  readonly id: string;
  readonly fact: string;
  readonly title: string;
  readonly source: string;
  readonly published_at: string;
}

export interface SeveralSources {
  readonly question: string;
  readonly evidence: readonly { fact: string }[];
}

/** The facts and the questions over several of them. */
export function readFacts(): { facts: Fact[]; questions: SeveralSources[] } {
  const questions = readRows<SeveralSources>('multihoprag/dev.jsonl.gz').filter(
    ({ evidence }) => evidence.length > 0,
  );
  return { facts: readRows<Fact>('multihoprag/facts-pool.jsonl.gz'), questions };
}

/** The value that a share of all values does not exceed. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}
